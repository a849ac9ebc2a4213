"""How Dutch tells the time: “half tien” is 9:30."""

from makegood.promises.own_words.language import Rule, words
from makegood.promises.own_words.moments import Moment, Part, Unit
from makegood.promises.own_words.rules import (
    FIGURES,
    clock,
    date,
    hour_words,
    partly,
    passes_over,
    says,
    span,
    weekdays,
)

HOURS = {
    "een|enen": 1, "twee(?:en)?": 2, "drie(?:en)?": 3, "vier(?:en)?": 4, "vijf|vijven": 5, "zes(?:sen)?": 6, "zeven(?:en)?": 7, "acht(?:en)?": 8,
    "negen(?:en)?": 9, "tien(?:en)?": 10, "elf|elven": 11, "twaalf|twaalven": 12,
}  # fmt: skip
NUMBERS: dict[str, float] = HOURS | {
    "een paar|paar|enkele|enige": 3, "anderhal(?:f|ve)": 1.5, "een half|half": 0.5, "veertien": 14, "vijftien": 15, "twintig": 20,
    "vierentwintig": 24, "dertig": 30, "veertig": 40, "vijfenveertig": 45, "achtenveertig": 48, "zestig": 60,
}  # fmt: skip
UNITS = [
    ("kwartier", Unit.MINUTE),
    ("min", Unit.MINUTE),
    ("u", Unit.HOUR),
    ("d", Unit.DAY),
    ("w", Unit.WEEK),
    ("m", Unit.MONTH),
]
DAYS = tuple(
    rf"{day}(?:ochtend|(?:voor|na)?middag|avond|nacht|morgen|s)?|(?<=op ){short}|(?<=voor ){short}|(?<=uiterlijk ){short}" for day, short in (
        ("maandag", "ma"), ("dinsdag", "di"), ("woensdag", "wo"), ("donderdag", "do"), ("vrijdag", "vr"), ("zaterdag", "za"),
        ("zondag", "zo"),
    )
)  # fmt: skip
DAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "jan", "feb", "maart|mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH = r"(?P<month>januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
NUMBER = rf"(?:{FIGURES}|{'|'.join(NUMBERS)})"
MANY = rf"(?P<n>(?:{NUMBER} ?(?:-|a|tot|of|en) ?)?{NUMBER})"
UNIT = r"(?P<working>werk|kantoor|bedrijfs)?(?P<unit>minuten|minuut|minuutjes|min\.?|uurtjes?|uren|uur|u|dagen|dag|weken|weekje|week|maanden|maand)"
CLOCK = r"(?P<h>\d{1,2})(?:[:.uh](?P<m>\d\d))?"
UUR = r" ?(?:uur|u|h)(?: (?:'?s |in de )?(?:ochtends|morgens|middags|avonds|ochtend|middag|avond))?"
MORNING, AFTERNOON = r"ochtend|morgens", r"middag|avond"
AT = r"(?:om|voor|uiterlijk(?: om)?|rond|tegen|omstreeks|vanaf|na|tot|om ongeveer|ongeveer om|om precies|later dan|voor of om)"
AFTER = r"\b(?:na|vanaf)\b"
WITHIN = r"(?:binnen|over|in)"
# “geef me een kwartiertje”: what a sentence asks for first.
GIVE = r"(?:geef|geeft u|gun|gunt u) (?:me|mij|ons)(?: (?:nog|even|ongeveer|daar|hooguit|maximaal|heel|daarvoor|zo'n))*"
NEXT, COMING = r"(?:volgende)", r"(?:komende|aanstaande|a\.?s\.?|eerstvolgende)"

TIMES: list[Rule] = [
    passes_over(words(rf"{MANY} {UNIT} (?:geleden|eerder|lang|te laat)")),
    passes_over(words(rf"(?:al|afgelopen|de laatste|laatste|gedurende) {MANY} {UNIT}")),
    passes_over(
        words(
            r"gister(?:en|avond|middag|ochtend)?",
            r"eergisteren",
            r"vorige (?:week|maand|\w+dag)",
            r"afgelopen \w+",
            r"goede(?:n)?(?:morgen|middag|avond|ndag)",
            r"(?:fijne|prettige|goede|mooie) (?:dag|avond|middag|weekend|\w+dag)",
            r"fijn weekend",
            r"prettig weekend",
            r"dag in dag uit",
            r"op dit moment",
            r"de hele (?:dag|week)",
            r"(?:vlucht|trein|bus|boot|veer|lijn) van \d{1,2}[.:]\d\d(?: ?uur)?",
        )
    ),
    *[
        says(words(rf"(?:{form}),? over (?:een|1) week"), Moment(weekday=number, offset=7))
        for number, form in enumerate(DAYS)
    ],
    # so long from now
    says(
        words(r"in de loop van (?:de dag|vandaag)", r"nog dezelfde dag", r"dezelfde dag nog", r"binnen de dag"),
        Moment(offset=0),
    ),
    span(
        words(
            # “tot 18 uur”, “na drie uur” is o’clock
            rf"(?!(?:na|tot|uiterlijk) (?:[01]?\d|2[0-4]|{'|'.join(HOURS)}) ?(?:uur|u)(?!\w))"
            rf"(?:binnen|in|over|na|reken(?:t u|en)? (?:op|met)|houdt? (?:u )?rekening met|uiterlijk|maximaal|max\.?|hooguit|hoogstens|tot|duurt|de komende|komende|de eerstvolgende|nog)"
            rf"(?: (?:uiterlijk|maximaal|ongeveer|circa|hooguit|een kleine|de komende|de eerstvolgende|zo'n|nu en|het komende|over|binnen|plus minus))* {MANY}[ -]?{UNIT}(?: tijd)?"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(
        words(r"(?:binnen|over|in) (?:het|de|dit|'t) (?P<working>werk|kantoor)?(?P<unit>uur|week|maand)"),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(
        words(rf"(?:{WITHIN}|{GIVE}) (?:een|het)? ?(?P<n>half)[ -]?(?P<unit>uur(?:tje)?)"), numbers=NUMBERS, units=UNITS
    ),
    span(words(rf"{GIVE} {MANY} {UNIT}"), numbers=NUMBERS, units=UNITS),
    span(words(rf"(?:{WITHIN}|{GIVE}) (?P<n>een) (?P<unit>kwartier(?:tje)?)"), numbers={"een": 15}, units=UNITS),
    span(words(r"(?:binnen|over|in) (?P<n>drie) (?P<unit>kwartier)"), numbers={"drie": 45}, units=UNITS),
    # dates
    date(words(r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)")),
    date(words(rf"(?P<d>\d{{1,2}})(?:e|de|ste)? {MONTH}(?: (?P<y>20\d\d))?"), MONTHS),
    date(words(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4}|\d\d)")),
    date(words(r"(?:op|voor|uiterlijk|tot) (?P<d>\d{1,2})[-/](?P<m>\d{1,2})")),
    date(words(r"(?:de )?(?P<d>\d{1,2})(?:e|de|ste)") + r"(?! (?:keer|verdieping|etage|klas|poging|termijn))"),
    *[
        rule
        for number, (month, last) in enumerate(zip(MONTH_NAMES, LAST_DAYS, strict=True), 1)
        for rule in (
            says(words(rf"einde? (?:van )?{month}"), Moment(day=last, month=number)),
            says(words(rf"(?:half|midden) {month}"), Moment(day=15, month=number)),
            says(words(rf"begin {month}"), Moment(day=10, month=number)),
        )
    ],
    says(words(r"voor (?:de )?(?:kerst|kerstmis|feestdagen)"), Moment(day=24, month=12)),
    says(
        words(
            r"(?:voor |tegen )?(?:het )?einde? van (?:het|dit) jaar",
            r"eind dit jaar",
            r"dit jaar(?: nog)?",
            r"voor oud en nieuw",
        ),
        Moment(day=31, month=12),
    ),
    # the clock
    partly(
        clock(
            words(rf"(?:tussen|van|vanaf) \d{{1,2}}(?:[:.uh]\d\d)?(?: ?(?:uur|u|h))? (?:en|tot|a) {CLOCK}(?:{UUR})?"),
            morning=MORNING,
            afternoon=AFTERNOON,
        )
    ),
    partly(clock(words(rf"\d{{1,2}}(?:[:.]\d\d)? ?- ?{CLOCK}(?:{UUR})"), morning=MORNING, afternoon=AFTERNOON)),
    hour_words(words(rf"half (?P<hour>{'|'.join(HOURS)})"), HOURS, minutes=-30),
    clock(words(r"half (?P<h>\d{1,2})"), minutes=-30),
    hour_words(words(rf"kwart over (?P<hour>{'|'.join(HOURS)})"), HOURS, minutes=15),
    hour_words(words(rf"kwart voor (?P<hour>{'|'.join(HOURS)})"), HOURS, minutes=-15),
    clock(words(r"kwart over (?P<h>\d{1,2})"), minutes=15),
    clock(words(r"kwart voor (?P<h>\d{1,2})"), minutes=-15),
    clock(words(rf"(?:{AT} )?{CLOCK}{UUR}"), after=AFTER, morning=MORNING, afternoon=AFTERNOON),
    clock(words(rf"(?:{AT} )?(?P<h>\d{{1,2}})[:](?P<m>\d\d)"), after=AFTER),
    clock(words(rf"{AT} (?P<h>\d{{1,2}})\.(?P<m>[0-5]\d)"), after=AFTER),
    clock(
        words(rf"{AT} (?P<h>\d{{1,2}})")
        + r"(?![\w.:]*\d)(?! ?(?:%|euro|€|eur|dagen|werk|weken|stuks|procent|keer|jaar|maand|personen|minuten))",
        after=AFTER,
    ),
    partly(hour_words(words(rf"tussen \w+ en (?P<hour>{'|'.join(HOURS)})(?: uur)?"), HOURS)),
    hour_words(words(rf"{AT} (?P<hour>{'|'.join(HOURS)}) uur"), HOURS, after=AFTER),
    hour_words(
        words(rf"{AT} (?P<hour>{'|'.join(h for h in HOURS if h != 'een|enen')}|enen)")
        + r"(?! (?:dagen|weken|werk|euro|keer|personen|stuks|jaar|maanden|minuten|van\b))",
        HOURS,
        after=AFTER,
    ),
    clock(words(rf"(?:{AT} )?(?P<h>\d{{1,2}})[uh](?P<m>\d\d)"), after=AFTER),
    # days
    says(words(r"overmorgen"), Moment(offset=2)),
    says(
        words(
            r"morgenvroeg",
            r"morgen vroeg",
            r"meteen morgenochtend",
            r"morgenochtend (?:als eerste|meteen|direct)",
            r"(?:als eerste|meteen|direct) morgenochtend",
        ),
        Moment(offset=1, part=Part.FIRST_THING),
    ),
    says(words(r"morgen ?avond"), Moment(offset=1, part=Part.EVENING)),
    says(words(r"morgen ?(?:na)?middag"), Moment(offset=1, part=Part.AFTERNOON)),
    says(words(r"morgen ?(?:ochtend|voormiddag)"), Moment(offset=1, part=Part.MORNING)),
    says(words(r"(?<!'s )(?<!deze )morgen", r"morge", r"de volgende dag"), Moment(offset=1)),
    says(words(r"vanavond", r"vannacht"), Moment(offset=0, part=Part.EVENING)),
    says(words(r"vanmiddag"), Moment(offset=0, part=Part.AFTERNOON)),
    says(words(r"vanochtend", r"vanmorgen", r"deze morgen"), Moment(offset=0, part=Part.MORNING)),
    says(
        words(
            r"(?:het )?einde? van (?:de|mijn|deze) (?:werk)?dag",
            r"eind(?:e)? van de middag",
            r"einde werkdag",
            r"sluitingstijd",
            r"voor (?:we|wij) (?:sluiten|dichtgaan)",
            r"einde dag",
        ),
        Moment(part=Part.CLOSING),
    ),
    says(words(r"vandaag(?: nog)?", r"heden"), Moment(offset=0)),
    span(words(r"(?:de )?(?:volgende|eerstvolgende) (?P<working>werk)(?P<unit>dag)"), numbers=NUMBERS, units=UNITS),
    says(words(r"(?:direct |meteen |gelijk )?na (?:het|dit) weekend"), Moment(week=1, weekday=0)),
    says(words(r"(?:voor|tegen) (?:het )?weekend", r"voor het einde van de werkweek"), Moment(weekday=4, this=True)),
    says(words(r"(?:in |dit |komend |van )?(?:het )?weekend"), Moment(weekday=6, this=True)),
    *[
        rule
        for number, form in enumerate(DAYS)
        for rule in (
            says(
                words(
                    rf"{NEXT} week,? (?:op )?(?:{form})",
                    rf"{NEXT} (?:{form})",
                    rf"(?:{form}),? (?:van )?{NEXT} week",
                ),
                Moment(weekday=number, week=1),
            ),
            partly(says(words(rf"(?:{form}) \w+,? (?:van )?{NEXT} week"), Moment(weekday=number, week=1))),
            says(words(rf"{COMING} (?:{form})"), Moment(weekday=number)),
            says(words(rf"deze (?:{form})", rf"(?:{form}) (?:van )?deze week"), Moment(weekday=number, this=True)),
        )
    ],
    *[
        says(
            words(rf"{day}(?:ochtend|morgen|voormiddag)", rf"{day} (?:in de )?(?:ochtend|voormiddag)"),
            Moment(weekday=number, part=Part.MORNING),
        )
        for number, day in enumerate(DAY_NAMES)
    ],
    *[
        says(
            words(rf"{day}(?:na)?middag", rf"{day} (?:in de )?(?:na)?middag"),
            Moment(weekday=number, part=Part.AFTERNOON),
        )
        for number, day in enumerate(DAY_NAMES)
    ],
    *[says(words(rf"{day}avond"), Moment(weekday=number, part=Part.EVENING)) for number, day in enumerate(DAY_NAMES)],
    *[
        partly(says(words(rf"(?:{'|'.join(DAY_NAMES)}) ?(?:of|-|en|/) ?(?:{form})"), Moment(weekday=number)))
        for number, form in enumerate(DAYS)
    ],
    *weekdays(DAYS, words(r"{day}")),
    says(words(r"over een week", r"over 1 week"), Moment(offset=7)),
    says(words(r"de week (?:daarna|erop|daarop)", r"over twee weken"), Moment(week=2)),
    says(words(rf"begin (?:van )?(?:de )?{NEXT} week", r"begin komende week"), Moment(week=1, weekday=1)),
    says(words(rf"(?:half|halverwege|midden) (?:van )?(?:de )?{NEXT} week"), Moment(week=1, weekday=2)),
    says(words(rf"(?:het )?einde? (?:van )?(?:de )?{NEXT} week"), Moment(week=1, end=True)),
    says(words(rf"(?:in de loop van )?{NEXT} week", r"(?:de )?komende week"), Moment(week=1)),
    says(
        words(
            r"(?:later |(?:het )?einde? (?:van )?)?(?:deze|de) (?:werk)?week(?: nog)?",
            r"(?:het )?eind(?:e)? (?:van de )?week",
            r"weekeinde?",
        ),
        Moment(week=0),
    ),
    says(words(rf"(?:het )?einde? (?:van )?(?:de )?{NEXT} maand"), Moment(months=1, end=True)),
    says(words(rf"{NEXT} maand"), Moment(months=1)),
    says(words(r"(?:(?:het )?einde? (?:van )?)?(?:deze|de) maand", r"einde? maand", r"maandeinde"), Moment(months=0)),
    # parts of a day
    says(
        words(
            r"(?:voor )?de lunch",
            r"lunchtijd",
            r"voor de middag",
            r"'s middags 12 uur",
            r"twaalf uur 's middags",
        ),
        Moment(part=Part.NOON),
    ),
    says(words(r"na de (?:lunch|middag)"), Moment(part=Part.AFTERNOON)),
    says(words(r"middernacht"), Moment(part=Part.MIDNIGHT)),
    says(
        words(r"(?:in de |de )?ochtend", r"'?s (?:ochtends|morgens)", r"voormiddag", r"(?:als eerste|eerste werk)"),
        Moment(part=Part.MORNING),
    ),
    says(words(r"(?:in de |de |loop van de )?middag", r"'?s middags", r"namiddag"), Moment(part=Part.AFTERNOON)),
    says(words(r"(?:in de |de )?avond", r"'?s avonds"), Moment(part=Part.EVENING)),
]
