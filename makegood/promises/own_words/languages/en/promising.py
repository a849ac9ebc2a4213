"""How English promises in whole sentences; `notes.py` has the clipped style, `settled.py` the present tense."""

from makegood.promises.own_words.language import pattern
from makegood.promises.own_words.languages.en.notes import NOTED, PLAINLY_TOLD, REPORTED
from makegood.promises.own_words.languages.en.settled import SETTLED, VISIT
from makegood.promises.own_words.languages.en.subjects import CUSTOMER, HOW, PERSON, ROLE, TEAM, THINGS, US, WILL
from makegood.promises.own_words.languages.en.verbs import ANY_DONE, DO, DOES, DOING

# What one may do without promising anything: to be away, to need, to wait, to try, to be happy.
IDLE = (
    r"(?:be(?! (?:in (?:touch|contact)|there|with you|round|around|at yours?|at the (?:flat|house|address|property|site|door|gate)|outside|able to|"
    r"straight|right|up (?:to|in|with)|down to|done|finished|ready|live|on (?:the phone|to|it|your|site)|over|out (?:to|with)|"
    r"back (?:to|in touch|with|on)|by (?:to|on|at|your|tomorrow|this)|"
    r"(?!(?:looking forward|moving|closing|opening|waiting|working|going on|hosting|launching|travelling|attending|having|raising|"
    r"charging|billing|debiting|missing|thinking|celebrating|hiring)\b)[a-z]{2,}ing)\b)"
    r"|be able to (?!call|ring|phone|send|get|give|tell|deliver|refund|ship|repair|replace|answer|confirm|come|let|say)|"
    r"be (?:looking forward|working (?:from|until|till)|dealing with (?:all|every|other))|"
    r"need|needs|wait|see(?! to| that| you right)|try(?! (?:them|him|her|it|you) again)|hope|look forward|miss|have to|want|understand|consider|"
    r"remain|stay|continue(?! (?:with|to work|the|your|work|repair|our)\b)|"
    r"(?:close|open)(?! (?:your|an?|the (?:case|ticket|account|claim|file|dispute|line|valve|lock|door for you))\b)|"
    r"move(?! (?:you|your|the (?:appointment|date|delivery|visit|slot|booking))\b)|increase(?! your)|"
    r"assume|think|like|love|believe|expect|aim|know|keep (?:an|you posted|you updated|your|this|that|it|in mind|improving)|"
    r"take (?:this|your|it) (?:very )?(?:seriously|into)|"
    r"do (?:my|our) (?:very )?(?:best|utmost)|do (?:everything|all|what|whatever)|cost|last|depend|"
    r"sleep|work (?:from|until|till)|eat|meet(?! you)|leave(?! (?:you|your|it|them|an?|the (?:keys?|parcel|package|card|form))\b)|"
    r"go on|celebrate|launch|introduce|start selling|charge|cancel your|offer(?! you))"
)
OURS = (
    rf"(?:(?<![\w'])(?:{US})|(?:^|, |: )(?:[\w-]+ ){{0,2}}{ROLE}(?: from [a-z]+)?)"
    rf"(?:{WILL}|(?:'m|'re| am| are| is) to(?! (?:blame|be)\b))(?! not\b){HOW} (?!{IDLE}\b|n[eo]ver|not\b)\w+"
)
NOW_DOING = (
    rf"(?<![\w'])(?:{US})(?:'m|'re|'s| am| are| is)(?: already| now| just| also| personally| currently| both)*"
    rf" (?:having (?:it|this|that|them|an?|the|your|my|our|one|someone) \w+|moving (?:you|your|it|the)|"
    rf"(?!getting (?!it|you|your|the|this|that|them|an?\b|someone|back|in touch|round|over|out)|looking forward){DOING},? \w+)"
)
PASSIVE = (
    rf"(?:(?!closed|opened|delayed|expired|charged|required|postponed|suspended|discontinued|renewed|limited|debited|increased|needed|"
    r"asked|billed|invited|expected|supposed|based|used|allowed|permitted|held|vacated|shown|sold|played|performed|celebrated|broadcast|elected)"
    rf"(?:[a-z]+-)?{ANY_DONE}|(?:reach|access|us|read|view|work|visit)able|ready|back|there|with you|on its way|(?:on|in|at) your|available(?! (?:from|until|between|on))|"
    r"at (?:reception|the (?:chemist|pharmacy|reception|front desk|desk|door|gate|depot|post office|counter|hotel))|"
    r"in (?:the|your|our) \w+|on (?:the|its) \w+|on (?:our|a|tomorrow's|today's|\w+day's) (?:way|van|truck|lorry|road|post|next \w+|\w+ van)|"
    r"on (?:board|site|hand|duty)|up and running|working|out|over|made|waiting|round|en route|off|live|up|lit|warm|dry|tight|yours|"
    r"good as new|(?:re)?active|enabled|usable|functional|operational|intact|visible|secure|clean|complete|all set|fine|clear|free|gone|through|re\w{1,6}(?:ung|ent|aid|one|ade|uilt|ought|itten|awn|ewn|aken|ound|old)|"
    r"running again|(?!moving|closing|opening|charging|looking|having|being|expiring|rising|changing|ending|taking|starting|playing|"
    r"showing|holding|missing|waiting|raining|snowing|following|lasting)[a-z]{3,}ing)"
)
# “Will call you tomorrow”, “Back to you by noon”: the subject left out. Only so many words before it: “hi hi hi …”
# reads in two ways at each “hi”, which without an end takes for ever.
BARE = (
    r"^(?:(?:ok|okay|sure|yes|hi|hello|thanks|sorry|great|right|no problem|understood|noted|and|hi \w+|dear \w+|"
    r"thank you|good news|apologies|update|note)[,.!:; -]+){0,5}"
    rf"(?:(?:im |i'm )?(?:will|'ll|shall|going to|gonna){HOW} (?:{DO}|(?:be (?:fully |then |also )?{PASSIVE}|arrive|reach you|follow|land))\b|"
    rf"{DOING}(?: (?:up|out|off|over|round|back|in))? "
    r"(?:you|it|the|your|this|them|him|her|an?|back|cust\w*|engineer|tech|technician|replacement|new|someone|(?:mr|mrs|ms) \w+)(?!\w)|"
    r"(?:ring|call|phone|email|text) you(?!\w)|back (?:to|with|at) you|(?:speak|talk) to you|(?:refund|replacement|"
    r"call|reply|answer|parcel|invoice|quote|engineer|technician)(?: \w+)? (?:will|coming|follows|due|promised)|"
    r"(?:you can )?(?:count on|rely on|trust) (?:us|me) to |(?:be |on (?:my|our) way, |there, )?(?:with you|at yours) (?=by|at|in|within|"
    r"tomorrow|before|on|around|no later))"
)
PROMISE = (
    rf"(?<![\w'])(?:you have (?:my|our) (?:word|promise)|{US}(?: (?:do )?(?:hereby )?(?:can )?(?:promises?|guarantees?|commits?|"
    rf"undertakes?|"
    rf"pledge|swear|assure|give you (?:my|our) word|confirm (?:that|(?:the |your |an? |our )?(?:{VISIT}|engineer|technician)))\b|"
    r"(?:'ve| have)(?: now| also| already| just)* (?:(?:arranged|scheduled|rescheduled|booked|rebooked|planned|organi[sz]ed|"
    r"lined up|set up|moved|brought forward|agreed|put you (?:down|in)|made a note|set (?:a|myself a) reminder|diari[sz]ed|got you)\b|"
    # others whom we asked
    rf"(?:asked|instructed|told|got|put|assigned|sent) (?:{TEAM}|someone|somebody)(?: \w+){{0,2}}? (?:to [a-z]+|[a-z]+ing|{ANY_DONE})\b))|"
    r"(?:in|on) my (?:diary|calendar|list) to [a-z]+|you(?:'re| are) (?:first|next|second|up first) (?:on|in) (?:our|the|my)|allow (?:me|"
    r"us) to [a-z]+ (?:you|your|the|it|this)|"
    r"you can (?:count on|rely on|look forward to|be sure of)(?!\w))"
)
RECEIVING = (
    rf"(?:receive|get|hear|be able to \w+|have (?!to\b|until\b|had\b|the (?:option|chance|right|opportunity|choice)\b)|own|know|wake up to|"
    rf"be (?:fully |automatically |duly )?(?:(?!invited|asked|required|charged|billed|debited|needed|expected|seated|booked){ANY_DONE}|"
    rf"back online|compensated|reconnected|connected|up and running|"
    r"online|getting|receiving|hearing|seeing|live|in business|good to go|sorted|with us)|"
    r"find (?:the|your|our|my|a)|see (?:the|your|it|a|us|that)|"
    r"(?:a|an|the|our|my|your|delivery|news|someone|me|us) \w+)\b"
)
YOURS = (
    r"(?<![\w'])you(?: ?'ll| will| shall|'re going to| are going to| can expect(?: to)?)(?! (?:not|never|need|have to|find it))"
    rf"(?: then| also| both| all| certainly| definitely| surely| therefore| now| soon| first)* {RECEIVING}|"
    r"(?<!we )(?<!i )(?<!they )(?<!to )(?<!would )(?<!can't )(?<!not )(?<!n't )(?<!\w)expect (?:my|our|an?|the|us|me|it|them|him|her|"
    r"your|to hear|delivery|word|news|someone|somebody|results|confirmation|payment|money|full)(?! delay)(?: \w+|$)|"
    r"(?<!if )(?<!when )(?<!before )(?<!until )(?<!once )(?<![\w'])you(?:'re getting| are getting| get| receive| hear)(?: \w+)? "
    r"(?:your|the|an? (?:\w+ )?(?:email|call|text|refund|answer|replacement|reply|letter|new)|it|this|that|my|our|everything|all|word|"
    r"news|full|money|back|from (?:me|us))(?!\w)|"
    r"(?<!\w)(?:tomorrow|tonight|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day) you (?:get|receive|have) (?:an?|the|your|it)(?!\w)|"
    r"(?<!if )(?<!when )(?<!once )(?<![\w'])you have (?:it|them|(?:your|the|my|our|an) (?!appointment|interview|exam|option|right)(?:\w+ )?\w+) "
    r"(?:(?:back|in writing|in your hands) )?(?=by|on|tomorrow|before|today|tonight|next|this|within)"
)
# “Ticket 5512 will be …”: a name, but none of many things of which rules speak.
NAMED_THING = (
    rf"^(?!(?:{CUSTOMER}|i|we|you|he|she|it|they|there|nobody|dinner|breakfast|interest|traffic|entry|entrance|"
    rf"admission|parking|access)(?!\w))(?:[\w'-]+ ){{0,3}}[\w'-]*[^\Ws](?: \d+)?"
    rf"(?: will|'ll) be {PASSIVE}(?!\w)"
)
RECEIVED = (
    rf"(?<![\w']){THINGS}{WILL}(?: also| then| definitely| certainly| automatically|"
    r" all| both| now| personally| instead| again| once more)* (?:"
    rf"be (?:fully |completely |all |automatically |safely |safe and |personally |back )?{PASSIVE}|"
    r"arrive|reach|leave (?:us|our|the|here|today|tomorrow|tonight|on|by)|ship|"
    r"go (?:out|back|live|to you|to your|into your|through|on your|off|up|in)|"
    r"come (?:out|to|by|round|on|with|through|back|off|down)|land|show|appear|follow|"
    rf"get (?:to you|there|back|you|your|{ANY_DONE})|have (?:it|an|the|your|this|them|everything|been|finished)|(?:turn|pull|pick|end) up|"
    r"clear|hit|travel|depart|make (?:it|its|their)|swing by|drop|pop|head|(?:work|run|flow|function) again|take (?:care|over)|"
    r"(?!(?:have|be|change|move|find|see|hear|hold|work|run|lay|get|come|go|show|take|include|renew|raise|set|"
    rf"shut|decide)\b){DO})\b"
)
# Of her, him or them only what serves the customer: a note also says what the customer will do.
SERVING = (
    rf"(?:(?!(?:need|want|ask|owe|expect|have|tell|thank)\b)[a-z-]+(?: [\w'-]+){{0,4}}? "
    rf"(?:you|your|yours|the {CUSTOMER}|{CUSTOMER})(?!\w)|(?:do|see to|take care of|"
    r"deal with|look (?:at|into)) (?:so|that|this|it)|"
    r"be (?:with you|in touch|on site|at your|on (?:his|her|their|its) way|round|over|out|back (?:with|to|in touch)|[a-z]+ing you)|"
    r"(?:have|get|receive|hear) (?:it|this|that|them|everything|your|the|an?|his|her|their|news|finished|back|from us)(?!\w)|get (?:it|"
    r"this|that|back|to you|in touch|your)|"
    r"(?:sort|fix|repair|replace|install|fit|mend|finish|complete|process|reconnect|restore|swap|issue|refund|reinstall|push|"
    r"deploy|release|publish|rebuild|check|test|review|inspect|investigate|correct|amend|adjust|update|upgrade|prepare|paint|"
    r"diagnose|clear|unblock|solve|resolve) (?:it|this|that|them|everything|the|your|an?)|"
    r"(?:reply|respond|get back|write|speak|talk) to (?:her|him|you|them))"
)
THEIRS = rf"(?<![\w'])(?:he|she|they|who)(?:'ll| will| is going to| are going to)(?: then| also| personally| both| all)* {SERVING}"
NAME = (
    r"(?:^|[,;:(] |(?<!\w)(?:and|but|so|then|colleague) )(?!(?:he|she|they|it|who|that|which|this|you|nobody|everybody|everyone|"
    r"i|we|if|when|what|and|customers?|people|neither|not|no|there|please|kindly|the|your|our|an?|my|his|her|its|these|"
    r"those)\b)[a-z]{2,}(?: [a-z]+)?"
    r"(?: (?:from|in|at|of) (?:the |our )?[a-z]+(?: [a-z]+)?)?"
)
NAMED = (
    rf"{NAME}(?:{WILL}{HOW} (?:(?!(?:need|want|ask|owe|expect|have|thank)\b)[a-z-]+(?: [\w'-]+){{0,3}}? (?:you|your)(?!\w)|"
    rf"be (?:with you|in touch|there|at your|round to))|"
    rf" {DOES} (?:you|your)(?!\w)| (?:is|are) [a-z-]+ing (?:you|your)(?!\w))"
)
# As people write who learnt English later, or in haste.
PLAINLY = (
    rf"(?<![\w'])(?:i|we)(?: both| then| also)? (?:get back to|come to|come back to|(?!see|hear|thank){DO}) (?:you|your)(?!\w)|"
    r"(?<![\w'])ill (?:call|ring|phone|send|get|e-?mail|let|text|check|come|write|refund|post|ship|fix|do|give|have|be|drop|pop|sort)(?!\w)"
)
ALSO = (
    r"(?<![\w'])(?:i|we)(?:'ve| have|'m| am|'re| are)? [\w', ]{1,60}? and(?: then| also)?(?: will|'ll| shall) "
    r"(?!be (?:away|closed|out of|on)|need |see |wait )\w+|"
    rf"(?<![\w'])(?:{TEAM}|one of us) [^;]{{1,80}}? and (?:will|'ll) (?:{DO}|be (?:there|with|round|in touch))(?!\w)|"
    rf"(?<![\w'])(?:i|we|{TEAM})(?:'ll| will) [^;]{{1,80}}? and (?:then |also )?(?!see|wait|hope|need)[a-z-]+ (?:you|your|it|this|them|"
    rf"the)(?!\w)"
)
# Whoever will do something for the customer, unless it is refused by name.
ANYBODY = (
    rf"^(?:[\w'.:-]+,? ){{1,7}}?(?<!you )(?<!they )(?<!he )(?<!she )(?<!it )(?<!that )(?<!which )(?<!this )(?:will|'ll){HOW} (?!{IDLE}\b|n[eo]ver|not\b|"
    r"(?:delay|affect|impact|cost|cause|mean|expire|apply|change|increase|rise|require|ask|expect|hear|enjoy|depend|remind|help|allow|contain|"
    r"include|show|tell you (?:how|what|if|whether)|be (?:charged|required|asked|needed|used|closed|open|delayed|affected|late|subject))\b)"
    r"[a-z]+ (?=(?:[\w'.:-]+ ){0,6}?(?:you|your|yours)(?!\w))"
)
PROMISING = pattern(
    OURS,
    NOW_DOING,
    SETTLED,
    BARE,
    PROMISE,
    YOURS,
    RECEIVED,
    NAMED_THING,
    ALSO,
    PLAINLY,
    THEIRS,
    NAMED,
    NOTED,
    REPORTED,
    rf"(?<=, )(?:will|'ll|shall|going to|gonna) (?:{DO}) (?:you|u|ya|it|this|that|the|your|ur|a|an|him|her|them|back)(?!\w)|"
    r"(?<=, )back (?:to|with|at) you(?!\w)",
    ANYBODY,
    # “I'm enrolling your daughter today”: any deed on what is the customer's, but for what is felt, asked or taken
    r"(?<![\w'])(?:i'm|i am|we're|we are)(?: now| also| just| already| personally| both)* (?!(?:looking|hoping|trying|wondering|calling|writing|asking|"
    r"expecting|waiting|needing|missing|thinking|having|being|getting|charging|billing|debiting|closing|enjoying|counting|relying|begging|urging|"
    r"inviting|reminding|requiring|requesting|contacting|holding|losing|leaving|following|seeing|reading|using|experiencing|facing|awaiting|"
    r"considering|planning|discussing|cancelling|ending|stopping|suspending|terminating|raising|increasing)\b)[a-z]+ing (?:up |out |off |over |back |down )?"
    r"(?:you|your|yours|her|him|their)(?!\w)",
    r"(?<![\w'])you(?:'re| are) (?:back (?:in|on|at|online)|speaking (?:to|with) (?:our|one of)|seeing (?:our|one of|dr)|getting (?:an?|the|your))(?!\w)",
    rf"^(?:[a-z]+ ){{0,2}}?[a-z]+, {DOING} (?:it|them|this|that|the|your|you|an?|back|over)(?!\w)",
    rf"(?<![\w'])(?:i'm|we're|i am|we are) [^,;]{{1,50}}? and {DOING} (?:you|your|it|this|them|the|back)(?!\w)",
    rf"^(?:{DO}) (?:it|them|this|that|everything|a copy|the \w+)(?: [a-z]+){{0,2}}? to you(?!\w)",
    rf"(?:^|, )(?!(?:you|me|us|him|her|them|it|how|what|when|where|due|able|going|wants?|needs?|like|ready|happy|glad|sorry|keen|free|"
    rf"sure|trying|hoping|failed|asked|told|unable|back|thanks|nice|good|great|customer|cust)\b)[a-z]+ to (?:{DO}) ",
    rf"(?<![\w'])(?:{PERSON}|{TEAM})(?:'ll| will)(?: now| then)? see you",
    r"(?<!\w)let me (?:get back|come back|check and|(?!know|have|see)[a-z-]+ (?:you|your|it|this|that|the|back|with|an?))(?!\w)",
)

TO_YOU = (
    r"(?:call|ring|phone|email|write|refund|reimburse|send|ship|replace|repair|credit|compensate|pay|transfer|text|"
    r"get back|come back|return|contact|let (?:you|him|her|them) know|deliver|waive|reissue|resend|repay|exchange|cancel|deduct|"
    r"remove the|reship|redeliver|collect|give (?:you|him|her|them) (?:a|an|your|the) (?:full |partial )?(?:call|ring|refund|credit))"
)
VAGUE = (
    r"(?!.*\b(?:soon|shortly|asap|possible|when|once|after|if|until|how|what|whether|in due course|eventually|time to time|best|"
    r"everything|all we can)\b)"
)
PLAIN = pattern(
    rf"(?<![\w'])(?:i|we|{TEAM}){WILL}(?: personally| definitely| certainly| also| of course| gladly)? {TO_YOU}\b{VAGUE}",
    rf"(?<!\w)(?:i|we) (?:promise|guarantee)(?: you)?(?: that)? (?:we|i|to|you|it|a)\b{VAGUE}",
    r"you have (?:my|our) word",
    rf"(?<![\w'])you(?:'ll| will) (?:be (?:fully )?(?:refunded|reimbursed|compensated|repaid)|"
    rf"(?:get|receive|have) (?:an?|your|the|all your) (?:full |partial |new )*(?:refund|money back|replacement|call back))\b{VAGUE}",
    rf"(?:{PLAINLY_TOLD}) {TO_YOU}\b{VAGUE}",
)
