"""How Russian tells the time; ё is read as е."""

import re

from makegood.promises.own_words.language import Rule, words
from makegood.promises.own_words.languages.ru.counting import (
    AFTER,
    AFTERNOON,
    ALL_MONTH,
    AT,
    CHAS,
    CLOCK,
    DAY_IN_WORDS,
    DAYPART,
    DAYS,
    HALVES,
    HOURS,
    LAST_DAYS,
    MANY,
    MINUTES_TO,
    MONTH,
    MONTHS,
    MORNING,
    NEXT,
    NUMBERS,
    ORDINAL,
    ORDINALS,
    PAIRS,
    PARTS_OF_MONTH,
    TERMS,
    THIS,
    UNIT,
    UNITS,
)
from makegood.promises.own_words.moments import Moment, Part
from makegood.promises.own_words.rules import clock, date, hour_words, partly, passes_over, says, span, weekdays


def _day_in_words(found: re.Match[str]) -> Moment | None:
    """“Двадцать пятого марта”, “к пятому числу”."""
    if found["d"] not in ORDINALS:
        return None
    name = found.groupdict().get("month")
    month = next(number for number, stem in enumerate(MONTHS, 1) if re.match(stem, name)) if name else None
    return Moment(day=ORDINALS.index(found["d"]) + 1, month=month)


def _in_month(found: re.Match[str]) -> Moment:
    """“К середине марта”; without a part of it, the end."""
    month = next(number for number, stem in enumerate(MONTHS, 1) if re.match(stem, found["month"]))
    day = next(
        (day for part, day in PARTS_OF_MONTH.items() if (found["part"] or "").startswith(part)), LAST_DAYS[month - 1]
    )
    return Moment(day=day, month=month)


TIMES: list[Rule] = [
    passes_over(words(rf"{MANY} {UNIT} (?:назад|тому)")),
    passes_over(words(r"(?:рейс|поезд|автобус|самолет)\w*(?: на)?(?: в)? \d{1,2}[:.]\d\d")),
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
    passes_over(words(rf"от (?:\d{{1,2}} {MONTH}|\d{{1,2}}\.\d{{2}}(?:\.\d{{2,4}})?)(?: 20\d\d)?(?: ?г(?:ода|\.)?)?")),
    # so long from now
    *[says(words(rf"(?:в )?{stem}\w+ срок\w*"), Moment(span=span)) for stem, span in TERMS.items()],
    *[
        says(words(rf"(?:через |в течение |за |подождите |дайте (?:мне|нам) )?{form}"), Moment(span=span))
        for form, span in PAIRS
    ],
    span(
        rf"^(?:(?!(?:после)?завтра|(?:поза)?вчера|сегодня|{'|'.join(DAYS)})[а-я]+, )?(?:еще |буквально )?(?:{MANY} )?{UNIT}(?: максимум)?(?=,|$| и (?!\d))",
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(rf"^(?:еще )?(?P<unit>минут|час(?:а|ов)|дн(?:я|ей)) {MANY}(?=,|$| и (?!\d))", numbers=NUMBERS, units=UNITS),
    span(
        words(
            rf"(?P<unit>минут|минуток|час(?:а|ов|ика|иков)|дн(?:я|ей|ька|ьков)|недел(?:и|ь|ьки)) (?:через|за) {MANY}"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(
        words(
            rf"(?:по[гд]о(?:ди|жди)(?:те)?|дайте мне|дайте нам) (?P<unit>минут|минуток|час(?:а|ов)|дн(?:я|ей)) {MANY}"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(words(rf"через (?P<unit>минут|часов|дней|недель) {MANY}"), numbers=NUMBERS, units=UNITS),
    span(
        words(
            rf"(?:подожд(?:ите|и)|потерпите|да(?:йте|й) (?:мне|нам)|нуж(?:но|ен|на)(?: (?:мне|нам))?|(?:мне|нам) (?:нуж(?:но|ен|на)|надо)) "
            rf"(?:еще |максимум |буквально )?(?:{MANY} )?{UNIT}"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(
        words(
            rf"(?:через|в течение|в течении|за|(?:за|рас)?(?:кладывайте|считывайте|считайте)(?: на)?|отведите(?: на это)?|в пределах|в срок до|не (?:более|позднее|позже|дольше)(?: чем)?(?: через| за)?|максимум|"
            rf"до(?! \S+ дня(?!\w))(?! \d+(?:-?(?:ти|и|х))? ?час)(?! \w+ час)|на протяжении|ближайши[ехм]|следующи[ехм]|займет|спустя) "
            rf"(?:ближайш\w+ |следующ\w+ |максимум |примерно |не более |около |каких-то |ещ[её] )*{MANY}[ -]?{UNIT}"
        ),
        numbers=NUMBERS,
        units=UNITS,
    ),
    says(words(r"в течение (?:сегодняшнего |рабочего |этого )*дня"), Moment(part=Part.CLOSING)),
    says(words(r"в течение завтрашнего дня"), Moment(offset=1)),
    span(
        words(
            r"(?:через|в течение|в течении|за|в ближайш\w+|в пределах) (?:максимум |ближайш\w+ )?(?P<working>рабоч\w+ )?"
            r"(?P<unit>час(?:а|ик|ок)?|день|денек|сут(?:ки|ок)|недел(?:ю|и|ьку)|месяц[а]?|минут(?:у|ы|ку))"
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
    Rule(re.compile(words(rf"(?P<d>{DAY_IN_WORDS}){ORDINAL} (?:числ[ау]|{MONTH})")), _day_in_words),
    date(words(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4}|\d\d)")),
    date(words(r"(?P<d>[0-3]\d)\.(?P<m>0\d|1[0-2])")),
    date(words(r"(?P<d>\d{1,2})(?:-?(?:го|е|му|ого))?(?: числ[ауо]|(?<=го)|(?<=му))")),
    says(words(r"(?:до|к) (?:рождества|праздников)"), Moment(day=24, month=12)),
    says(
        words(r"(?:до|к) (?:конца|концу) года", r"до нового года", r"(?:в|до конца) это(?:м|го) год[ау]"),
        Moment(day=31, month=12),
    ),
    Rule(
        re.compile(
            words(rf"(?:(?:во? |к |до )?(?P<part>начал[оауе]|середин[еыу]|конц[еау])|в(?: течение)?) {ALL_MONTH}")
        ),
        _in_month,
    ),
    # the clock
    partly(
        clock(
            words(
                rf"(?:с|от|между|со) \d{{1,2}}(?:[:.]\d\d)?{CHAS}(?: утра| дня| вечера)? (?:до|и) {CLOCK}{CHAS}(?:{DAYPART})?"
            ),
            morning=r"утра$|утром$",
            afternoon=AFTERNOON,
        )
    ),
    partly(
        clock(
            words(rf"\d{{1,2}}(?:[:.]\d\d)? ?- ?{CLOCK}(?: час(?:а|ов)?| ч\.?|{DAYPART}|(?<=:\d\d))"),
            morning=MORNING,
            afternoon=AFTERNOON,
        )
    ),
    clock(words(rf"(?:{AT} )?{CLOCK}{CHAS}{DAYPART}"), after=AFTER, morning=MORNING, afternoon=AFTERNOON),
    clock(words(rf"(?:{AT} )?(?P<h>\d{{1,2}}):(?P<m>\d\d)"), after=AFTER),
    clock(words(rf"{AT} (?P<h>\d{{1,2}}) час\w* (?P<m>\d\d) минут\w*"), after=AFTER),
    clock(words(rf"{AT} {CLOCK} ?(?:час(?:а|ов|ам|у)?|ч\.?)"), after=AFTER),
    clock(
        words(rf"{AT} {CLOCK}")
        + r"(?![\w.:]*\d)(?! ?(?:%|руб|евро|€|дн|шт|процент|раз|рабоч|недел|мес|тыс|минут|доллар|позици|товар|этаж))",
        after=AFTER,
    ),
    *[
        hour_words(words(rf"без {minutes}(?: минут)? (?P<hour>{'|'.join(HOURS)})"), HOURS, minutes=count)
        for minutes, count in MINUTES_TO.items()
    ],
    hour_words(words(rf"(?:в )?четверть (?P<hour>{'|'.join(HALVES)})"), HALVES, minutes=-45),
    hour_words(words(rf"(?:в |до |к )?(?:половин[еыу]|пол-?) ?(?P<hour>{'|'.join(HALVES)})"), HALVES, minutes=-30),
    partly(hour_words(words(rf"(?:с|между) \w+ (?:до|и) (?P<hour>{'|'.join(HOURS)})(?: час(?:ов|а|ам))?"), HOURS)),
    hour_words(
        words(rf"(?:{AT}) (?P<hour>{'|'.join(HOURS)})(?: час(?:ов|а|ам))?")
        + r"(?! ?(?:дн(?!я)|рабоч|недел|мес|раз|процент|руб|евро|минут|день|сут))",
        HOURS,
        after=AFTER,
    ),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<d>{DAY_IN_WORDS}){ORDINAL}(?= ?(?:[,.;:)]|$)| (?:утра|утром|вечера|вечером|вам|мы|я|и|к|в|до)(?!\w))"
        ),
        _day_in_words,
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
    says(words(r"(?:до|перед|к) выходны(?:х|ми?)"), Moment(weekday=4, this=True)),
    says(words(r"(?:сразу )?после выходных"), Moment(weekday=0)),
    says(words(r"(?:на|в) (?:этих |эти |ближайшие )?выходн(?:ых|ые)"), Moment(weekday=6, this=True)),
    *[
        rule
        for number, form in enumerate(DAYS)
        for rule in (
            says(
                words(
                    rf"на {NEXT} неделе,?(?: -)? (?:во? )?(?:{form})",
                    rf"{NEXT} (?:{form})",
                    rf"(?:{form}),? (?:на )?{NEXT} недел[еию]",
                ),
                Moment(weekday=number, week=1),
            ),
            says(
                words(rf"{THIS} (?:{form})", rf"(?:{form}) (?:на )?этой недел[еи]"), Moment(weekday=number, this=True)
            ),
            partly(
                says(words(rf"(?:{'|'.join(DAYS)}) ?(?:или|либо|-|/) ?(?:во? )?(?:{form})"), Moment(weekday=number))
            ),
        )
    ],
    *weekdays(DAYS, words(r"{day}")),
    says(words(r"через неделю", r"через одну неделю"), Moment(offset=7)),
    says(words(r"(?:в |к |до )?начал[еуа] (?:следующей )?недели"), Moment(week=1, weekday=1)),
    says(words(r"(?:в |к |до )?середин[еуы] следующей недели"), Moment(week=1, weekday=2)),
    says(words(rf"(?:до |к |на |в )?конц[ауе] {NEXT} недел[еию]"), Moment(week=1, end=True)),
    says(words(rf"(?:до |к |на |в )?{NEXT} недел[еию]"), Moment(week=1)),
    says(
        words(
            r"(?:до |к |в )?конц[ауе] (?:этой |рабочей |текущей )*недели",
            r"(?:на|в течение|до конца) (?:этой|текущей) недел[еи]",
        ),
        Moment(week=0),
    ),
    says(words(rf"(?:до |к |в )?конц[ауе] {NEXT} месяц[еау]"), Moment(months=1, end=True)),
    says(words(rf"(?:до |к |в )?{NEXT} месяц[еау]"), Moment(months=1)),
    says(words(r"(?:до |к |в )?конц[ауе] (?:этого |текущего )?месяца", r"в (?:этом|текущем) месяце"), Moment(months=0)),
    # parts of a day
    says(
        words(
            r"(?:до|к) обед[ау]",
            r"(?:завтрашнего )?полдень|полудн[яюе]",
            r"в обед",
            r"до полудня",
        ),
        Moment(part=Part.NOON),
    ),
    says(words(r"в первой половине(?: дня)?"), Moment(part=Part.MORNING)),
    says(words(r"после обеда", r"днем", r"во второй половине(?: дня)?", r"пополудни"), Moment(part=Part.AFTERNOON)),
    says(words(r"полноч[ьи]", r"полуночи"), Moment(part=Part.MIDNIGHT)),
    says(words(r"утр(?:ом|а|у|о)", r"поутру"), Moment(part=Part.MORNING)),
    says(words(r"вечер(?:ом|а|у|ком)?", r"ближе к ночи", r"ночью"), Moment(part=Part.EVENING)),
]
