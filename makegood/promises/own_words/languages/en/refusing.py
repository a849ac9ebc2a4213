"""What takes an English promise back."""

from makegood.promises.own_words.language import pattern, words
from makegood.promises.own_words.languages.en.notes import REPORTED
from makegood.promises.own_words.languages.en.promising import SERVING
from makegood.promises.own_words.languages.en.subjects import CUSTOMER
from makegood.promises.own_words.languages.en.verbs import DOES

THIRD = (
    r"(?:courier|carrier|dhl|ups|fedex|dpd|postnl|royal mail|hermes|evri|gls|post office|postal service|bank|"
    r"manufacturer|supplier|importer|"
    r"customs|insurer|insurance company|landlord|tax office|shipping company|seller|wholesaler|paypal|visa|"
    r"mastercard|card issuer|apple|google|microsoft|amazon|authorities|police|council|network operator|airline|publisher|provider|post|"
    r"partner|contractor|city|municipality|government|factory|vendor|grid operator|isp|utility|water board|ministry|court|embassy|ikea|"
    r"distributor|dealer|retailer)"
)
# Of a third person only what is asked of us, or given.
GETS = r"(?! (?:also |then |soon )?(?:receive|get|have|hear|see|be (?:refunded|called|contacted|credited|paid|sent)))"
KIN = (
    r"(?:son|daughter|wife|husband|mother|father|mum|dad|brother|sister|neighbou?rs?|flatmate|friend|solicitor|lawyer|notary|employer|"
    r"boss|accountant|gp|guests?|children|kids|parents|tenants?|assistant|company|side)"
)
# What a note may say of what we told somebody.
IN_REPORTS = words(
    r"would",
    r"i'd",
    r"we'd",
    r"you'd",
    r"said",
    r"told (?:me|us|you|him|her|them)",
    r"informed (?:me|us)",
    r"(?:he|she|they|it)'d",
)
REFUSING = pattern(
    rf"^(?!.*?(?:{REPORTED})).*?{IN_REPORTS}",
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
        r"doubt",
        r"luck",
        r"fingers crossed",
        r"possible that",
        r"(?:first|next|earliest|only) (?:available |free )?(?:\w+ )?(?:slot|appointment|date) (?:is|we have)",
        r"unlikely",
        r"doubtful",
        r"no way",
        r"hardly",
        r"presumably",
        r"supposed(?:ly)?",
        r"allegedly",
        r"estimated?",
        r"provisional(?:ly)?",
        r"tentative(?:ly)?",
        r"in principle",
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
        r"no longer(?! than)",
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
        r"(?:our|the|company|refund|returns?) policy",
        r"policies",
        r"terms",
        r"according to",
        r"every (?:day|week|month|year|\w+day|morning|evening|customer|order|hour)",
        r"on (?:mon|tues|wednes|thurs|fri|satur|sun)days",
        r"on the \w+ of the month",
        r"in (?:winter|summer)",
        r"on (?:working|business|week) ?days",
        r"each (?:day|week|month|year|\w+day|customer|order)",
        r"customers",
        r"(?:all|every|each) (?:our )?(?:orders?|refunds?|requests?|returns?|e-?mails?|messages?|calls?|complaints?|enquir(?:y|ies)|"
        r"claims?|parcels?|tickets?|letters?)",
        r"opening hours",
        r"open(?:s|ed)? (?:from|on|until|till|at|again|every|between|daily)",
        r"(?:is|are|be|re)[ -]?(?:opened|open|closed(?! out))",
        r"closed (?:on|from|until|till|for|today|tomorrow|between|all)",
        r"(?<!before )we close",
        r"god willing",
        r"on holiday",
        r"on leave",
        r"annual leave",
        r"out of (?:the )?office",
        r"expires?",
        r"warranty (?:is|lasts|covers?|runs|expires|ends|period|of|does)",
        r"(?:subscription|contract|membership|plan|tariff|trial|term|policy|period|agreement|lease|licen[sc]e|cover|guarantee|insurance)"
        r" (?:will )?(?:automatically )?(?:ends?|expires?|renews?|runs?|starts?|continues?|begins?|comes? to|lasts?|rolls? over|"
        r"be (?:renewed|extended)|change)",
        r"sale ends",
        r"offer (?:ends|is|runs|will)",
        r"maintenance(?! (?:team|crew|m[ae]n|guy|engineers?|technicians?|contract|staff|department|fee|plan|will (?!be\b|take|run|start|last|affect|begin)|will "
        r"be (?:with|round|over)))",
        r"(?<!the )(?<!your )(?<!both )(?<!these )(?<!those )(?:orders|returns|refunds|requests|complaints|parcels|deliveries|claims|repairs|bookings) (?:will|placed|are|received|made|take|"
        r"above|over|that|which)",
    ),
    # others' doing and saying
    rf"(?<!\w)(?:the|your|their|a|his|her|that) (?:\w+ ){{0,2}}?{THIRD}(?:'ll| will| has| have| is|'s| says| said| told| promised|"
    rf" confirmed| informed| announced| assured| wrote|"
    rf" expects| should| needs| (?:{DOES}|arrives|goes|leaves))\b(?! a (?:call|reply|refund|letter|credit))",
    rf"(?<!\w)by (?:the |your )(?:\w+ )?(?!post|bank holiday){THIRD}(?!\w)",
    rf"(?:^|[,.;] )(?:but )?{THIRD}(?:'ll| will| has| is| says| said| told| expects| (?:{DOES}))\b",
    words(
        r"says",
        r"claims?(?= (?:that|it))",
        r"apparently",
        r"you(?:'ve| have) (?:written|told|said|asked)",
        r"you (?:said|wrote|told|mentioned|promised|asked)",
    ),
    rf"(?<![\w'])(?:he|she|they)(?:'ll| will| are going to| is going to)(?!(?: (?:then|also|personally|both|all))* {SERVING})"
    r"(?! be (?:\w+ )?(?:\w+ed|sent|paid|made|done|brought|hung|built|gone|off|back|there|ready|up and running|laid|out)\b)"
    r"(?! (?:arrive|reach|ship|go out|follow|ring you|contact you|get|receive|have|hear|see|land)\b)",
    rf"(?<!\w)(?:(?:your|my|his|her|their|the) (?:\w+ )?{KIN}|your (?:doctor|dentist|school|university|college|"
    rf"broker)|(?:the |our )?{CUSTOMER})(?:'ll| will| wants?| has| have| says?| asks?| asked|"
    rf" promised| agreed| is| are| expects?| needs?| to| sends?| pays?| confirmed){GETS}(?!\w)",
    # the customer's part
    words(
        r"(?:please|kindly) (?:send|let|call|reply|confirm|return|pay|bring|make sure|fill|note|check|allow(?! (?:\d|an?|two|three|four|five|six|seven|ten|up to))|provide|submit|"
        r"contact|give|have|be|keep|wait|sign|complete|ensure|forward|tell|use|respond|get back|collect)",
        r"you (?:must|need to|have to|should|could|may|might)(?! expect)",
        r"you can(?! (?:then |also |certainly |definitely )?(?:expect|count on|rely on|look forward|be sure|rest assured|collect (?:it|"
        r"them|your|the)|pick (?:it|them|up|your|the)|fetch (?:it|them|your|the)))",
        r"you(?:'ll| will) (?:need|have) to",
        r"make sure you (?:send|have|are|return)",
        r"(?:send|return|call|email|let|phone|ring|write) (?:us|me)(?: back)? (?:by|before|on|until|within|tomorrow|today)",
        r"give (?:us|me) (?:a (?:call|ring|shout)|your|the)",
        r"return (?:it|them) to us",
        r"let (?:us|me) (?:have|know)",
        r"are you",
        r"do you",
        r"let's",
        r"feel free",
        r"remember to",
        r"don't forget",
    ),
    r"^(?:(?:and|then|so|just|or) )*(?:send|return|email|bring|call|post|collect|use|keep|hand in) (?:it|them)(?!\w)(?! (?:over |across |back |on )*to (?:you|him|her)\b)",
    # what is only told, and what comes whether we will or not
    r"(?<![\w'])(?:i'm|i am|we're|we are)(?: just)? (?:writing|calling|contacting|emailing|messaging|texting|ringing|phoning|"
    r"getting in touch|"
    r"reaching out)(?: to| with)?(?: you)?(?: today)? (?:about|regarding|because|re|concerning|as your|as you|in (?:reference|relation|"
    r"connection|response|reply)|with (?:regard|reference)|following|to (?:remind|inform|tell|ask|say|thank|confirm|let you know|notify|"
    r"apologi[sz]e))\b",
    r"(?<!\w)sending (?:you )?this(?!\w)",
    r"(?<!\w)(?:flight|train|bus|ferry|plane|coach|boat|cruise|tram|boarding|check-in)s? (?:will )?(?:leaves?|departs?|arrives?|goes|go|"
    r"lands?|takes? off|boards?|gets in|"
    r"opens?|starts?|is|operates?|sails?|be (?:leaving|departing|arriving))(?! (?:rebooked|being|changed|refunded))",
    r"(?<!\w)(?:appointment|table|room|seats?|stay|reservation|booking|flight|ticket|exam|hearing|course|class|meeting|concert|event|"
    r"session|suite|apartment)"
    r"(?: (?:on|at|for|with|of) (?:[\w:.'-]+ ){0,5}?[\w'.-]+)? (?:is|are|has been|have been) (?:re)?(?:booked|scheduled|confirmed|set|"
    r"reserved|due|arranged|planned|moved)(?! (?:by us|in our))",
    r"(?<!\w)(?:direct debits?|standing orders?|tax|loan|balance|fees?|amount|instal?ments?|premium|rent|payments?|invoices?|"
    r"bills?) (?:[\w.,$€£-]+ ){0,5}?(?:(?:will|'ll) (?:be )?|is |are )(?:taken(?! off)|debited|collected|charged|due|payable)\b",
    r"(?<!\w)(?:will|'ll) (?:be )?(?:debited|charged|payable|billed|due)(?!\w)",
    r"(?<!\w)(?:will|'ll) (?:debit|charge|bill|collect (?:the|your) (?:payment|instal|premium|rent|fee))",
    rf"^(?:he|she|they|(?:the |our )?{CUSTOMER}|(?:mr|mrs|ms|miss) \w+)(?!\w)[^;]*(?<!\w)(?:said|agreed to|confirmed|promised to)(?!\w)",
    r"(?<!\w)our (?:prices|terms|rates|fees|tariffs|opening|hours|policy|menu|range|privacy|conditions)(?!\w)",
    r"(?<!\w)(?:prices?|rates?|tariffs?|fees|clocks|museum|exhibition|concert|webinar|course|event|pool|restaurant|breakfast|weather|"
    r"strike|storm|sale) (?:will (?:be (?:held|on)|take place|start|open|close|begin|run|end|rise|increase|"
    r"change|last|apply|go up)|goes|go|rises?|opens?|closes?|starts?|ends?|takes? place|is|are)(?!\w)",
    r"(?<!\w)mon(?:day)?s? ?(?:-|to|until|till|through) ?(?:fri|sat|sun)(?:day)?s?(?!\w)",
    r"(?<!\w)(?:we expect|unavailable|roadworks)(?!\w)",
    r"(?<!\w)your \w+ (?:will|'ll) (?:have|need) to(?!\w)",
    r"^(?!.*(?<!\w)your?(?!\w))(?:our|the) (?:[\w-]+ ){1,3}(?:answers?|repl(?:y|ies)|responds?|delivers?|ships?|process(?:es)?|"
    r"handles?) .*(?<!\w)within(?!\w)",
    r"(?<!\w)standing order goes(?!\w)|(?<!\w)by direct debit|(?<=\w)(?:'s|'re|'m|'ve) not(?!\w)|(?<!\w)(?:up)?on (?:receipt|signature|"
    r"payment|approval|confirmation)(?!\w)",
    r"(?<!\w)you(?:'re| are|'ve been| have been) (?:re)?(?:booked|registered|enrolled|confirmed|reserved|seated)(?! in (?:with|for)|"
    r" for an?\b| with)",
    r"^(?:speak|talk|chat|see you)(?!.* to you).*(?<!\w)(?:bye|cheers|take care)(?!\w)",
    rf"(?<!\w)(?:the|your) {THIRD}s? (?:guarantees?|promises?|assures?|swears?|thinks?|hopes?)(?!\w)",
    r"(?<!\w)(?:novel|book|film|movie|album|issue|magazine|edition|season|series|brochure|catalogue|paper)s? (?:comes? out|appears?|is out|"
    r"is in the shops|(?:is|will be) (?:published|released))(?!\w)",
    r"^only (?:when|if|once|after)(?!\w)",
    r"(?<!\w)moving to (?!your)",
    r"(?<!\w)expect (?:[\w-]+ )?(?:delays?|traffic|queues?|noise|rain|disruptions?|interruptions?|snow|outages?)(?!\w)",
    # without a comma, too
    r"^(?:and |but |so )?(?:once(?! again| more)|as soon as(?! (?:tomorrow|today|next|this))|whenever|provided|assuming|when (?!i'm |"
    r"i am )|after (?:you|we|receiving|receipt|the \w+ (?:is|has|are))) ?",
    r"(?<!\w)(?:once|as soon as|after) (?:you|you've|we|we've|it|they|your|the \w+ (?:has|is|have|arrives|comes)|receipt|receiving)(?!\w)",
    r"(?<!\w)(?:didn't|couldn't|wouldn't|failed to|forgot|nothing (?:we|is|will|would|happens|available|before|until)|no (?:engineer|"
    r"technician|appointment|delivery|slot|one|driver|collection|refund|news))(?!\w)",
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
