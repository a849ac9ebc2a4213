"""A time typed into a field is that time, all of it, or none: typed on Saturday 28 November 2026 at 3:30, when the team
works Monday to Friday from 8:00 to 17:00."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from makegood.calendars.business_time import BusinessCalendar
from makegood.promises.own_words import by_when, when

VILNIUS = ZoneInfo("Europe/Vilnius")
NOW = dt.datetime(2026, 11, 28, 3, 30, tzinfo=VILNIUS)
HOURS = BusinessCalendar("Europe/Vilnius", {day: [(dt.time(8), dt.time(17))] for day in range(5)})
UNDERSTOOD = """
en in 2 days at 14:00 | 11-30 14:00
en in 3 days at 2pm | 12-01 14:00
en in a week at 14:00 | 12-05 14:00
en 4.12. 10:00 | 12-04 10:00
en 4.12. | 12-04 08:00
en in two weeks on friday 10 | 12-11 10:00
en next week tuesday 14:00 | 12-01 14:00
en in 90 minutes | 11-28 05:00
en tomorrow sunday | 11-29 09:00
en friday 4 december 10:00 | 12-04 10:00
en in 2 days in the morning | 11-30 08:00
en friday in the morning | 12-04 08:00
en in the morning | 11-29 09:00
en tomorrow 9 in the morning | 11-29 09:00
en tomorrow evening 9 | 11-29 21:00
en tomorrow afternoon 2 | 11-29 14:00
en in one day at 14:00 | 11-29 14:00
en in 2 working days at 14:00 | 12-01 14:00
en in a month at 10 | 12-28 10:00
en first thing tomorrow morning | 11-29 09:00
en in 2 days 14 | 11-30 14:00
en 2 days 14:00 | 11-30 14:00
en 3d 14:00 | 12-01 14:00
en monday week 10 | 12-07 10:00
en a week on friday 9 | 12-11 09:00
en in a week on friday 9 | 12-04 09:00
en friday next week 10am | 12-04 10:00
en next month on the 5th 10:00 | 12-05 10:00
en end of next week 14:00 | 12-04 14:00
en friday 4.30 | 12-04 16:30
en in a fortnight on friday 10 | 12-11 10:00
en in 2 days at noon | 11-30 12:00
en in 2 days at midnight | 12-01 00:00
en in two days, 9:30 | 11-30 09:30
en in a week | 12-07 08:00
en within 2 days at 14:00 | 11-30 14:00
en friday the fourth 10:00 | 12-04 10:00
en on the fourth at 10 | 12-04 10:00
lt po dviejų dienų vakare | 11-30 18:00
lt po dviejų savaičių 14 val. | 12-12 14:00
lt 12-04 10:00 | 12-04 10:00
lt 12-04 10 val. | 12-04 10:00
lt po 3 dienų 9 | 12-01 09:00
lt po savaitės 14:00 | 12-05 14:00
lt po savaitės penktadienį 10 | 12-04 10:00
lt po dviejų savaičių penktadienį 10 val. | 12-11 10:00
lt kitą savaitę antradienį 14:00 | 12-01 14:00
lt penktadienį gruodžio 4 d. 10 val. | 12-04 10:00
lt rytoj ryte 9 | 11-29 09:00
lt po 2 dienų ryte | 11-30 08:00
lt po mėnesio 10:00 | 12-28 10:00
lt už dviejų dienų 16 val. | 11-30 16:00
lt po 2 dienų | 11-30 08:00
lt rytoj 2 val. | 11-29 14:00
lt 12-31 10:00 | 12-31 10:00
lt po 90 minučių | 11-28 05:00
lt po dviejų dienų 9 | 11-30 09:00
ru через 2 дня в 15:00 | 11-30 15:00
ru 4.12. | 12-04 08:00
ru 4.12 10:00 | 12-04 10:00
ru 4-12 10:00 | 12-04 10:00
ru за 2 дня | 11-30 08:00
ru через неделю в 14:00 | 12-05 14:00
ru через две недели в пятницу в 10 | 12-11 10:00
ru через 2 дня вечером | 11-30 18:00
ru на следующей неделе во вторник в 14:00 | 12-01 14:00
ru завтра в 10.05 | 11-29 10:05
ru через месяц в 10 | 12-28 10:00
ru завтра утром в 9 | 11-29 09:00
ru к пятнице в 14:00 | 12-04 14:00
ru в 14 часов | 11-28 14:00
ru 01.12 | 12-01 08:00
ru завтра, 2 часа | 11-29 14:00
ru завтра 2 часа | 11-29 14:00
ru через 90 минут | 11-28 05:00
nl over twee dagen om 15:00 | 11-30 15:00
nl 4.12 10:00 | 12-04 10:00
nl 4-12 10:00 | 12-04 10:00
nl 4-12 om 10 uur | 12-04 10:00
nl 12-04 10:00 | 04-12 10:00
nl over een week om 14:00 | 12-05 14:00
nl over twee weken vrijdag 10 uur | 12-11 10:00
nl over twee weken op vrijdag om 10 uur | 12-11 10:00
nl over 2 dagen 's avonds | 11-30 18:00
nl over twee dagen in de ochtend | 11-30 08:00
nl volgende week dinsdag 14:00 | 12-01 14:00
nl volgende vrijdagmiddag | 12-04 13:00
nl om 9 uur morgenavond | 11-29 21:00
nl morgenavond 9 uur | 11-29 21:00
nl over een maand 10:00 | 12-28 10:00
nl morgen 9.30 | 11-29 09:30
nl morgen 4.12 | 11-29 16:12
nl morgen na 14:00 | 11-29 14:00
nl vrijdagavond 8 uur | 12-04 20:00
nl binnen 2 dagen 14:00 | 11-30 14:00
nl vrijdag 14 uur volgende week | 12-04 14:00
nl vrijdag ochtend volgende week | 12-04 08:00
nl over 90 minuten | 11-28 05:00
ja 2日後の15時 | 11-30 15:00
ja 12/4 10:00 | 12-04 10:00
ja 2週間後の金曜10時 | 12-11 10:00
ja 1週間後の14時 | 12-05 14:00
ja 三日後の朝 | 12-01 08:00
ja 2日後の夕方 | 11-30 13:00
ja 来週の火曜14時 | 12-01 14:00
ja 1ヶ月後の10時 | 12-28 10:00
ja 今夜8時 | 11-28 20:00
ja 3営業日後の14時 | 12-02 14:00
ja 明朝9時 | 11-29 09:00
ja 90分後 | 11-28 05:00
"""
REFUSED = """
en yesterday 9
en last friday 9
en two days ago 9
en 12-04 10:00
en tomorrow 9 10
en tomorrow 9-10
en tomorrow 9-10pm
en tomorrow between 9 and 11
en in 2 hours at 14:00
en 2 days ago
en a week ago 9
en the other day 9
en last night 9
en monday or tuesday 9
en monday tuesday
en tomorrow friday
en thursday 4 december
en tomorrow morning 15:00
en tomorrow afternoon 9:00
en in 1.5 weeks at 14:00
en after friday
en before friday
en in 2 days 3 hours
en tomorrow in 2 days
en tonight tomorrow
en this past friday 9
en 31 november 10:00
en in 0 days at 14:00
en in 2 days at 25:00
en on tuesday the fourth
en tomorrow in 2 hours
en friday last week 9
en earlier today 9
en yesterday's 9
en tomorrow 10:00-11:00
en 10:00-11:00
en fri-sat
en tomorrow at 9, 10
en 30.2.
en since yesterday 9
en three weeks ago friday 9
lt vakar 9
lt 12-04
lt rytoj 9-10 val.
lt rytoj 9-10
lt prieš 2 dienas
lt prieš 2 dienas 9 val.
lt prieš savaitę 9
lt po 2 valandų 14:00
lt praėjusį penktadienį 9
lt užvakar 9
lt po penktadienio
lt pernai 9
lt vakar vakare 9
lt rytoj 9 10
lt rytoj 9 val. 10 val.
lt 12-04 rytoj 10
lt 11-27 10:00
lt 02-30 10:00
lt prieš valandą
lt praėjusią savaitę antradienį 9
ru вчера в 9
ru завтра 9-10
ru завтра с 9 до 11
ru 2 дня назад
ru 2 дня назад в 9
ru через 2 часа в 14:00
ru в прошлую пятницу в 9
ru позавчера в 9
ru вчера
ru неделю назад в 9
ru прошлая пятница 9
ru после пятницы
ru через 2 дня в 15:00 или 16:00
ru 12.11
ru завтра, через 2 часа
ru давеча в 9
ru завтра в 9 10
ru на прошлой неделе во вторник в 9
ru 3 дня тому назад в 10
nl gisteren 9
nl morgen 9-10 uur
nl morgen van 9 tot 11
nl 3 dagen geleden
nl 3 dagen geleden 9 uur
nl over 2 uur om 14:00
nl vorige vrijdag 9 uur
nl afgelopen vrijdag 9
nl eergisteren 9
nl na vrijdag
nl over anderhalve week om 14:00
nl vrijdag 14 volgende week
nl verleden week 9
nl vrijdag jl. 9
nl gisteravond 9
nl morgen 9 10
nl 30-2 10:00
nl morgen 9-10 14:00
nl een week geleden 9 uur
nl vorige week dinsdag 14:00
ja 昨日9時
ja 12-04 10:00
ja 4.12. 10:00
ja 明日9時から11時
ja 明日9-11時
ja 2日前
ja 2日前の9時
ja 2時間後の15時
ja 先週の金曜9時
ja おととい9時
ja 一昨日の9時
ja 3日前15時
ja 1週間前
ja 2日前後
ja 12-04
ja 去年の12月4日
ja 先月5日9時
ja きのう9時
ja 明日9時10時
ja 2日後と3日後
ja 1時間前
ja 昨晩8時
"""
DUE = """
en in 2 days at 14:00 | 11-30 14:00
lt po dviejų dienų vakare | 11-30 22:00
ru через неделю в 14:00 | 12-05 14:00
nl 4-12 10:00 | 12-04 10:00
ja 2日後の15時 | 11-30 15:00
en in 2 days | 11-30 03:30
"""


def lines(table: str) -> list[tuple[str, str, str]]:
    """Language, words, moment."""
    split = (line.partition(" | ") for line in table.strip().splitlines())
    return [(typed[:2], typed[3:], meant) for typed, _bar, meant in split]


def read(words: str, language: str, understand=when) -> str | None:
    found = understand(words, now=NOW, zone=VILNIUS, hours=HOURS, language=language)
    return f"{found:%m-%d %H:%M}" if found else None


@pytest.mark.parametrize(("language", "words", "meant"), lines(UNDERSTOOD))
def test_every_word_of_a_time_counts(language, words, meant):
    assert read(words, language) == meant


@pytest.mark.parametrize(("language", "words", "_none"), lines(REFUSED))
def test_what_has_been_or_is_said_in_two_ways_or_in_part_is_refused(language, words, _none):
    assert read(words, language) is None
    assert read(words, language, by_when) is None


@pytest.mark.parametrize(("language", "words", "due"), lines(DUE))
def test_a_deadline_has_its_time_too(language, words, due):
    assert read(words, language, by_when) == due


def test_a_time_beside_a_span_is_that_of_the_person():
    tokyo = ZoneInfo("Asia/Tokyo")
    found = when("2日後の15時", now=NOW, zone=tokyo, hours=HOURS, language="ja")
    assert found == dt.datetime(2026, 11, 30, 15, tzinfo=tokyo)


def test_a_day_on_from_the_clock_change_keeps_its_time():
    friday = dt.datetime(2026, 10, 23, 12, tzinfo=VILNIUS)  # the clock goes back on the 25th
    found = when("in 3 days at 14:00", now=friday, zone=VILNIUS, hours=HOURS)
    assert found == dt.datetime(2026, 10, 26, 14, tzinfo=VILNIUS)
