"""The English present for what is settled: “our baker drops the cake at your door tomorrow”, “the fee comes off today”."""

from makegood.promises.own_words.languages.en.subjects import DAY, PERSON, ROLE, TEAM, THING, THINGS, WORD
from makegood.promises.own_words.languages.en.verbs import ANY_DONE, DO, DOES, DONE

SOON = rf"(?:tomm?orr?ow|tmrw|today|tonight|this|next|on|by|before|within|in|at|first thing|later|no later|not later|{DAY})(?!\w)"
# A time that follows within a few words.
AHEAD = rf"(?=(?:[^\s;:()]+ ){{0,6}}?{SOON})"


def _led(name: str) -> str:
    """A time that led in, as the group of this `name`, else whatever stands before."""
    return rf"(?:(?P<{name}>(?:^|, )(?:come|{SOON})[^;:]{{0,40}}?(?<![\w']))|(?<![\w']))"


IS = r"(?:'s|'re| is| are)"
NOW = r"(?: now| all| fully| finally| also| then| already| automatically| personally| both)*"
SERVED = (
    r"(?:(?!(?:closed|opened|charged|taken|held|found|put|set|cut|let|shown|told|given|shut|seen|read|lent|"
    r"booked|moved|decided|registered|raised|extended|reserved|served|calculated|planned|scheduled)\b)"
    rf"{DONE}|put right|made good|set up|seen to|taken off|moved to|switched|ready(?! (?:from|after))|active|live|complete|in place|gone|"
    rf"through)"
)
MOTION = (
    r"(?:comes?|goes|go|lands?|reaches|arrives?|ships?|follows?|drops?|travels?|rolls?|heads?|makes? (?:its|their) way|"
    r"flies|drives|sails|completes?|activates?|resumes?|switches(?: over)?|turns? up|pulls? up|shows? up|starts? (?:work|on (?:your|the)|with your)|hits?|appears?|clears?|"
    r"gets? (?:to|back|there)|returns? to (?:you|your)|"
    r"leaves? (?:us|our|the (?:depot|warehouse|workshop|factory|shop|garage|lab)|here|today|tomorrow|on|by))"
)
VISIT = r"(?:visit|repair|call|callback|call-back|installation|fitting|delivery|redelivery|collection)"
OUR_PEOPLE = (
    rf"{_led('acted')}(?:{TEAM}|{PERSON}|(?:two|three|both|some|one) of (?:us|our \w+)|someone|somebody)(?:"
    rf"{NOW} (?:(?!moves|closes|hears|sees|ships|raises|shuts|opens|stops){DOES}|(?<=[sn] )(?!move|close|book|order|visit|call|work){DO}|swings|stops by|heads|"
    r"rolls|gets|joins|sits down|goes (?:over|through|out|to your)|arrives?|starts?|begins?|turns? up|finishes|opens your|hands over)"
    rf"(?!\w)(?(acted)| {AHEAD})|"
    rf"{IS} (?:with you|at your|there(?! for)|round|on site|out to you|coming|due|on (?:his|her|their) way|calling|booked|"
    r"at the (?:house|property|flat))(?!\w))"
)
WE = (
    r"(?<![\w'])(?:i|we) (?:(?!(?:have|see|hear|find|get|do|go|come|let|hold|run|request|order|deal|discuss|move|confirm|book|issue|"
    rf"handle|process|review|track|thank|approve|monitor|plan|read|propose|maintain|manage)\b)(?:{DO}|start|begin) "
    r"(?:up |out |off |round |back |over |on |in )?(?:(?:the|your|it|this|that|them|you|work)(?!\w)|"
    rf"(?=tomm?orr?ow|tonight|this|next|on {DAY}|{DAY}))|"
    rf"confirm (?:the |your |an? |our )?(?:{VISIT}|engineer|technician)(?!\w))|"
    r"(?<![\w'])(?:i'm|i am|we're|we are) (?:with you|at yours|at your (?:door|place|house|flat|home|office)|back (?:to|with) you)(?!\w)|"
    r"(?<![\w'])(?:i|we) have (?:an?|our|my|one|someone)(?: [\w-]+){0,3} [a-z]{2,}ing (?:to )?(?:you|your)(?!\w)|"
    r"(?<![\w'])(?:they (?=[a-z]+[^s\W] )|(?:he|she|and|and then) (?=[a-z]+s ))(?:collect|bring|fetch|deliver|ring|call|send|pick|meet|"
    r"visit|take|give|fix|fit|drop|refund|pay|write|text|e-?mail|phone)s?(?: [\w-]+){0,3}? (?:you|your)(?!\w)"
)
DONE_THEN = (
    rf"(?<![\w'])(?:{THINGS}{IS}{NOW} (?:being|getting|having|"
    r"to be(?! (?:returned|signed|paid|submitted|handed|vacated|filled|kept|used|left)\b))"
    rf"{NOW} {ANY_DONE}|(?:{THINGS} gets|{THING} get){NOW} (?:{DONE}|settled|put right))(?!\w)|"
    rf"{_led('served')}(?:{THING}|it){IS}{NOW} {SERVED}(?!\w)(?(served)| {AHEAD})|"
    rf"(?<!\w)(?:and|then) (?:is|are|gets?|goes|comes) (?:being )?{ANY_DONE} {AHEAD}"
)
COMING = (
    rf"(?<![\w'])(?!{TEAM}){THING} gets (?:an?|its|their|your|another) (?:[\w-]+ ){{1,3}}?(?={SOON})|"
    rf"{_led('moved')}(?!{TEAM} (?:go|leave)){THING} {MOTION}(?!\w)(?(moved)| {AHEAD})|"
    rf"(?<![\w'])(?:{THINGS}|which|and){IS}{NOW} (?!going to (?!you|the lab|our))(?:coming|going|"
    rf"shipping|leaving|arriving|landing|heading|travelling) "
    r"(?:our|us|off|out|back|home|to|in|with|at|on|by|up|down|over|round|live|your way|through|tomorrow|today|tonight|this|next)(?!\w)|"
    r"(?<!\w)(?:it|they|that|and|then|which) (?:reach(?:es)?|lands?|arrives?|ships?|goes|go|comes?|leaves?|follows?) "
    r"(?:to |with |on (?=the \d|\d)|out |at |in |back |off |into |home )*(?:you|your|today|tomorrow|tonight|this|by|on|next|our|us)(?!\w)|"
    r"(?:^|then |and )(?:comes?|goes|gets) (?:straight |directly |right )?(?:to|into|onto) your(?!\w)|"
    r"(?<!\w)(?:comes?|goes|go|is|are|(?:will|'ll) (?:come|go|be)) off your(?!\w)|"
    rf"(?<!\w)(?:your|the|an?|our|my|its|and) (?:{WORD} ){{0,5}}?(?:goes(?: out)?|go(?: out)?|"
    rf"lands?|comes?|reaches|gets (?=to|back|straight)|returns?) "
    r"(?:straight |back |out |home )?(?:to |in |into |on |onto |with |at )?(?:you|your)(?!\w)|"
    rf"{IS} (?:coming|going|on its way|on the way) (?:your way|to you|out to you|back to you|out|to your|round|into your|"
    r"on(?:to)? your|off your)(?!\w)|"
    rf"(?<!\w)(?:arrives?|ships?|goes out|go out|gets? (?:shipped|sent|paid|fixed|delivered)|"
    r"(?:is|are) (?:going|heading|shipping|leaving|arriving|coming|landing)(?: out| in| back)?) (?:with you |at your \w+ |our \w+ |us |"
    rf"the \w+ |in the post )?(?:on|by|tomorrow|today|this|next|before|within|tonight|first|in|at|{DAY})\b|"
    rf"(?<![\w'])(?:your|the|an?|our|all|both) (?:{WORD} ){{1,6}}?(?:goes live|go live|goes on air|rolls? out|drops? into)(?!\w)|"
    r"(?<!\w)(?:will|'ll) (?:hit|go live|be live)(?!\w)|(?<!\w)sees? (?:the|your) (?:[\w-]+ ){1,3}(?:go|arrive|land|reach|leave)(?!\w)|"
    r"(?<!\w)(?:look out|watch out|watch|keep an eye out|look) for (?:my|our|it in your|an? (?:email|e-mail|call|letter|text|"
    r"message|parcel))(?!\w)"
)
THERE = (
    rf"(?<=, )with you (?={SOON})|"
    rf"(?<!\w)(?:tomorrow|tonight|{DAY}|by then) (?:it|they|that|everything|all)(?:'s|'re|'ll be| is| are| will be) "
    rf"(?:{ANY_DONE}|ready|back|yours|over|live|through|complete|good|fine)(?!\w)|"
    rf"(?<!\w)(?:she|he|they|every [a-z]+|all [a-z]+|customer|cust) (?:gets?|receives?) (?:an?|the|her|his|their|all|it|new)(?!\w)|"
    r"(?<!\w)(?:is|are|'s|'re) yours (?:again )?(?:on|by|tomorrow|today|tonight|before|this|next)(?!\w)|"
    r"(?<!\w)(?:your|the) (?:[\w-]+ ){0,3}(?:sites?|lines?|account|card|sim|phone|connection|internet|service|numbers?|car|money|"
    r"order|domain|website|app|server|system|heating|power|water|gas|lift|laptop|bike|boiler|machine|watch|deposit|suit|dress)"
    rf"(?: goes| go|{IS}) (?:back|live|up|ready|online|on again|done|fixed|working|running)(?!\w)|"
    r"(?:'s|(?<!\w)(?:is|are)) (?:ready for (?:you|collection|pick-?up)|back (?:with you|in your|on your|to you|in service|in operation|"
    r"online)|up and running|(?:in|on|at) your (?:inbox|account|card|doorstep|door|bill|hands|mailbox|letterbox|desk|house|home|place|"
    r"e-?mail)|on (?:our|the|its) (?:van|truck|lorry|way|road)|(?:all )?(?:sorted|finished|as good as new)|"
    r"in the (?:post|mail|van)|out for delivery|with you)(?!\w)|"
    # what can be had then
    r"(?<!\w)you can (?:then )?(?:pick|collect|fetch) (?:it|them|(?:up )?(?:your|the|it|them)(?: \w+)?)(?!\w)"
    r"(?!.*\b(?:until|from|between|daily|at any)\b)|"
    rf"(?<!\w)(?:your|the) (?:{WORD} ){{1,4}}?can be (?:collected|picked up|fetched)(?!\w)(?!.*\b(?:until|from|between)\b)|"
    r"(?<!\w)there(?:'ll be| will be|'s going to be|'s| is) (?:someone|somebody|help|an?|our|one of our|your|the)(?: [\w-]+){0,4}? "
    r"(?:with you|at your|on your|in your|waiting for you|coming|to (?:help|meet|fix|collect|repair|see|let) (?:you|your|it|the)|"
    r"round|on (?:its|the) way|on site)(?!\w)"
)
SCHEDULED = (
    r"(?:'s|(?<!\w)(?:is|are|has been|have been|'s been))(?: now| already| all| firmly)* (?:re)?(?:booked|scheduled|arranged|"
    r"planned|set|confirmed|agreed|assigned|queued|slated|earmarked|pencilled in|lined up|moved|brought forward|organi[sz]ed|set up|"
    r"fixed|due)(?: (?:in|with you|by us|back|up|forward|for you|with our \w+))* ?"
    r"(?:for|on|to (?!pay)|at|between|tomorrow|today|this|next|(?<=due )(?:with you|at your|to)|(?<=due) (?:in|out))|"
    rf"(?<!\w)(?:slot|window|appointment with our \w+|time slot|{VISIT})(?: (?:date|time|slot|day|window))? (?:is|is now|will be) "
    rf"(?:on |for |at |now |between |tomorrow|today|this|next|{DAY}|\d)|"
    rf"(?:{VISIT}|{ROLE}) for [^,;:]{{3,20}} (?:is|are)(?: now| all)? (?:confirmed|booked|arranged|set|scheduled)(?!\w)|"
    rf"(?<!\w)you(?:'re| are) (?:booked in|down|scheduled|pencilled in|on (?:our|the) list) (?:with|for) (?:an?|our|the) "
    rf"(?:[\w-]+ ){{0,2}}?(?:{ROLE}|{VISIT})"
)
SETTLED = "|".join((OUR_PEOPLE, WE, DONE_THEN, COMING, THERE, SCHEDULED))
