"""How Lithuanian tells the time; all forms without diacritics, as people type them."""

import re

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

NUMBERS: dict[str, float] = {
    "vien(?:a|as|o|os|ai|am)": 1, "du|dvi|dviej[ua]|dviem": 2, "tri(?:s|ju|jose|m)|trys": 3, "keturi(?:as|s|u|os|ems)?": 4,
    "penki(?:as|s|u|os|ems)?": 5, "sesi(?:as|s|u|os|ems)?": 6, "septyni(?:as|s|u|os|ems)?": 7, "astuoni(?:as|s|u|os)?": 8,
    "devyni(?:as|s|u|os)?": 9, "desimt(?:ies|i)?": 10, "dvylika(?:os)?": 12, "keturiolika": 14, "keturiolikos": 14, "penkiolika": 15,
    "penkiolikos": 15, "dvidesimt(?:ies)?": 20, "dvidesimt(?:ies)? keturi(?:as|u)": 24, "trisdesimt(?:ies)?": 30,
    "keturiasdesimt": 40, "keturiasdesimt penkias": 45, "keturiasdesimt astuoni(?:as|u)": 48, "sesiasdesimt": 60,
    "por(?:a|os)": 2, "keli(?:as|s|u|os|olika)": 3, "pusantros": 1.5, "puse": 0.5,
}  # fmt: skip
UNITS = [("min", Unit.MINUTE), ("val", Unit.HOUR), ("d|par", Unit.DAY), ("sav", Unit.WEEK), ("men", Unit.MONTH)]
# The hour as an ordinal, in the cases in which a clock is told: desimta, desimtos, desimtai.
STEMS = (
    "pirm", "antr", "treci", "ketvirt", "penkt", "sest", "septint", "astunt", "devint", "desimt", "vienuolikt", "dvylikt",
    "trylikt", "keturiolikt", "penkiolikt", "sesiolikt", "septyniolikt", "astuoniolikt", "devyniolikt", "dvidesimt",
)  # fmt: skip
HOURS = {rf"{stem}(?:a|os|ai|aja|osios)": hour for hour, stem in enumerate(STEMS, 1)}
HALVES = {  # “pusę trijų” is half past two
    "vienos": 1, "dvieju": 2, "triju": 3, "keturiu": 4, "penkiu": 5, "sesiu": 6, "septyniu": 7, "astuoniu": 8,
    "devyniu": 9, "desimt(?:ies)?": 10, "vienuolik(?:tos|os)": 11, "dvylik(?:tos|os)": 12,
}  # fmt: skip
DAYS = tuple(
    rf"{stem}dien(?:i|io|iui|iais|yje|y|is)|{short}" for stem, short in (
        ("pirma", "pirm(?:ad)?"), ("antra", "antr(?:ad)?"), ("trecia", "trec(?:iad)?"), ("ketvirta", "ketv(?:irt(?:ad)?)?"),
        ("penkta", "penkt(?:ad)?"), ("sesta", "sest(?:ad)?"), ("sekma", "sekm(?:ad)?"),
    )
)  # fmt: skip
MONTHS = (
    "saus", "vasar", "kov", "baland", "geg", "birz", "liep", "rugp", "rugs", "spal", "lapk", "gruod",
)  # fmt: skip
LAST_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH = r"(?P<month>sausio|vasario|kovo|balandzio|geguzes|birzelio|liepos|rugpjucio|rugsejo|spalio|lapkricio|gruodzio)"
NUMBER = rf"(?:{FIGURES}|{'|'.join(NUMBERS)})"
MANY = rf"(?P<n>(?:{NUMBER} ?(?:-|iki|ar|arba|ir) ?)?{NUMBER})"
WORKING = r"(?P<working>darbo |d\. ?)?"
UNIT = (
    rf"{WORKING}(?P<unit>minut\w+|minuc\w+|min\.?|valand\w+|val\.?|dien(?:as|u|a|os|oms)|d\.?|par(?:a|as|u|os)|savai[tc]\w+|sav\.?|"
    r"menes\w+|men\.?)"
)
CLOCK = r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?"
VAL = r" ?(?:val(?:\.|andos|anda|andai)?|h)(?: (?P<day>ryto|ryte|is ryto|po pietu|popiet|vakaro|vakare|dienos))?"
MORNING, AFTERNOON = r"ryt[oe]", r"po ?piet|vakar[oe]|dienos"
AT = r"(?:iki|pries|apie|nuo|po|ne veliau kaip|neveliau|lygiai|~)"
NO_AMOUNT = r"(?! ?(?:%|eur|€|proc|d\b|d\.|dien|min|val|sav|men|darbo|vnt|kart|ct|kg|km|m\b|cm|gb|mb|versij|[.,-]\d))"
# An hour is told, with its minutes or by its name.
TOLD = r".{0,20}?(?:\d[:.][0-5]\d|\d ?(?:val|h\b))"
AFTER_A_DAY = "|".join(
    f"(?<={day} )" for day in ("rytoj", "ryt", "siandien", "poryt", "dieni", "ryte", "vakare", "pietu")
)
AFTER = r"\b(?:po|nuo)\b(?! ?pietu)"
THIS, NEXT = (
    r"(?:si|sis|sios|sia|sio|siais|artimiausi|ateinanti)",
    r"(?:kita|kito|kitos|kitas|sekanti|sekancio|sekancios|sekancia)",
)

# The day of a month as an ordinal: dvylikta, dvyliktos, dvyliktąją.
ORDINALS = {
    rf"{tens}{stem}(?:a|os|ai|aja|osios|oji)": day for day, (tens, stem) in enumerate(
        [("", stem) for stem in STEMS] + [("dvidesimt ", stem) for stem in STEMS[:9]] + [("", "trisdesimt"), ("trisdesimt ", "pirm")], 1)
}  # fmt: skip


def _date_in_words(found: re.Match[str]) -> Moment:
    """“Kovo dvyliktą”, “dvyliktą dieną”."""
    day = next(number for form, number in ORDINALS.items() if re.fullmatch(form, found["day"]))
    name = found.groupdict().get("month")
    return Moment(day=day, month=next(n for n, stem in enumerate(MONTHS, 1) if name.startswith(stem)) if name else None)


TIMES: list[Rule] = [
    passes_over(words(rf"pries {MANY} {UNIT}")),
    passes_over(
        words(
            r"vakar",
            r"uzvakar",
            r"praeit\w+ (?:savait\w+|menes\w+|\w+dien\w+)",
            r"praejus\w+ (?:savait\w+|menes\w+|\w+dien\w+)",
            r"geros dienos",
            r"(?:gero|grazaus) (?:vakaro|savaitgalio)",
            r"(?:graz|ger)(?:ios|os) (?:dienos|savaites)",
            r"labas (?:rytas|vakaras)",
            r"\d{1,2}[.:]\d\d(?: ?val\.?)? (?:skryd|traukin|autobus|reis|kelt)\w+",
            r"laba diena",
            r"siuo metu",
            r"visa (?:diena|para)",
        )
    ),
    # a day so far off, where the hour is told, too
    says(words(r"(?:lygiai )?(?:po|uz) (?:1 |vienos )?savaites") + rf"(?={TOLD})", Moment(offset=7)),
    says(words(r"(?:lygiai )?(?:po|uz) (?:2|dvieju) (?:dienu|d\.)") + rf"(?={TOLD})", Moment(offset=2)),
    says(words(r"(?:lygiai )?(?:po|uz) (?:3|triju) (?:dienu|d\.)") + rf"(?={TOLD})", Moment(offset=3)),
    # so long from now
    span(
        words(
            rf"(?:per|uz|po|(?:pa)?skaiciuokite?|duokite? (?:man|mums)|ne (?:veliau|ilgiau) (?:kaip|nei) (?:per|po|uz)|ilgiausiai per|daugiausia per|maksimum per|bent per) ?"
            rf"(?:ateinanci\w+ |artimiausi\w+ |dar |kok\w+ |apie |maziau nei |daugiausia |max |ne daugiau kaip )*{MANY}[ -]?(?:kalendorin\w+ )?{UNIT}"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(
        words(rf"{WORKING}(?P<unit>valandos|paros|dienos|savaites|menesio) (?:begyje|laikotarpyje|laikotarpiu)"),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(words(rf"{MANY} {UNIT} (?:begyje|laikotarpyje|laikotarpiu)"), numbers=NUMBERS, units=UNITS),
    span(
        words(
            rf"(?:per|uz|po) (?:ateinanci\w+ |artimiausi\w+ |visa |maziau nei )?{WORKING}(?P<unit>"
            r"valand(?:a|os)|savait(?:e|es)|para|paros|menes(?:i|io)|dien(?:a|os)|minut(?:e|es))"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(
        words(r"(?:per|uz|po) (?:artimiausia )?(?P<n>pus)(?P<unit>valand(?:i|zio))"),
        numbers=NUMBERS | {"pus": 0.5},
        units=UNITS,
    ),
    # dates
    date(words(r"(?P<y>20\d\d)[-.](?P<m>\d\d)[-.](?P<d>\d\d)")),
    date(
        words(
            rf"(?:(?P<y>20\d\d) ?m?\.? )?{MONTH} (?:men(?:esio|\.)? )?(?P<d>\d{{1,2}})"
            r"(?:-?(?:a|aja|osios|ai|ajai|oji|os))?(?: ?d(?:ien(?:a|os|ai))?\.?)?"
        ),
        MONTHS,
    ),
    *[
        says(
            words(rf"{stem}\w* (?:men\w*\.? )?(?:pabaig(?:os|oje|ai)|gal[oe])"),
            Moment(day=LAST_DAYS[number], month=number),
        )
        for number, stem in enumerate(MONTHS, 1)
    ],
    date(words(r"(?:iki|pries|nuo) (?P<m>\d\d)-(?P<d>\d\d)")),
    Rule(
        re.compile(words(rf"{MONTH} (?:menesio )?(?P<day>{'|'.join(ORDINALS)})(?: dien(?:a|os|ai))?")), _date_in_words
    ),
    Rule(re.compile(words(rf"(?P<day>{'|'.join(ORDINALS)}) dien(?:a|os|ai)")), _date_in_words),
    date(words(r"(?P<d>\d{1,2})(?:-?(?:a|aja|osios|os|ai))? (?:dien(?:a|os|ai)|d\.?)(?! ?d)")),
    says(words(r"(?:iki|pries) (?:sv\. |siu metu )?kaledu"), Moment(day=24, month=12)),
    says(
        words(r"(?:iki )?metu (?:pabaig(?:os|oje)|galo|gale)", r"(?:iki|pries) naujuju(?: metu)?", r"siemet"),
        Moment(day=31, month=12),
    ),
    # the clock
    partly(
        clock(
            words(rf"(?:tarp|nuo) \d{{1,2}}(?:[:.]\d\d)?(?: ?val\.?)? (?:iki|ir) {CLOCK}(?:{VAL})?"),
            morning=MORNING,
            afternoon=AFTERNOON,
        )
    ),
    partly(clock(words(rf"\d{{1,2}}(?:[:.]\d\d)? ?- ?{CLOCK}(?:{VAL})"), morning=MORNING, afternoon=AFTERNOON)),
    clock(words(rf"(?:{AT} )?{CLOCK}{VAL}"), after=AFTER, morning=MORNING, afternoon=AFTERNOON),
    # With its minutes an early hour is one of the morning: in the afternoon it is 16.30 that is written.
    clock(words(r"(?P<h>[4-6])[:.](?P<m>[0-5]\d)") + NO_AMOUNT, morning=r"\d"),
    clock(words(r"(?:iki|pries|apie|nuo|po)? ?(?P<h>\d{1,2}):(?P<m>\d\d)"), after=AFTER),
    clock(words(rf"(?:{AT} )?(?P<h>\d{{1,2}})\.(?P<m>[0-5]\d)") + NO_AMOUNT, after=AFTER),
    clock(rf"(?:{AFTER_A_DAY})(?P<h>\d{{1,2}})(?![\w.:-]*\d)" + NO_AMOUNT),
    clock(
        words(rf"{AT} (?P<h>\d{{1,2}})") + r"(?![\w.:]*\d)" + NO_AMOUNT,
        after=AFTER,
    ),
    hour_words(words(rf"puse (?P<hour>{'|'.join(HALVES | HOURS)})"), HALVES | HOURS, minutes=-30),
    clock(words(r"puse (?P<h>\d{1,2})"), minutes=-30),
    hour_words(words(rf"(?:{AT} )?(?P<hour>{'|'.join(HOURS)})(?: val\.?(?:and\w+)?)") + r"(?!\w)", HOURS, after=AFTER),
    hour_words(
        words(
            rf"(?:{AT} )?(?P<hour>{'|'.join(HOURS | HALVES)})(?= (?:ryto|ryte|vakaro|vakare|dienos|po pietu|popiet))"
        ),
        HOURS | HALVES,
        after=AFTER,
    ),
    hour_words(rf"(?:{AFTER_A_DAY})(?P<hour>{'|'.join(HOURS)})(?!\w)(?! (?:dien|viet|kart|puse|eil|menes))", HOURS),
    hour_words(words(rf"{AT} (?P<hour>{'|'.join(HOURS)})") + r"(?! (?:dien|viet|kart|puse))", HOURS, after=AFTER),
    hour_words(
        words(rf"iki (?P<hour>{'|'.join(HALVES)})") + r"(?! (?:dien|darb|val|min|sav|men|eur|proc|asmen|vnt|kart|%))",
        HALVES,
    ),
    # days
    says(words(r"porytoj", r"poryt"), Moment(offset=2)),
    says(
        words(r"(?:pirmu taip|is pat ryto|anksti ryte|pirmiausia ryte|vos prasidejus)"), Moment(part=Part.FIRST_THING)
    ),
    says(words(r"ryt vakar(?:e|a)"), Moment(offset=1, part=Part.EVENING)),
    says(
        words(r"rytoj", r"rytoj(?:aus|ui|u)", r"ryt", r"rytdien(?:a|os)", r"kita(?:s)? dien(?:a|os)"), Moment(offset=1)
    ),
    says(
        words(r"sia ?nakt\w*", r"si ?vakara?", r"si vakara", r"siandien vakare", r"siandien vakara"),
        Moment(offset=0, part=Part.EVENING),
    ),
    says(words(r"si ?ryta?"), Moment(offset=0, part=Part.MORNING)),
    says(
        words(
            r"(?:iki )?(?:siandienos |sios |darbo )*(?:dienos|darbo) (?:pabaig(?:os|oje|ai)|galo|gale)",
            r"pries uzdarant",
        ),
        Moment(part=Part.CLOSING),
    ),
    says(words(r"(?:dar )?s(?:i|e)andien(?:a|os|ai)?", r"sia diena", r"sios dienos"), Moment(offset=0)),
    span(words(rf"{NEXT} (?P<working>darbo )(?P<unit>dien(?:a|os))"), numbers=NUMBERS, units=UNITS),
    says(words(r"savaitgalio (?:pabaig(?:os|oje)|gal[oe])"), Moment(weekday=6, this=True)),
    says(words(r"(?:iki|pries) (?:sio )?savaitgal(?:io|i)"), Moment(weekday=4, this=True)),
    says(words(r"(?:si |sio )?savaitgal(?:i|io|iui)"), Moment(weekday=6, this=True)),
    # the night from one day to the next
    says(words(r"nakti(?= is )"), Moment(part=Part.FIRST_THING)),
    *map(partly, weekdays(DAYS, words(rf"is (?:{'|'.join(DAYS)}) i {{day}}"))),
    *[
        rule
        for number, form in enumerate(DAYS)
        for rule in (
            says(
                words(rf"{NEXT} savaite?s?,? (?:{form})", rf"{NEXT} (?:{form})", rf"(?:{form}),? {NEXT} savaite?s?"),
                Moment(weekday=number, week=1),
            ),
            says(words(rf"{THIS} (?:savaites )?(?:{form})"), Moment(weekday=number, this=True)),
            partly(says(words(rf"(?:{'|'.join(DAYS)}) ?(?:ar|arba|-|iki|/|,) ?(?:{form})"), Moment(weekday=number))),
        )
    ],
    *weekdays(DAYS, words(r"{day}")),
    says(words(r"dar kita savaite"), Moment(week=2)),
    says(words(rf"{NEXT} savaites (?:pradzi(?:oje|os|ai))", r"savaites pradzioje"), Moment(week=1, weekday=1)),
    says(words(rf"{NEXT} savaites (?:vidury(?:je)?|vidurio)"), Moment(week=1, weekday=2)),
    says(words(rf"{NEXT} (?:savaite?s?|sav\.?) (?:pabaig(?:os|oje)|gal[oe])"), Moment(week=1, end=True)),
    says(words(rf"{NEXT} (?:savaite?s?|sav\.?)"), Moment(week=1)),
    says(
        words(
            r"(?:sia|sios|sios darbo) savait(?:e|es)(?: pabaig(?:os|oje)| galo)?",
            r"(?:darbo )?savaites (?:pabaig(?:os|oje|ai)|galo|gale)",
        ),
        Moment(week=0),
    ),
    says(words(rf"{NEXT} menes(?:i|io) (?:pabaig(?:os|oje)|gal[oe])"), Moment(months=1, end=True)),
    says(words(rf"{NEXT} menes(?:i|io)"), Moment(months=1)),
    says(
        words(r"(?:si|sio) menes(?:i|io)(?: pabaig(?:os|oje)| galo)?", r"menesio (?:pabaig(?:os|oje|ai)|galo|gale)"),
        Moment(months=0),
    ),
    # parts of a day
    says(
        words(
            r"iki pietu",
            r"(?:per|pries) pietus",
            r"vidurdien(?:i|io)",
            r"pusiaudien(?:i|io)",
            r"priespiet",
            r"pirmoj(?:e|oje) dienos puseje",
            r"pirmoje pusej?e?",
        ),
        Moment(part=Part.NOON),
    ),
    says(words(r"po ?pietu", r"popiet", r"popiete", r"antroje (?:dienos )?puseje"), Moment(part=Part.AFTERNOON)),
    says(words(r"vidurnak(?:tis|cio|ti)"), Moment(part=Part.MIDNIGHT)),
    says(words(r"ryt(?:e|a|o|ais|meti?)", r"is ryto", r"rytu"), Moment(part=Part.MORNING)),
    says(words(r"vakar(?:e|a|o|ui|op)", r"nakti"), Moment(part=Part.EVENING)),
]
