"""How English promises."""

from makegood.promises.own_words.language import pattern

TEAM = (
    r"(?:my|our|the|a|an|one of (?:my|our|the)|someone from (?:my|our|the)|somebody from (?:my|our|the))(?: \w+){0,2}? "
    r"(?:colleagues?|team|manager|supervisor|technicians?|engineers?|drivers?|fitters?|plumbers?|electricians?|"
    r"mechanics?|"
    r"specialists?|experts?|advis[oe]rs?|agents?|accountants?|accounts|finance|billing|support|repairs?|service|"
    r"warehouse|"
    r"workshop|office|department|people|director|lead|staff|installers?|installation|sales|rep|representative|"
    r"branch|shop|store|bakery|kitchen|developers?|crew|"
    r"man|guys|lads|seamstress|tailor|gardener|cleaner|baker|chef|painter|carpenter|joiner|roofer|locksmith|"
    r"nurse|doctor|dentist|vet|photographer|teacher|florist|optician|pharmacist|porter|housekeeping|reception|"
    r"head of [a-z ]{3,20})(?: (?:team|department|manager|lead|here|at [a-z]+))?"
)
PERSON = r"(?:dr|mr|mrs|ms|miss|prof|doctor|professor|nurse)\.? [a-z]+"
US = (
    rf"(?:i|we|{TEAM}|{PERSON}|someone(?: from [a-z ]{{3,30}}?)?|somebody|one of us)(?: (?:both|all|personally|"
    r"myself|ourselves|also|definitely|certainly))?"
)
WILL = (
    r"(?: ?'ll| will| wil| shall|'?m going to|'?re going to| am going to| are going to| is going to|'?m gonna|"
    r"'?re gonna|'?m about to)"
)
HOW = (
    r"(?: (?:then|also|now|personally|definitely|certainly|of course|gladly|happily|immediately|surely|"
    r"be sure to|make sure to|"
    r"make sure (?:that )?(?:you|your|it|this|they|the|we|i|someone|somebody)|see to it that|ensure (?:that )?|"
    r"have|get|just|both|all|"
    r"try and|first|even|still|fully|simply|quickly|always|in any case|by [a-z]+ at the latest))*"
)
# What one may do without promising anything: to be away, to need, to wait, to try, to be happy.
IDLE = (
    r"(?:be(?! (?:in touch|calling|ringing|phoning|sending|emailing|mailing|writing|there|with you|round|around|"
    r"at your|able to|"
    r"back (?:to|in touch|with)|refund|getting|coming|contacting|posting|shipping|delivering|paying|replacing|"
    r"visiting|dropping|picking|"
    r"collecting|doing|processing|crediting|speaking|giving|over|on site))"
    r"|be able to (?!call|ring|phone|send|get|give|tell|deliver|refund|ship|repair|replace|answer|confirm|come|"
    r"let|say)|need|needs|wait|see|try|hope|look forward|miss|have to|want|understand|consider|remain|"
    r"stay|continue|close|open|move|increase|assume|think|like|love|believe|expect|aim|know|keep (?:an|"
    r"you posted|you updated|your|this|that|it|in mind)|take (?:this|your|it) (?:very )?(?:seriously|into)|"
    r"do (?:my|our) (?:very )?best|do (?:everything|all|what|whatever)|cost|last|depend|"
    r"sleep|work (?:from|until|till)|eat|meet|leave|go on|celebrate|launch|introduce|start selling|charge|"
    r"cancel your|offer)"
)
OURS = rf"(?<![\w'])(?:{US}{WILL}(?! not\b){HOW} (?!{IDLE}\b|n[eo]ver|not\b)\w+)"
DOING = (
    r"(?:calling|ringing|phoning|sending|emailing|e-mailing|mailing|writing|refunding|shipping|posting|"
    r"dispatching|delivering|replacing|"
    r"repairing|transferring|paying|crediting|coming|visiting|bringing|dropping|picking|collecting|getting|"
    r"giving|putting|arranging|"
    r"processing|issuing|forwarding|contacting|sorting|fixing|booking|ordering|handling|chasing|collecting|"
    r"correcting|updating|reserving|changing|moving you)"
)
NOW_DOING = rf"(?<![\w'])(?:{US})(?:'m|'re|'s| am| are| is)(?: already| now| just| also)? {DOING}(?: \w+)"
# “Will call you tomorrow”, “Back to you by noon”: the subject left out.
CALL = (
    r"(?:call|ring|phone|email|e-mail|mail|write|send|get|let|come|refund|ship|post|replace|fix|repair|confirm|"
    r"update|reply|answer|pay|deliver|credit|do|have|check|contact|reach|follow|sort|arrange|speak|talk|forward|"
    r"drop|pop|bring|chase|report|transfer|issue)"
)
# Only so many words before it: “hi hi hi …” reads in two ways at each “hi”, which without an end takes for ever.
BARE = (
    r"^(?:(?:ok|okay|sure|yes|hi|hello|thanks|sorry|great|right|no problem|understood|noted|and|hi \w+|dear \w+|"
    r"thank you)"
    r"[,.!:; -]+){0,5}"
    rf"(?:(?:will|'ll|shall|going to|gonna){HOW} {CALL}\b|(?:calling|ringing|sending|emailing|shipping|"
    r"refunding) (?:you|it|the|your|this)|"
    r"(?:ring|call|phone|email|text) you(?!\w)|back (?:to|with) you|(?:speak|talk) to you|(?:refund|replacement|"
    r"call|reply|answer|parcel|invoice|quote|engineer|technician)(?: \w+)? (?:will|coming|follows|due|promised))"
)
PROMISE = (
    rf"(?<![\w'])(?:{US} (?:do )?(?:hereby )?(?:promise|guarantee|commit|undertake|pledge|swear|can promise|"
    rf"can guarantee|can confirm)\b(?!d))|you have (?:my|our) word|{US}(?:'ve| have) (?:arranged|scheduled|"
    r"booked|planned)\b"
)
YOURS = (
    r"(?<![\w'])(?:you(?: ?'ll| will| shall|'re going to| are going to| can expect(?: to)?)(?! (?:not|never|"
    r"need|have to|find it))(?: then| also| both| all| certainly| definitely| surely| therefore)*"
    r" (?:receive|get|hear|be able to (?:collect|pick up|fetch|use|log in|access|download)|have (?!to\b)|"
    r"be (?:refunded|called|contacted|phoned|credited|reimbursed|paid|notified|informed|compensated|back online|"
    r"reconnected|sent|emailed)|find (?:the|your|our|my|a)|see (?:the|your|it|a|us)|"
    r"(?:a|an|the|our|my|your) \w+))|(?<![\w'])expect (?:my|our|a|an|the|us|me|to hear) \w+"
)
PASSIVE = (
    r"(?:refunded|credited|reimbursed|repaid|paid|sent|shipped|dispatched|despatched|delivered|replaced|"
    r"repaired|fixed|resolved|restored|"
    r"returned|transferred|processed|posted|mailed|emailed|issued|handled|completed|finished|ready|corrected|"
    r"sorted|done|answered|updated|"
    r"installed|connected|reconnected|activated|arranged|confirmed|collected|picked up|back|there|with you|"
    r"on its way|on your|in your|at your|"
    r"available|in (?:the|your|our) \w+|on (?:the|our) (?:way|van|truck|road|post|next \w+)|up and running|"
    r"working again|out|over|called|contacted|made|reviewed|investigated|cancelled|changed|adjusted|booked|"
    r"upgraded|solved|ready for (?:you|collection)|prepared|reissued|waiting|round|en route|reset|put|set|cut|"
    r"sent|made|done|brought|(?:re)?hung|(?:re)?laid|(?:re)?drawn|(?:re)?sewn|(?:re)?written|(?:re)?built|"
    r"redone|taken|given|rebuilt|"
    r"(?!closed|opened|delayed|expired|charged|required|moved|postponed|suspended|discontinued|renewed|limited|"
    r"increased|needed|asked|billed|invited|expected|supposed|based|used)\w{2,}ed)"
)
THINGS = (
    r"(?:(?:your|the|a|an|our|my|this|that|all|both|both of|another|its|every) (?:[\w'-]+ ){0,4}?[\w'-]+|it|"
    r"they|this|that|everything|all|"
    r"(?:the )?(?:repair|delivery|refund|money|payment|replacement)s?)"
)
RECEIVED = (
    rf"(?<![\w']){THINGS}(?:'ll| will| shall| is going to| are going to)(?: also| then| definitely| certainly|"
    rf" all| both| now)* (?:be (?:fully |completely |all |automatically )?{PASSIVE}|arrive|reach|leave (?:us|our|"
    r"the)|ship|go out|come (?:out|to|by|round|on|with|through)|land|show up|appear|follow|get (?:to you|there|"
    r"refunded|sent|fixed|delivered|replaced)|call|ring|phone|contact|visit|have (?:it|an|the|your|this))\b"
)
# As people write who learnt English later, or in haste.
PLAINLY = (
    r"(?<![\w'])(?:i|we)(?: both| then| also)? (?:call|ring|phone|send|ship|deliver|refund|e-?mail|write|"
    r"replace|repair|contact|pay|visit|"
    r"return|answer|get back to|come to|come back to) (?:you|your)(?!\w)|"
    r"(?<![\w'])ill (?:call|ring|phone|send|get|e-?mail|let|text|check|come|write|refund|post|ship|fix|do)(?!\w)"
)
ALSO = (
    r"(?<![\w'])(?:i|we)(?:'ve| have|'m| am)? [\w', ]{1,60}? and(?: then| also)?(?: will|'ll) (?!be |need |see |"
    r"wait )\w+"
)
SCHEDULED = (
    r"(?<!\w)(?:your|the|a|an|our|my) (?:[\w'-]+ ){1,4}(?:goes(?: out)?|go(?: out)?|lands?|comes?|reaches|"
    r"gets) (?:back )?(?:to |in |on |with |at )?(?:you|your)(?!\w)|(?<!\w)(?:look out|watch out|watch|"
    r"keep an eye out) for (?:my|our|an? (?:email|e-mail|call|letter|text|message|parcel))(?!\w)|(?<!\w)(?:is|"
    r"are) (?:coming|going|on its way|on the way) (?:your way|to you|out to you|back to you|out)(?!\w)|"
    r"(?<!\w)(?:is|are) (?:booked|scheduled|arranged|planned|set|confirmed|due) (?:in )?(?:for|to (?:arrive|be|"
    r"come|reach|go|ship|call))|(?<!\w)(?:arrives?|ships?|leaves?|goes out|go out|gets? (?:shipped|sent|paid|"
    r"fixed|delivered)|(?:is|are) going out) (?:with you |at your \w+ |our \w+ |the \w+ )?(?:on|by|tomorrow|"
    r"today|this|next|before|within|tonight)\b"
)

# The present for what is settled: “our baker drops the cake at your door tomorrow”, “the fee comes off your bill today”.
COMES = (
    r"(?:calls|rings|phones|e-?mails|texts|writes to|drops|brings|sends|delivers|collects|fits|installs|repairs|fixes|replaces|"
    r"visits|picks up|comes to|takes away)"
)
SETTLED = (
    rf"(?<![\w'])(?:{TEAM}|{PERSON}) {COMES} (?:you|your|the|it|an?|this|that|round|by)(?!\w)|"
    r"(?<![\w'])(?:i|we) (?:collect|fetch|bring|drop|deliver|fit|install|fix|replace|repair|refund|send|ship|post|pick up) "
    r"(?:you|your|the|it|this|that)(?!\w)|"
    r"(?<!\w)(?:comes?|goes|go|is|are|(?:will|'ll) (?:come|go|be)) off your(?!\w)|"
    r"(?<!\w)(?:is|are) yours (?:on|by|tomorrow|today|tonight)(?!\w)|(?<!\w)your (?:[\w-]+ ){0,3}(?:site|line|account|card|sim|phone|connection|internet|service|number|car|money|order|domain) (?:goes|is|are) "
    r"(?:back|live|up again|ready)(?!\w)|"
    r"(?<!\w)(?:will|'ll) (?:hit|go live|be live)(?!\w)|"
    r"(?<!\w)you can (?:then )?(?:pick|collect|fetch) (?:it|them|(?:up )?(?:your|the) \w+)(?!\w)"
)

PROMISING = pattern(
    SETTLED,
    OURS,
    NOW_DOING,
    BARE,
    PROMISE,
    YOURS,
    RECEIVED,
    ALSO,
    PLAINLY,
    SCHEDULED,
    rf"(?<![\w'])(?:{PERSON}|{TEAM})(?:'ll| will)(?: now| then)? see you",
    r"(?<!\w)let me (?:get back|come back|call|ring|phone|send|email|write|confirm|check and)",
)

TO_YOU = (
    r"(?:call|ring|phone|email|write|refund|reimburse|send|ship|replace|repair|credit|compensate|pay|transfer|"
    r"get back|come back|return your|contact|let you know)"
)
PLAIN = pattern(
    rf"(?<![\w'])(?:i|we|{TEAM}){WILL}(?: personally| definitely| certainly)? {TO_YOU}\b(?!.*\b(?:soon|shortly|"
    r"asap|possible|when|once|after|if|until|how|what|whether|in due course)\b)",
    r"(?<!\w)(?:i|we) (?:promise|guarantee)(?: you)?(?: that)? (?:we|i|to|you|it|a)\b(?!.*\b(?:best|everything|"
    r"all we can)\b)",
    r"you have (?:my|our) word",
)
