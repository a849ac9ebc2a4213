"""How English promises, and what takes a promise back."""

from makegood.promises.own_words.language import pattern, words

TEAM = (
    r"(?:my|our|the|a|an|one of (?:my|our|the)|someone from (?:my|our|the)|somebody from (?:my|our|the))(?: \w+){0,2}? "
    r"(?:colleagues?|team|manager|supervisor|technicians?|engineers?|drivers?|fitters?|plumbers?|electricians?|mechanics?|"
    r"specialists?|experts?|advis[oe]rs?|agents?|accountants?|accounts|finance|billing|support|repairs?|service|warehouse|"
    r"workshop|office|department|people|director|lead|staff|installers?|installation|sales|rep|representative|branch|shop|store|bakery|kitchen|developers?|crew|"
    r"man|guys|lads|head of [a-z ]{3,20})(?: (?:team|department|manager|lead|here|at [a-z]+))?"
)
US = rf"(?:i|we|{TEAM}|someone(?: from [a-z ]{{3,30}}?)?|somebody|one of us)(?: (?:both|all|personally|myself|ourselves|also|definitely|certainly))?"
WILL = r"(?: ?'ll| will| wil| shall|'?m going to|'?re going to| am going to| are going to| is going to|'?m gonna|'?re gonna|'?m about to)"
HOW = (
    r"(?: (?:then|also|now|personally|definitely|certainly|of course|gladly|happily|immediately|surely|be sure to|make sure to|"
    r"make sure (?:that )?(?:you|your|it|this|they|the|we|i|someone|somebody)|see to it that|ensure (?:that )?|have|get|just|both|all|"
    r"try and|first|even|still|fully|simply|quickly|always|in any case|by [a-z]+ at the latest))*"
)
# What one may do without promising anything: to be away, to need, to wait, to try, to be happy.
IDLE = (
    r"(?:be(?! (?:in touch|calling|ringing|phoning|sending|emailing|mailing|writing|there|with you|round|around|at your|able to|"
    r"back (?:to|in touch|with)|refund|getting|coming|contacting|posting|shipping|delivering|paying|replacing|visiting|dropping|picking|"
    r"collecting|doing|processing|crediting|speaking|giving|over|on site))"
    r"|be able to (?!call|ring|phone|send|get|give|tell|deliver|refund|ship|repair|replace|answer|confirm|come|let|say)|need|needs|wait|see|try|hope|look forward|miss|have to|want|understand|consider|remain|"
    r"stay|continue|close|open|move|increase|assume|think|like|love|believe|expect|aim|know|keep (?:an|you posted|you updated|your|this|that|it|in mind)|take (?:this|your|it) (?:very )?(?:seriously|into)|do (?:my|our) (?:very )?best|do (?:everything|all|what|whatever)|cost|last|depend|"
    r"sleep|work (?:from|until|till)|eat|meet|leave|go on|celebrate|launch|introduce|start selling|charge|cancel your|offer)"
)
OURS = rf"(?<![\w'])(?:{US}{WILL}(?! not\b){HOW} (?!{IDLE}\b|n[eo]ver|not\b)\w+)"
DOING = (
    r"(?:calling|ringing|phoning|sending|emailing|e-mailing|mailing|writing|refunding|shipping|posting|dispatching|delivering|replacing|"
    r"repairing|transferring|paying|crediting|coming|visiting|bringing|dropping|picking|collecting|getting|giving|putting|arranging|"
    r"processing|issuing|forwarding|contacting)"
)
NOW_DOING = rf"(?<![\w'])(?:{US})(?:'m|'re|'s| am| are| is)(?: already| now| just| also)? {DOING}(?: \w+)"
# “Will call you tomorrow”, “Back to you by noon”: the subject left out.
CALL = r"(?:call|ring|phone|email|e-mail|mail|write|send|get|let|come|refund|ship|post|replace|fix|repair|confirm|update|reply|answer|pay|deliver|credit|do|have|check|contact|reach|follow|sort|arrange|speak|talk|forward|drop|pop|bring|chase|report|transfer|issue)"
# Only so many words before it: “hi hi hi …” reads in two ways at each “hi”, which without an end takes for ever.
BARE = (
    r"^(?:(?:ok|okay|sure|yes|hi|hello|thanks|sorry|great|right|no problem|understood|noted|and|hi \w+|dear \w+|thank you)"
    r"[,.!:; -]+){0,5}"
    rf"(?:(?:will|'ll|shall|going to|gonna){HOW} {CALL}\b|(?:calling|ringing|sending|emailing|shipping|refunding) (?:you|it|the|your|this)|"
    r"(?:ring|call|phone|email|text) you(?!\w)|back (?:to|with) you|(?:speak|talk) to you|(?:refund|replacement|call|reply|answer|parcel|invoice|quote|engineer|technician)(?: \w+)? (?:will|coming|follows|due|promised))"
)
PROMISE = rf"(?<![\w'])(?:{US} (?:do )?(?:hereby )?(?:promise|guarantee|commit|undertake|pledge|swear|can promise|can guarantee|can confirm)\b(?!d))|you have (?:my|our) word|{US}(?:'ve| have) (?:arranged|scheduled|booked|planned)\b"
YOURS = (
    r"(?<![\w'])(?:you(?: ?'ll| will| shall|'re going to| are going to| can expect(?: to)?)(?! (?:not|never|need|have to|find it))(?: then| also| both| all| certainly| definitely| surely| therefore)*"
    r" (?:receive|get|hear|be able to (?:collect|pick up|fetch|use|log in|access|download)|have (?!to\b)|be (?:refunded|called|contacted|phoned|credited|reimbursed|paid|notified|informed|compensated|back online|reconnected|sent|emailed)|find (?:the|your|our|my|a)|see (?:the|your|it|a|us)|"
    r"(?:a|an|the|our|my|your) \w+))|(?<![\w'])expect (?:my|our|a|an|the|us|me|to hear) \w+"
)
PASSIVE = (
    r"(?:refunded|credited|reimbursed|repaid|paid|sent|shipped|dispatched|despatched|delivered|replaced|repaired|fixed|resolved|restored|"
    r"returned|transferred|processed|posted|mailed|emailed|issued|handled|completed|finished|ready|corrected|sorted|done|answered|updated|"
    r"installed|connected|reconnected|activated|arranged|confirmed|collected|picked up|back|there|with you|on its way|on your|in your|at your|"
    r"available|in (?:the|your|our) \w+|on (?:the|our) (?:way|van|truck|road|post|next \w+)|up and running|working again|out|over|called|contacted|made|reviewed|investigated|cancelled|changed|adjusted|booked|upgraded|solved|ready for (?:you|collection)|prepared|reissued|waiting|round|en route|reset|put|set|cut|sent|made|done|brought|taken|given|rebuilt|"
    r"(?!closed|opened|delayed|expired|charged|required|moved|postponed|suspended|discontinued|renewed|limited|increased|needed|asked|billed|invited|expected|supposed|based|used)\w{2,}ed)"
)
THINGS = (
    r"(?:(?:your|the|a|an|our|my|this|that|all|both|both of|another|its|every) (?:[\w'-]+ ){0,4}?[\w'-]+|it|they|this|that|everything|all|"
    r"(?:the )?(?:repair|delivery|refund|money|payment|replacement)s?)"
)
RECEIVED = rf"(?<![\w']){THINGS}(?:'ll| will| shall| is going to| are going to)(?: also| then| definitely| certainly| all| both| now)* (?:be (?:fully |completely |all |automatically )?{PASSIVE}|arrive|reach|leave (?:us|our|the)|ship|go out|come (?:out|to|by|round|on|with|through)|land|show up|appear|follow|get (?:to you|there|refunded|sent|fixed|delivered|replaced)|call|ring|phone|contact|visit|have (?:it|an|the|your|this))\b"
# As people write who learnt English later, or in haste.
PLAINLY = (
    r"(?<![\w'])(?:i|we)(?: both| then| also)? (?:call|ring|phone|send|ship|deliver|refund|e-?mail|write|replace|repair|contact|pay|visit|"
    r"return|answer|get back to|come to|come back to) (?:you|your)(?!\w)|"
    r"(?<![\w'])ill (?:call|ring|phone|send|get|e-?mail|let|text|check|come|write|refund|post|ship|fix|do)(?!\w)"
)
ALSO = r"(?<![\w'])(?:i|we)(?:'ve| have|'m| am)? [\w', ]{1,60}? and(?: then| also)?(?: will|'ll) (?!be |need |see |wait )\w+"
SCHEDULED = r"(?<!\w)(?:is|are) (?:coming|going|on its way|on the way) (?:your way|to you|out to you|back to you|out)(?!\w)|(?<!\w)(?:is|are) (?:booked|scheduled|arranged|planned|set|confirmed|due) (?:in )?(?:for|to (?:arrive|be|come|reach|go|ship|call))|(?<!\w)(?:arrives?|ships?|leaves?|goes out|go out|gets? (?:shipped|sent|paid|fixed|delivered)|(?:is|are) going out) (?:with you |at your \w+ |our \w+ |the \w+ )?(?:on|by|tomorrow|today|this|next|before|within|tonight)\b"

PROMISING = pattern(
    OURS,
    NOW_DOING,
    BARE,
    PROMISE,
    YOURS,
    RECEIVED,
    ALSO,
    PLAINLY,
    SCHEDULED,
    r"(?<!\w)let me (?:get back|come back|call|ring|phone|send|email|write|confirm|check and)",
)

TO_YOU = r"(?:call|ring|phone|email|write|refund|reimburse|send|ship|replace|repair|credit|compensate|pay|transfer|get back|come back|return your|contact|let you know)"
PLAIN = pattern(
    rf"(?<![\w'])(?:i|we|{TEAM}){WILL}(?: personally| definitely| certainly)? {TO_YOU}\b(?!.*\b(?:soon|shortly|asap|possible|when|once|after|if|until|how|what|whether|in due course)\b)",
    r"(?<!\w)(?:i|we) (?:promise|guarantee)(?: you)?(?: that)? (?:we|i|to|you|it|a)\b(?!.*\b(?:best|everything|all we can)\b)",
    r"you have (?:my|our) word",
)

THIRD = (
    r"(?:courier|carrier|dhl|ups|fedex|dpd|postnl|royal mail|hermes|evri|gls|post office|postal service|bank|manufacturer|supplier|importer|"
    r"customs|insurer|insurance company|landlord|tax office|shipping company|seller|wholesaler|paypal|visa|mastercard|card issuer|"
    r"apple|google|microsoft|amazon|authorities|police|council|network operator|airline|publisher|provider|post|partner|contractor|city|municipality|government|factory|vendor|grid operator)"
)
REFUSING = pattern(
    # conditions and doubts
    words(
        r"if",
        r"unless",
        r"provided",
        r"in case",
        r"whether",
        r"assuming",
        r"subject to",
        r"depending",
        r"depends",
        r"would",
        r"could",
        r"might",
        r"may(?! \d)(?<!\d may)(?<!of may)(?<!\dth may)(?<!\dst may)(?<!\dnd may)(?<!\drd may)",
        r"maybe",
        r"perhaps",
        r"possibly",
        r"probably",
        r"hopefully",
        r"hope(?:s|d)?(?: to| that| we| you| i)?",
        r"wish",
        r"i'd",
        r"we'd",
        r"you'd",
        r"should(?! you)",
        r"try(?:ing)? to",
        r"aim(?:s|ing)?(?: to| for)",
        r"intend(?:s)?",
        r"plan(?:s|ning)? to",
        r"i think",
        r"i believe",
        r"i guess",
        r"likely",
        r"can(?:'t|not)? (?:only )?(?:promise|guarantee|say)(?= (?:anything|nothing|when|an exact|any|that it|for))",
        r"no promises",
        r"not sure",
        r"not certain",
        r"seems?",
        r"otherwise",
    ),
    # denied
    words(
        r"(?:will|can|do|does|did|is|are|am|shall|have) ?(?:not|n't)",
        r"won't",
        r"wont",
        r"can't",
        r"cannot",
        r"don't",
        r"doesn't",
        r"isn't",
        r"aren't",
        r"not be able",
        r"unable",
        r"never",
        r"no longer",
        r"nobody",
        r"neither",
        r"unfortunately not",
    ),
    # general terms, opening hours
    words(
        r"usually",
        r"normally",
        r"typically",
        r"generally",
        r"always",
        r"as a rule",
        r"on average",
        r"often",
        r"sometimes",
        r"in general",
        r"most (?:orders|refunds|customers|people|requests|parcels|deliveries|cases)",
        r"policy",
        r"terms",
        r"according to",
        r"every (?:day|week|month|year|\w+day|morning|evening|customer|order|hour)",
        r"each (?:day|week|month|year|\w+day|customer|order)",
        r"customers",
        r"all (?:orders|refunds|requests|returns)",
        r"opening hours",
        r"open(?:s|ed)? (?:from|on|until|till|at|again|every|between|daily)",
        r"(?:is|are|be|re)[ -]?(?:opened|open|closed(?! out))",
        r"closed",
        r"we close",
        r"on holiday",
        r"on leave",
        r"annual leave",
        r"out of (?:the )?office",
        r"expires?",
        r"warranty",
        r"subscription will",
        r"contract will",
        r"sale ends",
        r"offer (?:ends|is|runs|will)",
        r"maintenance",
        r"(?:orders|returns|refunds|requests|complaints|parcels|deliveries) (?:placed|are|received|made|take|above|over|that|which)",
    ),
    # others' doing and saying
    rf"(?<!\w)(?:the|your|their|a|his|her|that) (?:\w+ ){{0,2}}?{THIRD}(?:'ll| will| has| have| is|'s| says| said| tells| told| promised| expects| should| needs| takes| delivers)\b",
    rf"(?:^|[,.;] )(?:but )?{THIRD}(?:'ll| will| has| is| says| said| told| expects)\b",
    words(
        r"(?:he|she|they)(?:'ll| will| would| are going to| is going to)(?! be (?:"
        + PASSIVE[3:-1]
        + r"))(?! (?:arrive|reach|ship|go out|follow|call|ring|contact|phone|visit|email))",
        r"said",
        r"told (?:me|us|you|him|her)",
        r"says",
        r"informed (?:me|us)",
        r"claims?(?= (?:that|it))",
        r"apparently",
        r"you(?:'ve| have) (?:written|told|said|asked)",
        r"you (?:said|wrote|told|mentioned|promised|asked)",
    ),
    # the customer's part
    words(
        r"please (?:send|let|call|reply|confirm|return|pay|bring|make sure|fill|note|check|allow|provide|submit|contact|give|have|be|keep|wait|sign|complete|ensure|forward|tell|use|respond|get back|collect)",
        r"you (?:must|need to|have to|can|could|should|may|might)(?! expect)",
        r"you(?:'ll| will) (?:need|have) to",
        r"make sure you (?:send|have|are|return)",
        r"(?:send|return|call|email|give|let) (?:it|us|me|them)(?: back)?(?: to us)? (?:by|before|on|until|within|tomorrow|today)",
        r"are you",
        r"do you",
        r"let's",
        r"feel free",
        r"remember to",
        r"don't forget",
    ),
    # what was
    words(
        r"(?:i|we|he|she|they|you|it) (?:was|were|had)(?! (?:like|the|a)\b)",
        r"had (?:been|already)",
        r"did",
        r"used to",
        r"was (?:supposed|meant|going|due)",
        r"were (?:supposed|meant|going|due)",
    ),
)
UNSAID = pattern(
    r"\b(?:and |so |but )?if (?:you (?:have|need|want) (?:any|more|further|anything|other)[^,;.]*|there(?:'s| is) (?:anything|something)[^,;.]*|anything[^,;.]*|not,|that(?:'s| is) (?:ok|okay|alright|all right|fine)(?: with you| by you)?|it(?:'s| is) (?:ok|okay|all right|alright|fine)(?: with you)?|i may|i might|necessary|needed|you (?:don't|do not) mind)",
    r"(?:(?<=know )|(?<=tell you )|(?<=check )|(?<=confirm )|(?<=lunch )|(?<=tomorrow )|(?<=today ))(?:whether|if)\b[^,;.]*?(?=,|;|\.|$| by | before | tomorrow| today)",
    r"\bas (?:promised|discussed|agreed|i (?:said|told you|promised)|you (?:asked|requested|wished|know|wrote|said|suggested|mentioned)|we (?:said|agreed|discussed))",
    r"\b(?:unfortunately|of course|no worries|don't worry|do not worry|no problem|i (?:do )?hope (?:this|that|you|your|it)[^,;.]* and|i(?:'m| am) (?:very |so |really |truly )?(?:sorry|afraid)(?: (?:about|for|that|to hear)[^,;.]*?(?=,|;| and | but |-|$))?)",
    r"\b(?:you can|feel free to) (?:reach|call|contact)[^,;.]*",
    r"\b(?:that|which|who|where|because|why|what|how) (?:[\w'-]+ ){0,4}?(?:was|were|had|did|happened|went|got|didn't|wasn't|weren't|hadn't|came|arrived|ordered|bought|sent|reported|mentioned|asked|told|said|promised|broke|failed|paid|received)\b[^,;.]*?(?=,|;|\.|$| (?:and|by|within|before|tomorrow|today) )",
    r"\b(?:what|where|how|why) (?:went|has gone|happened|it is|things are)[^,;.]*?(?= (?:and|by|within|before|tomorrow|today|on) |,|$)",
    r"\b(?:your|the|my|our) (?:order|email|e-mail|letter|message|call|invoice|request|complaint|note|visit|payment)s? (?:of|from|dated|on) (?:last |yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? \w+|\w+ \d{1,2}(?:st|nd|rd|th)?)(?:week|month|year)?",
)
ASKING = pattern(
    r"^(?:(?:and|so|ok|okay|hi|hello)[, ]+)?(?:shall|should|can|could|may|would|will|do|does|did|is|are|was|were|have|has|when|what|where|who|which|how|why) (?:i|we|you|it|that|this|the|they|someone)\b(?!.*(?:i'll|we'll|i will|we will))"
)
TAGS = pattern(
    r"(?:,|;| -|\.|\() ?(?:and )?(?:ok|okay|all right|alright|right|deal|fine|agreed|good|is that (?:ok|okay|all right|alright|fine|good)(?: (?:for|with|by) you)?|does that (?:work|suit)(?: (?:for )?you)?|would that (?:work|suit|be (?:ok|okay|all right|alright|fine))(?: (?:for|with)? ?you)?|if that's ok|sound good|does that sound (?:good|ok|okay|all right)|shall we say|how does that sound|what do you think|anything else(?: i can do)?|can i (?:do|help)[^?]*|is there anything[^?]*|will that do|does that help|good enough) ?\?\)?$"
)
JOINS = pattern(
    r"(?:;| - |:(?= )|, (?:and|but|so|then)(?= )| and(?= (?:i|we|you|your|the|it|our|my|they|if|a) )| but(?= )|,(?= (?:i|we|you)(?:'ll| will) )|,? and then(?= )| and(?= (?:refund|send|call|let you|get back|deliver|replace|credit|email|ring|phone) ))"
)
CONDITIONS = pattern(
    r"^(?:and |but |so )?(?:if|once|unless|when|whenever|as soon as|provided|in case|should you|assuming|after you|depending)\b"
)
