"""Where an English sentence is cut, and what of it is not judged."""

from makegood.promises.own_words.language import pattern

UNSAID = pattern(
    r"\b(?:and |so |but )?if (?:you (?:have|need|want) (?:any|more|further|anything|other)[^,;.]*|there(?:'s|"
    r" is) (?:anything|something)[^,;.]*|anything[^,;.]*|not,|that(?:'s| is) (?:ok|okay|alright|all right|"
    r"fine)(?: with you| by you)?|(?:that|this|it) (?:suits|works)(?: for)?(?: you)?|it(?:'s| is) (?:ok|okay|all right|alright|"
    r"fine)(?: with you)?|i may|i might|"
    r"necessary|needed|you (?:don't|do not) mind)",
    r"(?:(?<=know )|(?<=tell you )|(?<=check )|(?<=confirm )|(?<=lunch )|(?<=tomorrow )|(?<=today )|(?<=me )|(?<=us )|(?<=you )|(?<=out ))(?:whether|"
    r"if)\b[^,;.]*?(?=,|;|\.|$| by | before | tomorrow| today)",
    r"\b(?:please )?leave (?:it|that|this|everything) (?:with|to) (?:me|us)\b,?|\bbear with (?:me|us)\b,?|\btrust me\b,?|,? i'd (?:stake|bet|put)\b[^;]*?(?=,|;|\.|$)|\brest assured\b,?(?: that)?",
    r"(?<=\w),? (?:who|that) (?!will)[a-z]+s (?:[\w'-]+ ){0,5}?(?=(?:will|'ll) )",
    r"\bas (?:promised|discussed|agreed|i (?:said|told you|promised)|you (?:asked|requested|wished|know|wrote|"
    r"said|suggested|mentioned)|we (?:said|agreed|discussed))",
    r"\b(?:unfortunately|of course|no worries|(?:don't|do not|please don't|no need to) (?:worry|panic|fret|stress|apologi[sz]e|be (?:alarmed|afraid|concerned))|no problem|i (?:do )?hope (?:this|that|"
    r"you|your|it)[^,;.]* and|i(?:'m| am) (?:very |so |really |truly )?(?:sorry|afraid)(?: (?:about|for|that|"
    r"to hear)[^,;.]*?(?=,|;| and | but |-|$))?)",
    r"\b(?:you can|feel free to) (?:reach|call|contact)[^,;.]*",
    r"\b(?:so(?: that)?|where|which|that|what) you(?:'ll| will)? (?:can|could|may|might|needn't|don't|won't|be able)\b[^,;.]*?(?=,|;|\.|"
    r"$| (?:by|before|on|tomorrow|within|today) )",
    r"\b(?:i|we)(?:'d| would) (?:just )?(?:like|love|want) to (?:apologi[sz]e|thank|say)[^,;.]*?(?= and | but |,|$)",
    r"(?<=[a-z]) (?:you|we) (?:were|had|ordered|wanted|asked for|needed|requested|reported|chose|returned|bought|paid|sent|lost|"
    r"missed|saw|found|mentioned)\b[^,;.]{0,60}? (?=(?:will|'ll|is|are|goes|gets|arrives|ships|leaves|comes) )",
    r"^(?:and |but |so )?(?:because|although|though|even though|given that|seeing that|now that|as|since|while) "
    r"(?:you|we|i|it|the|your|our|he|she|they|this|that|there)\b[^,;]*,",
    r"\bit(?:'ll| will) take no longer than",
    r"\b(?:that|which|who|where|because|why|what|how) (?:[\w'-]+ ){0,4}?(?:was|were|had|did|happened|went|got|"
    r"didn't|wasn't|weren't|hadn't|came|arrived|ordered|bought|sent|reported|mentioned|asked|told|said|promised|"
    r"broke|failed|paid|received)\b[^,;.]*?(?=,|;|\.|$| (?:and|by|within|before|tomorrow|today) )",
    r"\b(?:what|where|how|why) (?:went|has gone|happened|it is|things are)[^,;.]*?(?= (?:and|by|within|before|"
    r"tomorrow|today|on) |,|$)",
    r"\b(?:(?:your|the) (?:order|email|e-mail|letter|message|call|invoice|request|complaint|note|visit|payment)s? (?:of|from|dated|on)|"
    r"(?:my|our) (?:email|e-mail|letter|message|call|invoice|offer)s? (?:of|from|dated)) (?:last |yesterday|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day\b|"
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
    r"(?:;| - |:(?= )|, (?:and|but|so|then|therefore|hence|thus|however|which is why)(?= )| and(?= (?:will|'ll) (?:be|arrive|go|reach|"
    r"leave|ship|follow|land|come|get) )| and(?= (?:i|we|you|your|the|it|our|my|they|he|she|if|a(?! half))(?:'\w+)? )| but(?= )|"
    r",(?= (?:i|we|you)(?:'ll| will) )|(?<!day)(?<!row)(?<!\d)(?<!noon)(?<!week)(?<!days)(?<!hour)"
    r"(?<!ours)(?<!month)(?<!pm)(?<!am)(?<!rning)(?<!ening)"
    r",(?= (?:(?:he|she|it|they|someone)|(?:your|our|the|my|an?) (?:[\w'-]+ ){0,3}?[\w'-]+)(?:'ll| will) )|,? and then(?= )|"
    r" and(?= (?:refund|send you|call|let you|get back|deliver|"
    r"replace|credit|email|ring|phone) ))"
)
CONDITIONS = pattern(
    r"^(?:and |but |so )?(?:if|once(?! again| more)|unless|when|whenever|as soon as(?! (?:tomorrow|today|next|this))|provided|in case|"
    r"should (?:you|the|"
    r"it|your|we|this|that|there|they|any)|as long as|so long as|on condition|assuming|"
    r"after you|depending|according to|normally|usually|typically|generally|hopefully|as far as|in (?:our|my) experience|perhaps|maybe|"
    r"with (?:any|a bit of)? ?luck|"
    r"ideally|on average|in most cases|in general|as a rule|in theory|all being well|weather permitting|after (?:receiving|receipt)|"
    r"(?:sign|order|pay|book|buy|reply|return|confirm|register|subscribe|switch)(?: (?:it|this|that|now|today|tomorrow|tonight|by|before|within|up|online|here|us|your))+\b(?= |$)|"
    r"subject to|in the event|only (?:when|if|once)|without|(?:he|she|they) (?:says?|said))\b"
)
