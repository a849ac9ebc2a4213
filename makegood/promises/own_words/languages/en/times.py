"""How English tells the time."""

from makegood.promises.own_words.language import Rule, words
from makegood.promises.own_words.moments import Moment, Part, Unit
from makegood.promises.own_words.rules import (
    FIGURES,
    clock,
    date,
    hour_words,
    passes_over,
    says,
    span,
    weekdays,
)

HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip
NUMBERS: dict[str, float] = HOURS | {
    "an?": 1, "(?:a )?couple(?: of)?": 2, "(?:a )?few": 3, "several": 3, "half an?": 0.5, "one and a half": 1.5,
    "an? [a-z]+ and a half": 1.5, "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty[- ]four": 24, "thirty": 30,
    "forty": 40, "forty[- ]five": 45, "forty[- ]eight": 48, "sixty": 60, "seventy[- ]two": 72, "ninety": 90,
}  # fmt: skip
UNITS = [
    ("min", Unit.MINUTE), ("h", Unit.HOUR), ("d", Unit.DAY), ("w", Unit.WEEK), ("month", Unit.MONTH),
]  # fmt: skip
DAYS = (
    r"mondays?|mon", r"tuesdays?|tues?|teusday", r"wednesdays?|weds?|wensday|wednsday", r"thursdays?|thur?s?|thrusday",
    r"fridays?|fri", r"saturdays?|sat", r"sundays?|sun",
)  # fmt: skip
MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip

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
MERIDIAN = r" ?(?:a\.m\.?|p\.m\.?|am|pm|o'? ?clock|oclock|hrs?|h)(?:,? (?:in the (?:morning|afternoon|evening)|at night))?(?!\w)"
AT = r"(?:at|by|before|until|till|til|around|about|approximately|after|from|past|than|@|of)"
NO_UNIT = r"(?![\w:.%]*[\w%])(?! ?(?:%|€|\$|£|euros?|eur|usd|gbp|days?|weeks?|months?|years?|items?|percent|pounds?|people|working|business|more|of (?:the|our|your)|[a-z]+ street))"
AFTER = r"\b(?:after|from)\b"
TO = r" ?(?:-|to|and|until|till|or) ?"

TIMES: list[Rule] = [
    passes_over(words(rf"{MANY} {UNIT} (?:ago|earlier|late|old)")),
    passes_over(words(rf"(?:for|past|last|previous) (?:the )?(?:past |last )?{MANY} {UNIT}")),
    passes_over(
        words(
            r"yesterday",
            r"last (?:week|month|year|night|time|\w+day)",
            r"this (?:past|time)",
            r"day (?:in|and) (?:and )?(?:day )?(?:out|night)",
            r"24/7",
            r"these days",
            r"one day",
            r"the other day",
            r"(?:good|happy) (?:morning|afternoon|evening|friday|monday|weekend)",
            r"nice (?:day|weekend|evening)",
        )
    ),
    # so long from now
    span(words(r"(?:within|inside) the (?:next )?(?P<unit>hour|week|month)"), numbers=NUMBERS, units=UNITS),
    says(words(r"(?:within|before) the day(?: is (?:out|over))?", r"the same day", r"same[- ]day"), Moment(offset=0)),
    span(
        words(
            rf"(?:within|in|inside|under|at most|maximum|max|than|up to|over|during|another|takes?|give (?:me|us))"
            rf"(?: of)?(?: at most| no more than| under| about| around| roughly| approximately| less than| the next| the coming| max(?:imum)?)*"
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
    date(words(r"(?:on|by|before|until) (?P<d>\d{1,2})/(?P<m>\d{1,2})")),
    date(words(r"(?P<d>\d{1,2})(?:st|nd|rd|th)(?! (?:floor|time|of (?:the|our)|street|avenue|line|attempt))")),
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
    clock(
        words(
            rf"(?:between|from)? ?\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?{TO}{CLOCK}(?:{MERIDIAN}|(?<=\d\d[:.]\d\d)|(?<=\d[:.]\d\d))"
        ),
        morning=r"[ap]?.*\d ?am$",
        afternoon=PM,
    ),
    clock(
        words(rf"(?:between|from) \d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?{TO}{CLOCK}") + NO_UNIT, morning=AM, afternoon=PM
    ),
    clock(words(rf"(?:{AT} )?(?:about |around )?{CLOCK}{MERIDIAN}"), after=AFTER, morning=AM, afternoon=PM),
    clock(words(rf"(?:{AT} )?(?:about |around )?(?P<h>\d{{1,2}})[:](?P<m>\d\d)"), after=AFTER),
    clock(words(rf"{AT} (?:about |around )?(?P<h>\d{{1,2}})\.(?P<m>[0-5]\d)") + NO_UNIT, after=AFTER),
    clock(words(rf"{AT} (?:about |around )?(?P<h>\d{{1,2}})") + NO_UNIT, after=AFTER),
    hour_words(words(rf"half (?:past )?(?P<hour>{'|'.join(HOURS)})"), HOURS, minutes=30),
    clock(words(r"half (?:past )?(?P<h>\d{1,2})"), minutes=30),
    hour_words(words(rf"quarter past (?P<hour>{'|'.join(HOURS)})"), HOURS, minutes=15),
    hour_words(words(rf"quarter to (?P<hour>{'|'.join(HOURS)})"), HOURS, minutes=-15),
    clock(words(r"quarter past (?P<h>\d{1,2})"), minutes=15),
    clock(words(r"quarter to (?P<h>\d{1,2})"), minutes=-15),
    hour_words(words(rf"(?:between|from) \w+{TO}(?P<hour>{'|'.join(HOURS)})"), HOURS),
    hour_words(words(rf"{AT} (?P<hour>{'|'.join(HOURS)})(?: o'? ?clock)?") + NO_UNIT, HOURS, after=AFTER),
    # days
    says(words(r"(?:the )?day after tomm?orr?ow"), Moment(offset=2)),
    says(words(r"first thing (?:in the morning)"), Moment(part=Part.FIRST_THING)),
    says(words(r"first thing"), Moment(part=Part.FIRST_THING)),
    says(words(r"tomm?orr?ow night", r"tomm?orr?ow evening"), Moment(offset=1, part=Part.EVENING)),
    says(words(r"tomm?orr?ow", r"tmrw", r"tmr", r"tomoz", r"(?:the )?next day"), Moment(offset=1)),
    says(words(r"tonight", r"tonite", r"this evening"), Moment(offset=0, part=Part.EVENING)),
    says(words(r"this afternoon"), Moment(offset=0, part=Part.AFTERNOON)),
    says(words(r"this morning"), Moment(offset=0, part=Part.MORNING)),
    says(
        words(
            r"end of (?:the )?(?:business |working |work )?(?:day|play)(?: today)?",
            r"eod",
            r"cob",
            r"c\.o\.b\.?",
            r"close of (?:business|play)",
            r"closing time",
            r"before we close",
            r"end of (?:my|our) shift",
        ),
        Moment(part=Part.CLOSING),
    ),
    says(words(r"(?:later )?today", r"to-day"), Moment(offset=0)),
    span(
        words(r"(?:the )?(?:next|following) (?P<working>working|business) (?P<unit>day)"), numbers=NUMBERS, units=UNITS
    ),
    says(words(r"(?:before|by) the weekend"), Moment(weekday=4, this=True)),
    says(words(r"(?:at|over|on|this|during|in) (?:the |this )?weekend"), Moment(weekday=6, this=True)),
    *[
        rule
        for number, form in enumerate(DAYS)
        for rule in (
            says(
                words(
                    rf"next week,? (?:on )?(?:{form})",
                    rf"next (?:{form})",
                    rf"(?:{form}),? (?:of )?next week",
                    rf"(?:{form}) week",
                ),
                Moment(weekday=number, week=1),
            ),
            says(words(rf"this (?:coming )?(?:{form})"), Moment(weekday=number, this=True)),
            says(words(rf"(?:{'|'.join(DAYS)}) ?(?:or|-|to|/) ?(?:{form})"), Moment(weekday=number)),
        )
    ],
    *weekdays(DAYS, words(r"{day}")),
    says(words(r"(?:the )?week after(?: next)?", r"in the week after"), Moment(week=2)),
    says(words(r"(?:early|beginning of|start of|at the start of) (?:in )?next week"), Moment(week=1, weekday=1)),
    says(words(r"mid(?:dle of)?[- ](?:next week)"), Moment(week=1, weekday=2)),
    says(words(r"(?:end of )?next week"), Moment(week=1)),
    says(words(r"(?:end of |later )?(?:the|this) (?:working |business )?week", r"eow", r"week'?s end"), Moment(week=0)),
    says(words(r"(?:end of )?next month"), Moment(months=1)),
    says(words(r"(?:end of )?(?:the|this) month", r"eom", r"month'?s end", r"month end"), Moment(months=0)),
    # parts of a day
    says(
        words(r"noon", r"midday", r"mid-day", r"lunch ?(?:time)?(?<!after lunch)", r"12 noon"), Moment(part=Part.NOON)
    ),
    says(words(r"after lunch"), Moment(part=Part.AFTERNOON)),
    says(words(r"midnight"), Moment(part=Part.MIDNIGHT)),
    says(words(r"mornings?", r"a\.?m\.?"), Moment(part=Part.MORNING)),
    says(words(r"afternoons?", r"p\.?m\.?", r"tea ?time"), Moment(part=Part.AFTERNOON)),
    says(words(r"evenings?", r"night"), Moment(part=Part.EVENING)),
]
