"""What staff type, with the little of Markdown that people type anyway, as HTML in which nothing can act.

Bold, italic, bullets, quotes, links with words of their own and pictures that were sent along; the rest stays as it was typed: numbers, hashes, sums,
file names, HTML. CommonMark (https://spec.commonmark.org/0.31.2/) is stricter here wherever plain text would suffer.
"""

import bisect
import re
import unicodedata
from collections.abc import Mapping
from operator import itemgetter

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_inline import StateInline, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from makegood.ui import linking, pictures

# What has none of these is shown as it is: most texts.
MARKED = re.compile(r"[*_]\S|\]\(|^[ \t]*[-*>]", re.MULTILINE)
BULLET = re.compile(r"[-*][ \t]+(?=\S)(?![-*\s]+$)")
NAMED = re.compile(r"\[[^\[\]\n]{1,1000}\]\((?:https?://|mailto:|tel:)\S{1,2000}\)")
# The line after a quote or a list is not of it, unless it says so. Looks at each letter of a line once or twice.
ENDED = re.compile(r"^([ \t]*(?:>|[-*][ \t]++(?!(?:[-*]|[^\S\n])*\n)).*\n)(?=\S)(?!>|[-*][ \t])", re.MULTILINE)
OPENS = "([{<\"'«“„‘‚—–*_>「『（【"
# Before a file's ending or a path a star stands for a name.
NEVER_FIRST = "./\\,;:|"
SHOWN = "shown"
TAGS = {"p", "strong", "em", "ul", "li", "a", "blockquote", "br", "img"}


def is_marked(text: str) -> bool:
    """Whether it may be more than plain lines; `formatted` then makes paragraphs of it."""
    return MARKED.search(text) is not None


def formatted(text: str, shown: Mapping[str, str] | None = None) -> SafeString:
    """The text as HTML: `TAGS` alone, links that leave the page where it is, lines that end where they ended. `shown`
    are the addresses of pictures by their keys; another is named."""
    if not is_marked(text):
        return linking.linked(text)
    ended = ENDED.sub(r"\1\n", text.replace("\r\n", "\n"))
    html = "".join(_block(token) for token in MARKDOWN.parse(ended, {SHOWN: shown or {}}))
    return mark_safe(  # noqa: S308 - cleaned here
        nh3.clean(
            html,
            tags=TAGS,
            attributes={"a": {"href"}, "img": {"src", "alt"}},
            url_schemes={"http", "https", "mailto", "tel", "cid"},
            link_rel="noopener noreferrer nofollow",
            set_tag_attribute_values={"a": {"target": "_blank"}},
        )
    )


def _block(token: Token) -> str:
    if token.type == "inline":
        return _inline(token.children or [])
    if token.hidden:
        return ""
    return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"


def _inline(tokens: list[Token]) -> str:
    parts, within = [], False
    for token in tokens:
        if token.type == "text":
            words = escape(token.content) if within else linking.linked(token.content)
            parts.append(words.replace("\n", "<br>"))
        elif token.type == "link_open":
            within = True
            parts.append(f'<a href="{escape(str(token.attrs["href"]))}">')
        elif token.type == "picture":
            parts.append(f'<img src="{escape(str(token.attrs["src"]))}" alt="{escape(token.content)}">')
        else:
            within = within and token.type != "link_close"
            parts.append(f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>")
    return "".join(parts)


def _bullets(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Bullets alone, since "1. December" is a date; and no line of dashes or stars."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    return bool(BULLET.match(line)) and list_block(state, start, end, silent)


def _link(state: StateInline, silent: bool) -> bool:
    """Links to somewhere: "[1](see below)" is none."""
    return bool(NAMED.match(state.src, state.pos)) and link(state, silent)


def _picture(state: StateInline, silent: bool) -> bool:
    """Pictures of ours alone: an address in the words is never fetched from."""
    found = pictures.PLACE.match(state.src, state.pos)
    if found is None:
        return False
    address = state.env[SHOWN].get(found[2])
    if not silent and address:
        token = state.push("picture", "img", 0)
        token.content, token.attrs = found[1], {"src": address}
    elif not silent:
        state.push("text", "", 0).content = f"[{found[1]}]"
    state.pos = found.end()
    return True


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Marks around whole words. None within an address, a sum (5*3*2) or a name (__init__.py); in a script without
    spaces they stand between letters."""
    marker = state.src[state.pos]
    if silent or marker not in "*_" or _in_an_address(state):
        return False
    scanned = state.scanDelims(state.pos, True)
    before = state.src[state.pos - 1] if state.pos else " "
    end = state.pos + scanned.length
    after, beyond = state.src[end : end + 1] or " ", state.src[end + 1 : end + 2] or " "
    begins = after not in NEVER_FIRST and (before.isspace() or before in OPENS or _is_wide(before))
    ends = after.isspace() or _is_wide(after) or not (after.isalnum() or beyond.isalnum())
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker),
                length=scanned.length,
                token=len(state.tokens) - 1,
                end=-1,
                open=scanned.can_open and begins,
                close=scanned.can_close and ends,
            )
        )
    state.pos = end
    return True


def _in_an_address(state: StateInline) -> bool:
    spans = state.env.setdefault("addresses", {}).get(state.src)
    if spans is None:
        found = ((one.start(), one[0].rstrip(linking.TRAILING + "*_")) for one in linking.LINK.finditer(state.src))
        spans = state.env["addresses"][state.src] = [(start, start + len(address)) for start, address in found]
    before = bisect.bisect_right(spans, state.pos, key=itemgetter(0))
    return before > 0 and state.pos < spans[before - 1][1]


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero").enable(["blockquote", "list", "emphasis", "link"])
    markdown.block.ruler.at("list", _bullets, {"alt": ["paragraph", "blockquote"]})
    markdown.inline.ruler.at("link", _link)
    markdown.inline.ruler.before("link", "picture", _picture)
    markdown.inline.ruler.at("emphasis", _emphasis)
    return markdown


MARKDOWN = _markdown()
