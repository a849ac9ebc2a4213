"""What takes an English promise back, and where its sentences are cut."""

from makegood.promises.own_words.language import pattern, words
from makegood.promises.own_words.languages.en.promising import PASSIVE

THIRD = (
    r"(?:courier|carrier|dhl|ups|fedex|dpd|postnl|royal mail|hermes|evri|gls|post office|postal service|bank|"
    r"manufacturer|supplier|importer|"
    r"customs|insurer|insurance company|landlord|tax office|shipping company|seller|wholesaler|paypal|visa|"
    r"mastercard|card issuer|"
    r"apple|google|microsoft|amazon|authorities|police|council|network operator|airline|publisher|provider|post|"
    r"partner|contractor|city|municipality|government|factory|vendor|grid operator)"
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
        r"on (?:mon|tues|wednes|thurs|fri|satur|sun)days",
        r"on the \w+ of the month",
        r"in (?:winter|summer)",
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
        r"(?:orders|returns|refunds|requests|complaints|parcels|deliveries) (?:placed|are|received|made|take|"
        r"above|over|that|which)",
    ),
    # others' doing and saying
    rf"(?<!\w)(?:the|your|their|a|his|her|that) (?:\w+ ){{0,2}}?{THIRD}(?:'ll| will| has| have| is|'s| says|"
    r" said| tells| told| promised| expects| should| needs| takes| delivers)\b",
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
        r"please (?:send|let|call|reply|confirm|return|pay|bring|make sure|fill|note|check|allow|provide|submit|"
        r"contact|give|have|be|keep|wait|sign|complete|ensure|forward|tell|use|respond|get back|collect)",
        r"you (?:must|need to|have to|can|could|should|may|might)(?! expect)",
        r"you(?:'ll| will) (?:need|have) to",
        r"make sure you (?:send|have|are|return)",
        r"(?:send|return|call|email|give|let) (?:it|us|me|them)(?: back)?(?: to us)? (?:by|before|on|until|"
        r"within|tomorrow|today)",
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
    r"\b(?:and |so |but )?if (?:you (?:have|need|want) (?:any|more|further|anything|other)[^,;.]*|there(?:'s|"
    r" is) (?:anything|something)[^,;.]*|anything[^,;.]*|not,|that(?:'s| is) (?:ok|okay|alright|all right|"
    r"fine)(?: with you| by you)?|it(?:'s| is) (?:ok|okay|all right|alright|fine)(?: with you)?|i may|i might|"
    r"necessary|needed|you (?:don't|do not) mind)",
    r"(?:(?<=know )|(?<=tell you )|(?<=check )|(?<=confirm )|(?<=lunch )|(?<=tomorrow )|(?<=today ))(?:whether|"
    r"if)\b[^,;.]*?(?=,|;|\.|$| by | before | tomorrow| today)",
    r"\bas (?:promised|discussed|agreed|i (?:said|told you|promised)|you (?:asked|requested|wished|know|wrote|"
    r"said|suggested|mentioned)|we (?:said|agreed|discussed))",
    r"\b(?:unfortunately|of course|no worries|don't worry|do not worry|no problem|i (?:do )?hope (?:this|that|"
    r"you|your|it)[^,;.]* and|i(?:'m| am) (?:very |so |really |truly )?(?:sorry|afraid)(?: (?:about|for|that|"
    r"to hear)[^,;.]*?(?=,|;| and | but |-|$))?)",
    r"\b(?:you can|feel free to) (?:reach|call|contact)[^,;.]*",
    r"\b(?:that|which|who|where|because|why|what|how) (?:[\w'-]+ ){0,4}?(?:was|were|had|did|happened|went|got|"
    r"didn't|wasn't|weren't|hadn't|came|arrived|ordered|bought|sent|reported|mentioned|asked|told|said|promised|"
    r"broke|failed|paid|received)\b[^,;.]*?(?=,|;|\.|$| (?:and|by|within|before|tomorrow|today) )",
    r"\b(?:what|where|how|why) (?:went|has gone|happened|it is|things are)[^,;.]*?(?= (?:and|by|within|before|"
    r"tomorrow|today|on) |,|$)",
    r"\b(?:your|the|my|our) (?:order|email|e-mail|letter|message|call|invoice|request|complaint|note|visit|"
    r"payment)s? (?:of|from|dated|on) (?:last |yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? \w+|\w+ \d{1,2}(?:st|nd|rd|th)?)(?:week|month|year)?",
)
ASKING = pattern(
    r"^(?:(?:and|so|ok|okay|hi|hello)[, ]+)?(?:shall|should|can|could|may|would|will|do|does|did|is|are|was|"
    r"were|have|has|when|what|where|who|which|how|why) (?:i|we|you|it|that|this|the|they|someone)\b(?!.*(?:i'll|"
    r"we'll|i will|we will))"
)
TAGS = pattern(
    r"(?:,|;| -|\.|\() ?(?:and )?(?:ok|okay|all right|alright|right|deal|fine|agreed|good|is that (?:ok|okay|"
    r"all right|alright|fine|good)(?: (?:for|with|by) you)?|does that (?:work|suit)(?: (?:for )?you)?|"
    r"would that (?:work|suit|be (?:ok|okay|all right|alright|fine))(?: (?:for|with)? ?you)?|if that's ok|"
    r"sound good|does that sound (?:good|ok|okay|all right)|shall we say|how does that sound|what do you think|"
    r"anything else(?: i can do)?|can i (?:do|help)[^?]*|is there anything[^?]*|will that do|does that help|"
    r"good enough) ?\?\)?$"
)
JOINS = pattern(
    r"(?:;| - |:(?= )|, (?:and|but|so|then)(?= )| and(?= (?:i|we|you|your|the|it|our|my|they|if|a) )| but(?= )|"
    r",(?= (?:i|we|you)(?:'ll| will) )|,? and then(?= )| and(?= (?:refund|send|call|let you|get back|deliver|"
    r"replace|credit|email|ring|phone) ))"
)
CONDITIONS = pattern(
    r"^(?:and |but |so )?(?:if|once|unless|when|whenever|as soon as|provided|in case|should you|assuming|"
    r"after you|depending)\b"
)
