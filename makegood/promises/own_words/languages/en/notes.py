"""How English promises in notes of a call: “told him I'd ring back Fri”, “engineer booked Tue am”, “refund within 5 days”."""

from makegood.promises.own_words.languages.en.settled import VISIT
from makegood.promises.own_words.languages.en.subjects import CUSTOMER, DAY, HEARER, HOW, ROLE, THINGS, US, WILL
from makegood.promises.own_words.languages.en.verbs import ANY_DONE, DO

WHEN = (
    r"(?:by|before|on|at|within|inside|in|until|till|between|from|no later|not later|tomm?orr?ow|tmrw|tmr|today|tonight|this|next|"
    rf"first thing|end of|eod|cob|later|{DAY}|\d{{1,2}}[:.]\d\d|\d{{1,2}} ?[ap]m|\d{{1,2}}(?:st|nd|rd|th)|"
    r"\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|noon|midday|latest)(?!\w)"
)
# Who notes has left out the subject: it is one of us, never the customer.
SAYER = (
    r"(?:^|[,;(] ?|(?<!\w)(?:and|but|so|then) )(?:(?:i|we|i've|we've|have|i have|we have|ve) )?"
    r"(?:also |then |now |just |already |verbally )*"
)
TELLING = (
    rf"(?:^(?:the )?{CUSTOMER} (?:was )?(?:told|informed|advised|assured)(?! (?:us|me)\b)|"
    rf"{SAYER}(?:(?:told|advised|informed|assured|reassured|promised|guaranteed|notified|let|texted|emailed|mailed|messaged|wrote to|"
    rf"confirmed (?:to|with)|agreed w(?:ith|/)|"
    rf"explained to|said to) {HEARER}|left (?:an? )?(?:vm|voicemail|voice mail|message|msg|note)(?: (?:for|with) {HEARER})?|"
    r"(?:said|confirmed|agreed|explained|promised)))(?: that|:| to say| saying)*(?: that)? "
)
BUSY = (
    r"(?!be (?:away|closed|out of|happy|glad)|need\b|have to|wait\b|try\b|like\b|love\b|see\b|be charged|be billed|not\b|never\b|"
    r"hope\b|only\b|prefer\b|rather\b|aim\b)"
)
PLEDGED = (
    rf"(?:{US}|(?:his|her|their|our|the) {ROLE}|[a-z]+ from [a-z]+)(?:'d| would|{WILL}){HOW} {BUSY}\w+|"
    rf"(?:{THINGS}|he|she|(?:[a-z-]+ ){{0,3}}[a-z-]+)(?:'d| would|{WILL}) (?:get|have|receive|hear|see|"
    r"be (?!charged|billed|closed|away|at home|in\b)|arrive|reach|come|go (?:out|back|live)|follow|land|ship|attend|ring|call|phone|show|"
    r"appear|hit|clear|leave|start)\b|"
    rf"(?:{THINGS}|{US}|(?:[a-z-]+ ){{0,2}}{ROLE}) (?:(?:is|are) (?:being|coming|booked|scheduled|on|with|going|getting|to be|arriving|"
    rf"out|there|due (?:out|with|in|to)|[a-z]+ing)|gets?|goes|go|arrives?|ships?|leaves?|comes?|attends?|visits?|calls?)(?!\w)|"
    rf"(?:[\w-]+ ){{0,3}}?{VISIT} (?:is|are) (?:now |on |for )*(?={WHEN})|"
    rf"(?:i|we) {DO}(?!\w)|to expect (?:an?|the|our|delivery|it|us|refund|his|her|their|new|call|engineer)(?!\w)"
)
REPORTED = (
    rf"{TELLING}(?:{PLEDGED})|{SAYER}(?:told|promised|advised) {HEARER} (?=(?:by|tomorrow|today|{DAY})(?!\w))|"
    rf"{SAYER}(?:agreed|promised|undertook|committed|guaranteed|undertaken)(?: (?:with |w/ ?)?{HEARER})? "
    rf"to (?!pay\b|return\b|send (?:us|back)|bring|wait|come|be\b)[a-z-]+|"
    rf"{SAYER}(?:promised|guaranteed)(?: {HEARER})? (?!by\b)(?:[\w'/-]+ ){{1,5}}?(?:by|before|within|in|for|on|at|tomorrow|tmrw|today|tonight|"
    rf"this|next|{DAY})(?!\w)|{SAYER}(?:arranged|scheduled|booked|rebooked|rescheduled|organi[sz]ed|lined up|set up|diari[sz]ed)(?: in)? "
    r"(?!by\b|on\b|for (?:me|us|\d|tomorrow|mon|tue|wed|thu|fri|sat|sun)|with\b|at\b|from\b|table|room|flight|hotel|holiday|appointment|"
    r"appt)(?:[\w'/-]+ ){1,6}?"
    rf"(?:for|on|to|at|between|tomorrow|tmrw|today|{DAY})(?!\w)"
)
PLAINLY_TOLD = rf"{TELLING}(?:i|we)(?:'d| would|'ll| will)(?: also| personally)?|{SAYER}(?:agreed|promised)(?: (?:with |w/ ?)?{HEARER})? to"

# What a note may name, right before its time: what is done for the customer.
DEED = (
    r"(?:call-?back|call back|c/?b|ring back|phone call|follow-?up(?: call)?|response|refund|part refund|credit|"
    r"credit note|replacement|delivery|redelivery|re-delivery|collection|pick-?up|repair|visit|home visit|site visit|installation|"
    r"install|fitting|reconnection|activation|inspection|survey|feedback|decision|verdict|estimate|payout|transfer|compensation|voucher|"
    r"gift card|reimbursement|shipment|dispatch|despatch|shipping|hand-?over|resolution|fix|patch|hotfix|swap|confirmation|"
    r"results|test results|(?:reply|answer|response|email|call) to (?:cust\w*|client|caller|him|her)|arrival|completion|restoration|resend|"
    r"(?:next|first|second|further|another|our|my|an|final|full|written|detailed|proper|personal) "
    r"(?:update|call|email|report|step|visit|reply|answer|response|quote|news|exchange|contact)|update call|(?:final|corrected|amended|"
    r"revised|updated|new) (?:invoice|bill|statement|report|quote|offer|draft)|"
    r"new (?:card|router|sim|phone|part|parts|invoice|contract|date|slot)|answer guaranteed|"
    r"(?:delivery|collection|repair|visit|installation|fitting) (?:slot|date|day|time|window)|"
    r"(?:money|deposit|cash|funds|power|water|heating|gas|service|line|phone|laptop|car|van|bike|keys|broadband|system|site|card|"
    r"device|item|watch|suit|shoes) back(?: on| with \w+| online| to \w+)?|"
    r"(?:engineer|technician|tech|plumber|fitter|electrician|installer|driver|boiler|gas) (?:visit|call|slot|appointment|m[ae]n))"
)
# A note tells no story and sets no rule.
STILL = (
    r"(?![^,]*(?<!\w)(?:was|were|did|had|came|is|has|have|are|went|costs?|needs?|must|can|do|does|takes?|seems|late|last|previous|no|not|"
    r"without|free|standard|express|normal|regular|usual|yesterday|ago|please|kindly|wants?|asks?|left|made|sent|rang|spoke|told|paid|"
    r"expects?|hopes?|your order|(?:of|from|after) (?:receipt|purchase|delivery|receiving)|only|returns|"
    r"(?!(?:re)?(?:booked|arranged|moved|scheduled|agreed|promised|guaranteed|confirmed|planned|lined|assigned|allocated|vised|corrected|amended|"
    r"updated|detailed|delivered|turned|expected|reserved|needed)\b)\w{2,}ed)(?!\w))"
)
OF_IT = r"(?: (?:of|for|from|with|w/|by|re|to|about|regarding) (?:(?!(?:by|on|at|within)\b)[\w'/-]+ ){0,4}?[\w'/-]+)?"
SET = (
    r"(?: (?:booked|rebooked|rearranged|moved|arranged|scheduled|rescheduled|agreed|promised|guaranteed|confirmed|set|planned|lined up|due|"
    r"coming|attending|"
    r"visiting|calling|on site|en route|out|there|round|with (?:you|cust\w*|him|her|them)|to (?:you|cust\w*|him|her|them)|assigned|"
    r"allocated|in|for|at|to|by|back)){0,4}"
)
ITEM = (
    r"(?:refund|replacement|parcel|parts?|order|card|router|sim|letter|email|invoice|cheque|credit|voucher|contract|item|device|unit|"
    r"boiler|kit|sofa|keys|documents|paperwork|copy|money|label|bed|bike|car|phone|box|meter|filter|machine)"
)
NOT_ASKED = r"(?!.*(?<!\w)(?:needs?|wants?|have|has|asks?|asked|like|told|advised|you|please|kindly|are|is|must|ought|used|due)(?!\w))"
NOTED = (
    # “Refund to her card within 5 days”, “Collection of the parcel: Friday”
    rf"(?:^|, ){STILL}(?!.*(?<!\w)you(?!\w))(?:(?:an?|the|your|our|my|part|partial|final|goodwill|her|his|their) )?(?:[\w'/-]+ ){{0,2}}?"
    rf"{DEED}(?: (?:of )?[£$€]?\d[\d.,]*(?: \w+)?)?{OF_IT}(?:{SET},? (?={WHEN})|$)|"
    # “Engineer booked Tue am”, “onsite engineer by 5pm”
    rf"(?:^|, ){STILL}(?:[\w'/-]+ ){{0,2}}?{ROLE}(?: [a-z]+)?(?: visit| call| slot)? (?:booked|arranged|scheduled|confirmed|coming|due|"
    rf"attending|visiting|calling|on site|en route|round|there|out|over|back|with (?:you|cust\w*|him|her|them)|lined up|assigned|allocated|"
    rf"to (?:him|her|cust\w*)){SET}(?: (?!(?:by|on|at)\b)[\w'/-]+){{0,3}}? (?={WHEN})|"
    rf"^{STILL}(?:[\w'/-]+ ){{0,2}}?{ROLE} (?=(?:by|tomorrow|today|{DAY})(?!\w))|"
    rf"^{CUSTOMER} (?:given|promised) (?={WHEN})|"
    # “To ring back”, “tech to attend”, “cheque to be sent out”
    rf"^(?:action: |todo: |i am |we are )?(?:(?:[\w'/-]+ ){{0,2}}?{ROLE} |i |we )?"
    rf"to (?!be (?!\w+ed)|wait|pay)[a-z-]+(?![^,]{{0,60}}, (?:please|you|just|simply|call|use|go|send|fill|return|click|press)) |"
    rf"(?:^|, ){NOT_ASKED}(?:[^\s,;:]+ ){{1,5}}?to (?:be (?:\w+ )?{ANY_DONE}|arrive|ship|follow|go out|leave|reach|come|land)(?!\w)|"
    rf"(?:^|, ){STILL}(?:[\w'/-]+ ){{0,3}}{ITEM} (?:going out|going|being \w+|arriving|due|coming|leaving|shipping|landing|follows|"
    rf"to follow|out|in the post|on its way|en route)"
    rf"(?: (?:in|out|back|with|to))*(?: \w+){{0,3}}? ?(?={WHEN})|"
    rf"^{STILL}(?:[\w'/-]+ ){{1,4}}(?:on its way|in the post|(?:in|on|at) your \w+|out to you|back with you|with you|ready for (?:you|"
    rf"collection)) (?={WHEN})|"
    # “Done by Friday”, “more tomorrow”, “speak Monday”
    r"^(?:all |it's |that's |consider (?:it|this|that) |be |you're )?(?:done|sorted|ready|fixed|finished|repaired|solved|back|yours|"
    r"resolved|delivered)(?: for you| with you| again)? (?:by (?!royal|dhl|evri|the|our|a )|within|before|tomorrow|tonight)|"
    r"^(?:more|news|details|an update|full details|more on this|expect|update)"
    rf"(?: (?:news|info|details|information|to follow|to come|on this|from (?:me|us)|for you))* (?={WHEN})|"
    r"(?<!\w)(?:next|my|our|another|further) (?:update|report|call|email|news|bulletin|answer|visit|promise to you)"
    rf"(?: (?:is |comes |follows |to follow |for you |from us |from me )?(?={WHEN})|$)|"
    rf"^(?:speak|talk)(?: again)? (?={WHEN})|"
    rf"(?:^|- ?)(?:agreed|promised|arranged|booked in)(?: for)? (?=tomorrow|today|this|next|{DAY}|\d)|"
    rf"^(?:need to |must |remember to |then )?(?:call|ring|phone|e-?mail|text|write to|send|update|refund|pay|visit|contact|inform|notify)"
    rf"(?: back)? (?:him|her|(?:the )?{CUSTOMER}|(?:mr|mrs|ms) \w+)(?!\w)|"
    r"^(?:spoke|called|rang|phoned|emailed|explained|apologi[sz]ed|checked|noted|logged|escalated|passed|raised)(?!\w)[^,;]*, (?:and )?"
    rf"(?:will|'ll) {DO}(?!\w)|^(?:follow up|chase) [^,;]{{1,40}}?and (?:let|[a-z]+) {HEARER}|"
    rf"^(?:promised|agreed(?: w(?:ith|/) ?{HEARER})?|told {HEARER}|next steps?|our promise|my promise)$|"
    r"(?:^|, )(?:then )?[a-z]+ing (?:him|her|them|back|cust\w*|(?:mr|mrs|ms) \w+)(?!\w)"
)
