"""How English tells the time."""

from makegood.promises.own_words.language import Rule, words
from makegood.promises.own_words.languages.en.time_words import (
    DAYS,
    HOURS,
    LENGTHS,
    MINUTES,
    MONTH_NAMES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    UNITS,
    chosen,
    sided,
    weekday,
)
from makegood.promises.own_words.moments import Moment, Part, Span, Unit
from makegood.promises.own_words.rules import FIGURES, clock, date, hour_words, partly, passes_over, says, span
from makegood.promises.own_words.times import READ

MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
YEAR = r"(?:,? (?P<y>20\d\d))?(?!\w)"
NUMBER = rf"(?:{FIGURES}|half an?|one and a half|{'|'.join(w for w in NUMBERS if w not in {'half an?'})})"
MANY = rf"(?P<n>(?:{NUMBER} ?(?:-|to|or) ?)?{NUMBER})"
UNIT = r"(?P<working>(?:working|business|office|opening|work) ?)?(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|months?)(?:'s|s'|')?"
CLOCK = r"(?P<h>\d{1,2})(?:[:.h](?P<m>\d\d))?"
AM, PM = r"\d ?a\.?m\b|in the morning", r"\d ?p\.?m\b|in the (?:afternoon|evening)|at night|tonight"
MERIDIAN = r" ?(?:a\.m\.?|p\.m\.?|am|pm|o'? ?clock|oclock|hrs?|h|-?ish)(?:,? (?:in the (?:morning|afternoon|evening)|at night))?(?!\w)"
AT = r"(?:at|by|before|until|till|til|around|about|approximately|after|from|past|than|@|of)"
NO_UNIT = (
    r"(?![\w:.%]*[\w%])(?! ?(?:%|€|\$|£|euros?|eur|usd|gbp|"
    r"days?|weeks?|months?|years?|items?|percent|pounds?|people|working|business|more|of (?:the|our|your)|[a-z]+ street))"
)
AFTER = r"\b(?:after|from)\b"
TO = r" ?(?:-|to|and|until|till|or) ?"

# “Friday the fourth 10:00”; in prose “the fourth” may be anything.
TYPED = [chosen(words(r"the (?P<one>{any})"), ORDINALS, lambda number: Moment(day=number + 1))]

TIMES: list[Rule] = [
    passes_over(words(rf"{MANY} {UNIT} (?:ago|earlier|late|old)")),
    passes_over(words(r"on(?:to)? the \d{1,2}[:.]\d\d(?: (?:flight|train|bus|ferry))?")),
    passes_over(words(rf"(?:for|past|last|previous) (?:the )?(?:past |last )?{MANY} {UNIT}")),
    passes_over(
        words(
            r"yesterday",
            r"last (?:week|month|year|night|time|\w+day)",
            r"this (?:past|time)",
            r"day (?:in|and) (?:and )?(?:day )?(?:out|night)",
            r"24/7",
            r"these days",
            r"(?<!in )(?<!within )one day",
            r"the other day",
            r"(?:good|happy) (?:morning|afternoon|evening|friday|monday|weekend)",
            r"nice (?:day|weekend|evening)",
        )
    ),
    # so long from now
    says(words(r"(?:with)?in (?:a|the (?:next )?) ?fortnight(?:'s time)?"), Moment(span=Span(2, Unit.WEEK))),
    says(words(r"(?:with)?in the (?:next )?half[- ]?hour"), Moment(span=Span(30, Unit.MINUTE))),
    says(words(r"(?:with)?in (?:a )?quarter of an hour"), Moment(span=Span(15, Unit.MINUTE))),
    says(words(r"(?:with)?in three[- ]quarters of an hour"), Moment(span=Span(45, Unit.MINUTE))),
    span(
        words(r"(?:in|within|inside|over) an? (?P<unit>\w+) (?P<n>and a half)"),
        numbers={"and a half": 1.5},
        units=UNITS,
    ),
    span(
        words(r"(?:in|within|inside|over) (?:the next |an? )(?P<unit>\w+) or (?P<n>two|three)"),
        numbers=NUMBERS,
        units=UNITS,
    ),
    *[
        rule
        for form, days in (("an?(?: whole)? week", 7), ("(?:two weeks|a fortnight)", 14))
        for rule in (
            says(words(rf"{form} (?:from )?(?:today|now)"), Moment(offset=days)),
            says(words(rf"{form} (?:from )?tomm?orr?ow"), Moment(offset=days + 1)),
            chosen(words(rf"{form} (?:on|from) (?P<one>{{any}})"), DAYS, weekday(Moment(offset=days + 1))),
        )
    ],
    says(words(r"tomm?orr?ow week"), Moment(offset=8)),
    chosen(words(r"(?P<one>{any}) week"), DAYS, weekday(Moment(offset=8))),
    span(
        words(r"(?:(?:within|inside) the (?:next )?|(?:in|over) the next )(?P<unit>hour|week|month)"),
        numbers=NUMBERS,
        units=UNITS,
    ),
    says(words(r"(?:within|before) the day(?: is (?:out|over))?", r"the same day", r"same[- ]day"), Moment(offset=0)),
    span(
        words(
            rf"(?:within|in|inside|under|at most|maximum|max|than|up to|over|during|another|takes?|(?:give|allow|grant|spare)(?: (?:me|us))?|count on|reckon with|bank on|bear with (?:me|us) for)"
            rf"(?: of)?(?: at most| no more than| under| about| around| roughly| approximately| less than| the next| the coming|"
            rf" max(?:imum)?)*"
            rf" {MANY}[ -]?(?:more |full |short )?{UNIT}(?: time| from now)?(?: or (?:so|less|two))?"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(
        words(rf"{MANY}[ -]?(?:more )?{UNIT} (?:from (?:now|today)|at (?:the )?(?:most|latest)|time|tops|max|or less)"),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(words(rf"(?:next|following|coming) (?P<n>{NUMBER}) {UNIT}"), numbers=NUMBERS, units=UNITS),
    # dates
    date(words(r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)")),
    date(words(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}{YEAR}"), MONTHS),
    date(words(rf"{MONTH} (?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{YEAR}"), MONTHS),
    date(words(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d\d)")),
    date(words(r"(?!24/7|1/[234]\b|3/4\b)(?<![\d/.])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?!/)")),
    date(words(r"on (?P<d>\d{1,2})\.(?P<m>\d{1,2})\.?(?! ?[ap]m)")),
    date(words(r"(?P<d>\d{1,2})(?:st|nd|rd|th)(?! (?:floor|time|of (?:the|our)|street|avenue|line|attempt))")),
    chosen(
        words(
            r"(?:on|by|before|until|than) (?:\w+day,? )?the (?P<one>{any})"
            r"(?! (?:floor|time|available|attempt|one|working|business|day|week|half|of the|thing|class|step|instal\w+))"
        ),
        ORDINALS,
        lambda number: Moment(day=number + 1),
    ),
    chosen(words(rf"{READ} +(?:of )?(?P<one>{{any}})"), MONTH_NAMES, lambda number: Moment(month=number + 1)),
    chosen(words(r"mid(?:dle of)?[- ](?P<one>{any})"), MONTH_NAMES, lambda number: Moment(day=15, month=number + 1)),
    chosen(
        words(r"(?:early (?:in )?|(?:beginning|start) of )(?P<one>{any})"),
        MONTH_NAMES,
        lambda number: Moment(day=10, month=number + 1),
    ),
    *[
        chosen(words(form), MONTH_NAMES, lambda number: Moment(day=LENGTHS[number], month=number + 1))
        for form in (r"(?:(?:the )?end of|late|in|during|the last day of) (?P<one>{any})", r"(?P<one>{any})[- ]end")
    ],
    says(words(r"(?:before|by) (?:christmas|xmas|the holidays)"), Moment(day=24, month=12)),
    says(
        words(
            r"(?:before|by) (?:the )?new year(?:'s)?(?: eve)?",
            r"(?:by |before )?(?:the )?end of (?:the|this) year",
            r"this year",
        ),
        Moment(day=31, month=12),
    ),
    # the clock
    partly(says(words(rf"(?:between|from) [^,;]{{1,12}}{TO}(?:noon|midday|lunch ?time)"), Moment(part=Part.NOON))),
    clock(words(r"(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d) ?(?:hrs?|hours|h)")),
    clock(words(rf"{AT} (?P<h>[01]\d|2[0-3])(?P<m>[0-5][05])") + NO_UNIT),
    *[
        sided(
            words(
                rf"(?<!between )(?<!from )(?P<minutes>{'|'.join(MINUTES)}) {side} (?P<hour>{'|'.join(HOURS)}|\d{{1,2}}(?!:))"
            ),
            sign,
        )
        for side, sign in (("past", 1), ("to", -1))
    ],
    *[
        hour_words(words(rf"(?P<hour>{'|'.join(HOURS)})[- ]{form}"), HOURS, minutes=minutes)
        for form, minutes in (("fifteen", 15), ("thirty", 30), ("forty[- ]five", 45))
    ],
    partly(
        clock(
            words(
                rf"(?:between|from)? ?\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?{TO}{CLOCK}(?:{MERIDIAN}|(?<=\d\d[:.]\d\d)|(?<=\d[:.]\d\d))"
            ),
            morning=r"[ap]?.*\d ?am$",
            afternoon=PM,
        )
    ),
    partly(
        clock(
            words(rf"(?:between|from) \d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?{TO}{CLOCK}") + NO_UNIT,
            morning=AM,
            afternoon=PM,
        )
    ),
    clock(words(rf"(?:{AT} )?(?:about |around )?{CLOCK}{MERIDIAN}"), after=AFTER, morning=AM, afternoon=PM),
    clock(words(rf"(?:{AT} )?(?:about |around )?(?P<h>\d{{1,2}})[:](?P<m>\d\d)"), after=AFTER),
    clock(words(rf"{AT} (?:about |around )?(?P<h>\d{{1,2}})\.(?P<m>[0-5]\d)") + NO_UNIT, after=AFTER),
    clock(words(rf"{AT} (?:about |around )?(?P<h>\d{{1,2}})") + NO_UNIT, after=AFTER),
    hour_words(words(rf"half (?:past )?(?P<hour>{'|'.join(HOURS)})"), HOURS, minutes=30),
    clock(words(r"half (?:past )?(?P<h>\d{1,2})"), minutes=30),
    partly(hour_words(words(rf"(?:between|from) \w+{TO}(?P<hour>{'|'.join(HOURS)})"), HOURS)),
    hour_words(words(rf"{AT} (?P<hour>{'|'.join(HOURS)})(?: o'? ?clock)?") + NO_UNIT, HOURS, after=AFTER),
    hour_words(words(rf"(?P<hour>{'|'.join(HOURS)}) o'? ?clock"), HOURS),
    # days
    says(words(r"(?:the )?day after tomm?orr?ow"), Moment(offset=2)),
    says(words(r"first thing (?:in the morning)"), Moment(part=Part.FIRST_THING)),
    says(words(r"first thing"), Moment(part=Part.FIRST_THING)),
    says(words(r"tomm?orr?ow night", r"tomm?orr?ow evening"), Moment(offset=1, part=Part.EVENING)),
    says(words(r"tomm?orr?ow", r"tmrw", r"tmr", r"tomoz", r"(?:the )?next day"), Moment(offset=1)),
    says(words(r"midnight"), Moment(part=Part.MIDNIGHT)),
    says(words(r"tonight", r"tonite", r"this evening"), Moment(offset=0, part=Part.EVENING)),
    says(words(r"this afternoon"), Moment(offset=0, part=Part.AFTERNOON)),
    says(words(r"this morning"), Moment(offset=0, part=Part.MORNING)),
    says(
        words(
            r"end of (?:the )?(?:business |working |work |same )?(?:day|play)(?: today)?",
            r"end of (?:business|trading|office hours|(?:my|our|the) shift)",
            r"eo[dbp]",
            r"co[bp]",
            r"c\.o\.b\.?",
            r"close of (?:business|play|trading)",
            r"closing time",
            r"(?:by|at|before|until) closing",
            r"before we close",
            r"(?:by|at|before) close",
        ),
        Moment(part=Part.CLOSING),
    ),
    says(words(r"(?:later )?today", r"to-day", r"(?:in the course of|during|later in) the day"), Moment(offset=0)),
    says(words(r"(?:in|by) the morning", r"by morning"), Moment(offset=1, part=Part.MORNING)),
    span(
        words(r"(?:the )?(?:next|following) (?P<working>working|business) (?P<unit>day)"), numbers=NUMBERS, units=UNITS
    ),
    says(words(r"(?:before|by) the weekend"), Moment(weekday=4, this=True)),
    says(words(r"(?:at|over|on|this|during|in) (?:the |this )?weekend"), Moment(weekday=6, this=True)),
    *[
        chosen(words(form), DAYS, weekday(Moment(week=1)))
        for form in (
            r"next week,? (?:on )?(?P<one>{any})",
            r"next (?P<one>{any})",
            r"(?P<one>{any}),? (?:of )?next week",
        )
    ],
    chosen(words(r"this (?:coming )?(?P<one>{any})"), DAYS, weekday(Moment(this=True))),
    partly(chosen(words(rf"(?:{'|'.join(DAYS)}) ?(?:or|-|to|/) ?(?P<one>{{any}})"), DAYS, weekday())),
    chosen(words(r"(?P<one>{any})"), DAYS, weekday()),
    # “Tomorrow 9-11”: hours right beside the day
    partly(clock(words(rf"{READ}[ ,]*\(?\d{{1,2}} ?(?:-|to|till|until) ?(?P<h>\d{{1,2}})") + NO_UNIT)),
    partly(clock(words(rf"\d{{1,2}} ?(?:-|to|till|until) ?(?P<h>\d{{1,2}})(?=,? +(?:on )?{READ})"))),
    says(words(r"(?:the )?week after(?: next)?", r"in the week after"), Moment(week=2)),
    says(words(r"(?:early|beginning of|start of|at the start of) (?:in )?next week"), Moment(week=1, weekday=1)),
    says(words(r"mid(?:dle of)?[- ](?:next week)"), Moment(week=1, weekday=2)),
    says(words(r"(?:the )?end of (?:the )?next week"), Moment(week=1, end=True)),
    says(words(r"next week"), Moment(week=1)),
    says(
        words(
            r"(?:end of |later )?(?:the|this) (?:working |business )?week",
            r"(?:end of|later in|by) (?:the )?week",
            r"eow",
            r"week'?s end",
        ),
        Moment(week=0),
    ),
    says(words(r"(?:the )?end of (?:the )?next month"), Moment(months=1, end=True)),
    says(words(r"next month"), Moment(months=1)),
    says(words(r"(?:end of )?(?:the|this) month", r"eom", r"month'?s end", r"month end"), Moment(months=0)),
    # parts of a day
    says(
        words(r"noon", r"midday", r"mid-day", r"lunch ?(?:time)?(?<!after lunch)", r"12 noon"), Moment(part=Part.NOON)
    ),
    says(words(r"after lunch"), Moment(part=Part.AFTERNOON)),
    says(words(r"mornings?", r"(?<!i )a\.?m\.?"), Moment(part=Part.MORNING)),
    says(words(r"afternoons?", r"p\.?m\.?", r"tea ?time"), Moment(part=Part.AFTERNOON)),
    says(words(r"evenings?", r"eve", r"night"), Moment(part=Part.EVENING)),
    says(words(r"overnight"), Moment(offset=1, part=Part.MORNING)),
]
