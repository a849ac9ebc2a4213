"""How Russian tells the time; ё is read as е."""

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

NUMBERS: dict[str, float] = {
    "од(?:ин|ного|ну|ной|но)": 1, "дв(?:а|е|ух|ум)": 2, "тр(?:и|ех|ем)": 3, "четыр(?:е|ех|ем)": 4, "пят[ьи]": 5, "шест[ьи]": 6,
    "сем[ьи]": 7, "вос[е]?[мь]+[ьи]": 8, "девят[ьи]": 9, "десят[ьи]": 10, "двенадцат[ьи]": 12, "четырнадцат[ьи]": 14,
    "пятнадцат[ьи]": 15, "двадцат[ьи]": 20, "двадцат[ьи] четыр(?:е|ех)": 24, "тридцат[ьи]": 30, "сорок(?:а)?": 40,
    "сорок(?:а)? пят[ьи]": 45, "сорок(?:а)? вос[е]?[мь]+[ьи]": 48, "пар[уыа]": 2, "нескольк(?:о|их)": 3, "пол(?:утора|тора|торы)": 1.5,
}  # fmt: skip
UNITS = [("мин", Unit.MINUTE), ("ч|получас", Unit.HOUR), ("д|сут", Unit.DAY), ("нед", Unit.WEEK), ("мес", Unit.MONTH)]
HOURS = {
    "часу?": 1, "дв(?:а|ух|ум)": 2, "тр(?:и|ех|ем)": 3, "четыр(?:е|ех|ем)": 4, "пят[ьи]": 5, "шест[ьи]": 6, "сем[ьи]": 7,
    "вос[е]?[мь]+[ьи]": 8, "девят[ьи]": 9, "десят[ьи]": 10, "одиннадцат[ьи]": 11, "двенадцат[ьи]": 12,
}  # fmt: skip
HALVES = {
    rf"{stem}": hour for hour, stem in enumerate(
        ("первого", "второго", "третьего", "четвертого", "пятого", "шестого", "седьмого", "восьмого", "девятого", "десятого",
         "одиннадцатого", "двенадцатого"), 1)
}  # fmt: skip
DAYS = (
    r"понедельник\w*|пн|понед", r"вторник\w*|вт", r"сред(?:у|ы|е|а)|ср", r"четверг\w*|чт", r"пятниц\w+|пт|пятн", r"суббот\w+|сб",
    r"воскресень\w+|вс",
)  # fmt: skip
MONTHS = (
    "янв", "фев", "мар", "апр", "ма[йя]", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)  # fmt: skip
MONTH = r"(?P<month>января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|янв\.?|фев\.?|апр\.?|авг\.?|сент?\.?|окт\.?|нояб?\.?|дек\.?)"
NUMBER = rf"(?:{FIGURES}|{'|'.join(NUMBERS)})"
MANY = rf"(?P<n>(?:{NUMBER} ?(?:-|до|или|и) ?)?{NUMBER}(?:-[хи]|-ми)?)"
UNIT = r"(?P<working>рабоч\w+ )?(?:календарн\w+ )?(?P<unit>минут\w*|мин\.?|час(?:а|ов|у|ам|ик)?|ч\.?|день|дня|дней|дн\.?|сут(?:ок|ки)|недел\w+|нед\.?|месяц\w*|мес\.?)"
CLOCK = r"(?P<h>\d{1,2})(?:[:.-](?P<m>\d\d))?(?:-?(?:ти|и|х))?"
CHAS = r"(?: ?(?:час(?:а|ов|у|ам)?|ч\.?))?"
DAYPART = r" (?:утра|утром|дня|вечера|вечером|ночи)"
MORNING, AFTERNOON = r"утра|утром", r"дня|вечер"
AT = r"(?:в|до|к|около|с|после|не позднее|не позже|примерно в|ровно в|часам к|на|со)"
AFTER = r"\b(?:после|со?)\b"
NEXT, THIS = r"(?:следующ\w+|след\.?)", r"(?:эт(?:у|от|ой|ом|ого)|ближайш\w+)"

TIMES: list[Rule] = [
    passes_over(words(rf"{MANY} {UNIT} (?:назад|тому)")),
    passes_over(
        words(
            r"(?:час|день|неделю|месяц|полчаса) назад",
            r"вчера\w*",
            r"позавчера\w*",
            r"(?:на|в) прошл\w+ (?:неделе|месяце|раз|\w+)",
            r"добр(?:ое|ый|ого) (?:утро|день|вечер|утра|дня|вечера)",
            r"хорош(?:его|их) (?:дня|вечера|выходных)",
            r"доброго времени суток",
            r"на сегодняшний день",
            r"круглые сутки",
            r"изо дня в день",
            r"приятного (?:дня|вечера)",
        )
    ),
    # so long from now
    span(
        words(
            rf"(?:через|в течение|в течении|за|в пределах|в срок до|не (?:более|позднее|позже|дольше)(?: чем)?(?: через| за)?|максимум|до(?! \d+(?:-?(?:ти|и|х))? ?час)(?! \w+ час)|на протяжении|ближайши[ехм]|следующи[ехм]|займет|спустя) "
            rf"(?:ближайш\w+ |следующ\w+ |максимум |примерно |не более |около |каких-то |ещ[её] )*{MANY}[ -]?{UNIT}"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    says(words(r"в течение (?:сегодняшнего |рабочего |этого )*дня"), Moment(part=Part.CLOSING)),
    says(words(r"в течение завтрашнего дня"), Moment(offset=1)),
    span(
        words(
            r"(?:через|в течение|в течении|за|в ближайш\w+|в пределах) (?:максимум |ближайш\w+ )?(?P<working>рабоч\w+ )?(?P<unit>час(?:а|ик)?|день|сут(?:ки|ок)|недел[юи]|месяц[а]?|минут[уы])"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(
        words(r"(?:через|в течение|за|в ближайшие)? ?(?P<n>пол)[ -]?у?(?P<unit>час(?:а|ика|ик))"),
        numbers=NUMBERS | {"пол": 0.5},
        units=UNITS,
    ),
    # dates
    date(words(r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)")),
    date(words(rf"(?P<d>\d{{1,2}})(?:-?(?:го|е|му|ого))? {MONTH}(?: (?P<y>20\d\d)(?: ?г(?:ода|\.)?)?)?"), MONTHS),
    date(words(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)")),
    date(words(r"(?P<d>[0-3]\d)\.(?P<m>0\d|1[0-2])")),
    date(words(r"(?P<d>\d{1,2})(?:-?(?:го|е|му|ого))?(?: числ[ауо]|(?<=го)|(?<=му))")),
    says(words(r"(?:до|к) (?:рождества|праздников)"), Moment(day=24, month=12)),
    says(
        words(r"(?:до|к) (?:конца|концу) года", r"до нового года", r"(?:в|до конца) это(?:м|го) год[ау]"),
        Moment(day=31, month=12),
    ),
    # the clock
    clock(
        words(
            rf"(?:с|от|между|со) \d{{1,2}}(?:[:.]\d\d)?{CHAS}(?: утра| дня| вечера)? (?:до|и) {CLOCK}{CHAS}(?:{DAYPART})?"
        ),
        morning=r"утра$|утром$",
        afternoon=AFTERNOON,
    ),
    clock(
        words(rf"\d{{1,2}}(?:[:.]\d\d)? ?- ?{CLOCK}(?: час(?:а|ов)?| ч\.?|{DAYPART}|(?<=:\d\d))"),
        morning=MORNING,
        afternoon=AFTERNOON,
    ),
    clock(words(rf"(?:{AT} )?{CLOCK}{CHAS}{DAYPART}"), after=AFTER, morning=MORNING, afternoon=AFTERNOON),
    clock(words(rf"(?:{AT} )?(?P<h>\d{{1,2}}):(?P<m>\d\d)"), after=AFTER),
    clock(words(rf"{AT} {CLOCK} ?(?:час(?:а|ов|ам|у)?|ч\.?)"), after=AFTER),
    clock(
        words(rf"{AT} {CLOCK}")
        + r"(?![\w.:]*\d)(?! ?(?:%|руб|евро|€|дн|шт|процент|раз|рабоч|недел|мес|тыс|минут|доллар|позици|товар|этаж))",
        after=AFTER,
    ),
    hour_words(words(rf"(?:в |до |к )?(?:половин[еыу]|пол-?) ?(?P<hour>{'|'.join(HALVES)})"), HALVES, minutes=-30),
    hour_words(words(rf"(?:с|между) \w+ (?:до|и) (?P<hour>{'|'.join(HOURS)})(?: час(?:ов|а|ам))?"), HOURS),
    hour_words(
        words(rf"(?:{AT}) (?P<hour>{'|'.join(HOURS)})(?: час(?:ов|а|ам))?")
        + r"(?! ?(?:дн|рабоч|недел|мес|раз|процент|руб|евро|минут|день|сут))",
        HOURS,
        after=AFTER,
    ),
    # days
    says(words(r"послезавтра\w*"), Moment(offset=2)),
    says(
        words(r"(?:прямо )?с (?:самого )?утра(?: пораньше)?", r"первым делом", r"с утреца", r"рано утром"),
        Moment(part=Part.FIRST_THING),
    ),
    says(words(r"завтра вечером"), Moment(offset=1, part=Part.EVENING)),
    says(words(r"завтра", r"завтрашн\w+(?: дня| день)?", r"на следующий день", r"завтро"), Moment(offset=1)),
    says(words(r"сегодня вечером", r"этим вечером", r"сегодня ночью"), Moment(offset=0, part=Part.EVENING)),
    says(
        words(r"(?:до |к |в )?(?:конц[аеу]) (?:сегодняшнего |рабочего |этого )*дня", r"до закрытия", r"до конца смены"),
        Moment(part=Part.CLOSING),
    ),
    says(
        words(r"(?:уже |еще )?сегодня", r"сегодняшн\w+ (?:дня|день|числом)", r"в этот же день", r"день в день"),
        Moment(offset=0),
    ),
    span(words(r"(?:на |в )?следующ\w+ (?P<working>рабоч\w+ )(?P<unit>д(?:ень|ня))"), numbers=NUMBERS, units=UNITS),
    says(words(r"(?:до|перед) выходны(?:х|ми)"), Moment(weekday=4, this=True)),
    says(words(r"(?:на|в) (?:этих |эти |ближайшие )?выходн(?:ых|ые)"), Moment(weekday=6, this=True)),
    *[
        rule
        for number, form in enumerate(DAYS)
        for rule in (
            says(
                words(
                    rf"на {NEXT} неделе,? (?:во? )?(?:{form})",
                    rf"{NEXT} (?:{form})",
                    rf"(?:{form}),? (?:на )?{NEXT} недел[еию]",
                ),
                Moment(weekday=number, week=1),
            ),
            says(
                words(rf"{THIS} (?:{form})", rf"(?:{form}) (?:на )?этой недел[еи]"), Moment(weekday=number, this=True)
            ),
            says(words(rf"(?:{'|'.join(DAYS)}) ?(?:или|либо|-|/) ?(?:во? )?(?:{form})"), Moment(weekday=number)),
        )
    ],
    *weekdays(DAYS, words(r"{day}")),
    says(words(r"через неделю", r"через одну неделю"), Moment(offset=7)),
    says(words(r"(?:в |к |до )?начал[еуа] (?:следующей )?недели"), Moment(week=1, weekday=1)),
    says(words(r"(?:в |к |до )?середин[еуы] следующей недели"), Moment(week=1, weekday=2)),
    says(words(rf"(?:до |к |на |в )?(?:конц[ауе] )?{NEXT} недел[еию]"), Moment(week=1)),
    says(
        words(
            r"(?:до |к |в )?конц[ауе] (?:этой |рабочей |текущей )*недели",
            r"(?:на|в течение|до конца) (?:этой|текущей) недел[еи]",
        ),
        Moment(week=0),
    ),
    says(words(rf"(?:до |к |в )?(?:конц[ауе] )?{NEXT} месяц[еау]"), Moment(months=1)),
    says(words(r"(?:до |к |в )?конц[ауе] (?:этого |текущего )?месяца", r"в (?:этом|текущем) месяце"), Moment(months=0)),
    # parts of a day
    says(
        words(r"(?:до|к) обед[ау]", r"полдень|полудн[яюе]", r"в обед", r"в первой половине(?: дня)?", r"до полудня"),
        Moment(part=Part.NOON),
    ),
    says(words(r"после обеда", r"днем", r"во второй половине(?: дня)?", r"пополудни"), Moment(part=Part.AFTERNOON)),
    says(words(r"полноч[ьи]", r"полуночи"), Moment(part=Part.MIDNIGHT)),
    says(words(r"утр(?:ом|а|у|о)", r"поутру"), Moment(part=Part.MORNING)),
    says(words(r"вечер(?:ом|а|у|ком)?", r"ночью"), Moment(part=Part.EVENING)),
]
