"""How Japanese tells the time; the text is folded, so full-width figures are plain ones."""

import datetime as dt
import re

from makegood.promises.own_words.language import Rule
from makegood.promises.own_words.moments import Clock, Moment, Part, Unit
from makegood.promises.own_words.rules import clock, date, partly, passes_over, says, span, weekdays

NUMBERS = {"数": 3.0}
N = r"(?:\d{1,3}|数)"
MANY = rf"(?P<n>(?:{N} ?[、,~〜～・-] ?)?{N})"
UNITS = [
    ("分", Unit.MINUTE),
    ("時間", Unit.HOUR),
    ("営業日|日", Unit.DAY),
    ("週", Unit.WEEK),
    ("[かヶカヵケ箇]月|月", Unit.MONTH),
]
UNIT = r"(?P<unit>分|時間|日間|日|週間|[かヶカヵケ箇]月)"
UNTIL = r"(?:以内|いない|後|あと|ほど|程度|くらい|ぐらい|前後|中に|中の|中で|のうち|うちに|(?<!日)まで|あれば|お時間|で(?=[^すし]))"
DAYS = "月火水木金土日"
MORNING, AFTERNOON = r"午前|朝|未明|am", r"午後|夕方|夜|晩|pm"
BEFORE = r"(?:(?P<early>午前中?|朝の?|早朝の?|未明の?|am) ?|(?P<late>午後|夕方の?|夜の?|晩の?|pm) ?)?"
AFTER = r"(?:以降|過ぎ|すぎ|から)$"
OF_WEEK = r"(?:\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?)?"
# What the customer or we did on a date: “3月2日にご注文の品”.
HAD_DONE = (
    r"(?:付け?の|(?:に|の)?(?:お|ご)(?:注文|購入|預かり?|申し?込み?|問い?合わ?せ|電話|連絡|来店|返送|返品|契約|依頼|訪問|修理|到着|決済|支払い?|入金|受け?取り?|"
    r"受け?付け?|話|指摘|相談)(?:を|に)?(?:した|しました|していた|いただ(?:いた|きまし)|頂(?:いた|きまし|戴)|くださった|くださいまし|された|の(?:件|品|商品|分|お)|分|済)|"
    r"に[^、。\d]{0,8}(?:した|された|いただいた|頂いた|届いた|受けた|伺った|送った)(?=[一-龯ァ-ヶごお]))"
)
LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
AT = r"(?:の|、)?(?:午前|午後|朝|昼|夕方|夜)?(?:\d{1,2}(?:時(?:半|\d{1,2}分)?|:\d\d))?"


def part_of_month(found: re.Match[str]) -> Moment | None:
    """“4月上旬”, “今月中旬”, “来月の下旬”: ten days, twenty, or the last of the month."""
    by = {"上": 10, "初": 10, "は": 10, "中": 20, "半": 20}.get(found["part"][0])
    if found["m"]:
        month = int(found["m"])
        return Moment(month=month, day=by or LAST_DAYS[month - 1]) if 1 <= month <= 12 else None
    return Moment(months=int(found[0][0] in "来翌"), day=by)


TIMES: list[Rule] = [
    passes_over(rf"{N}(?:営業日|日間?|時間|分|週間|[かヶカヵ]月)(?:ほど)?(?:前|ぶり)"),
    passes_over(r"\d{1,2}時(?:半|\d{1,2}分)?(?:発)?の(?:便|電車|新幹線|バス|列車|飛行機)"),
    passes_over(
        rf"(?:一昨日|昨日|昨夜|昨晩|今朝|先ほど|先程|さきほど|さっき|おととい|先週(?:の?.曜日?)?|前の.曜日?){AT}"
    ),
    passes_over(
        r"先日|先月(?:\d{1,2}日)?|前回|前月|毎[日週月朝](?:.曜日?)?|日曜大工|今後|[朝昼夕夜]食|[朝夕]刊|昼休み|朝礼|\d日(?:あたり|当たり|\d回|ごと|おき)|中\d日(?=いただ|頂|お)"
    ),
    passes_over(r"(?:本日|今日)は(?=あり|誠|大変|お(?:問|電話い|電話を|忙|越)|ご(?:来|連絡い|連絡を|利用|足|多))"),
    passes_over(rf"(?<!\d)(?:\d{{1,2}}[月/])?\d{{1,2}}日?{OF_WEEK}{HAD_DONE}|[月火水木金土日]曜日?{HAD_DONE}"),
    Rule(
        re.compile(r"(?:(?P<m>\d{1,2})月|[今当来翌]月)の?(?P<part>上旬|初旬|初め|はじめ|中旬|半ば|下旬|末)日?"),
        part_of_month,
    ),
    # dates with their month come first: 3月15日まで is no span
    date(r"(?P<y>20\d\d)[年/.-](?P<m>\d{1,2})[月/.-](?P<d>\d{1,2})日?(?:\([月火水木金土日](?:曜日?)?\))?"),
    date(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?)?"),
    date(r"(?<![\d/])(?<!\d:)(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\d/])(?:\([月火水木金土日](?:曜日?)?\))?"),
    date(r"(?<![\d月/])(?P<d>[6-9]|[12]\d|3[01])日中(?:に|で)"),  # “on the 12th”, not “in 12 days”
    # so long from now
    *(rule for n in (1, 2, 3) for rule in weekdays(DAYS, rf"{n}週間後の{{day}}曜日?", Moment(week=n))),
    span(
        rf"(?:約|およそ|あと)?{MANY}(?P<working>営業|稼働|平)(?P<unit>日)(?:間)?(?:ほど|程度|くらい)?(?:以内|後|で|中|のうち|まで|お)?",
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(rf"(?P<working>営業時間で){MANY}{UNIT}", numbers=NUMBERS, units=UNITS),
    span(r"(?P<n>半)(?P<unit>時間|日)(?:ほど|程度)?(?:以内|後|で|くらい)", numbers={"半": 0.5}, units=UNITS),
    span(r"(?P<n>1|一)(?P<unit>時間)半(?:ほど|程度)?(?:以内|後|で|くらい)", numbers={"1|一": 1.5}, units=UNITS),
    span(
        r"(?P<n>[2-9])(?P<unit>時間)半(?:ほど|程度)?(?:以内|後|で|くらい)",
        numbers={str(n): n + 0.5 for n in range(2, 10)},
        units=UNITS,
    ),
    span(r"(?P<n>一両|1両)(?P<unit>日)(?:中|以内|のうち)?", numbers={"[一1]両": 2}, units=UNITS),
    span(rf"(?:約|およそ|あと)?{MANY} ?{UNIT}{UNTIL}", numbers=NUMBERS, units=UNITS),
    span(r"(?P<working>翌営業)(?P<unit>日)", numbers=NUMBERS, units=UNITS),
    # other dates
    says(r"(?:今|当)月(?:中|内|いっぱい|じゅう)|月末(?:日)?|月内", Moment(months=0)),
    says(r"[今当]月(?=\d)", Moment(months=0)),
    says(r"[来翌]月末", Moment(months=1, end=True)),
    says(r"[来翌]月(?:中)?", Moment(months=1)),
    date(
        r"(?<![\d月/])(?P<d>\d{1,2})日(?!間|以|後|ほど|程|くら|ぐら|前|分)(?:\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?)?"
    ),
    says(r"年度末|年度内", Moment(day=31, month=3)),
    says(r"年内|年末|今年中", Moment(day=31, month=12)),
    says(r"クリスマス(?:まで|前)", Moment(day=24, month=12)),
    # the clock
    partly(
        clock(
            rf"{BEFORE}\d{{1,2}}(?:時(?:半|\d+分)?|:\d\d)? ?(?:から|~|〜|～|-|ー|と) ?"
            rf"{BEFORE.replace('early', 'e2').replace('late', 'l2')}(?P<h>\d{{1,2}})(?:時(?:(?P<half>半)|(?P<m>\d{{1,2}})分)?|:\d\d)(?:の間|まで)?",
            afternoon=AFTERNOON,
        )
    ),
    clock(
        rf"{BEFORE}(?P<h>\d{{1,2}})時(?:(?P<half>半)|(?P<m>\d{{1,2}})分)?(?!間)(?:ごろ|頃|ちょうど|きっかり)?(?:以降|過ぎ|すぎ|から|前|まで|に)?",
        after=AFTER,
        morning=MORNING,
        afternoon=AFTERNOON,
    ),
    clock(
        rf"{BEFORE}(?P<h>\d{{1,2}}):(?P<m>\d\d)(?:ごろ|頃)?(?:以降|過ぎ|から|前|まで)?",
        after=AFTER,
        morning=MORNING,
        afternoon=AFTERNOON,
    ),
    # days
    says(r"明々後日|しあさって", Moment(offset=3)),
    says(r"明後日|あさって|翌々日", Moment(offset=2)),
    says(r"(?:午後|昼)(?:一番?|いち(?:ばん)?|イチ)", Moment(clock=Clock(dt.time(13), sure=True))),
    says(r"明朝(?:一番?|いち|イチ)|明日の?朝(?:一番?|いち(?:ばん)?|イチ)", Moment(offset=1, part=Part.FIRST_THING)),
    says(r"明朝|明日の?朝|翌朝", Moment(offset=1, part=Part.MORNING)),
    says(r"明晩|明日の?[夜晩]", Moment(offset=1, part=Part.EVENING)),
    says(r"明日|あした|あす(?=[のはにま中、])|みょうにち|翌日", Moment(offset=1)),
    says(r"今[晩夜]|こんばん(?!は)", Moment(offset=0, part=Part.EVENING)),
    says(r"今夕|夕刻", Moment(offset=0, part=Part.AFTERNOON)),
    says(r"営業(?:時間)?終了|閉店|終業|業務終了|定時|営業時間内|就業時間", Moment(part=Part.CLOSING)),
    says(r"今日|本日|きょう|当日", Moment(offset=0)),
    *weekdays(DAYS, r"再来週の?{day}曜日?", Moment(week=2)),
    *weekdays(DAYS, r"[来翌]週の?{day}曜日?", Moment(week=1)),
    *weekdays(DAYS, r"今週の?{day}曜日?", Moment(this=True)),
    *map(partly, weekdays(DAYS, r"(?:[月火水木金土日]曜日?)(?:か|または|もしくは|、|・|~|〜|から){day}曜日?")),
    *weekdays(DAYS, r"(?:次の|今度の)?{day}曜日?"),
    says(r"再来週", Moment(week=2)),
    says(r"週明け|来週(?:の)?(?:初め|はじめ|頭|早々)", Moment(week=1, weekday=0)),
    says(r"来週(?:の)?(?:前半|半ば|中頃)", Moment(week=1, weekday=2)),
    says(r"[来翌]週(?:末|いっぱい|後半)", Moment(week=1, end=True)),
    says(r"[来翌]週中?", Moment(week=1)),
    says(r"(?:今)?週末(?:まで|前)|今週(?!末)(?:中|いっぱい|内|後半)?|週内", Moment(week=0)),
    says(r"(?:今)?週末|土日", Moment(weekday=6, this=True)),
    # parts of a day
    says(r"朝(?:一番?|いち(?:ばん)?|イチ)|始業", Moment(part=Part.FIRST_THING)),
    says(r"お昼(?:前|まで)|昼(?:前|まで)", Moment(part=Part.NOON)),
    says(r"午前中?|(?<![a-z])am(?![a-z])", Moment(part=Part.MORNING)),
    says(r"正午|お昼(?!過ぎ|すぎ|以降)|昼頃|昼ごろ", Moment(part=Part.NOON)),
    says(r"夕方|午後|(?<![a-z])pm(?![a-z])|昼過ぎ|昼すぎ|お昼(?:過ぎ|すぎ|以降)", Moment(part=Part.AFTERNOON)),
    says(r"深夜|日付が変わ", Moment(part=Part.MIDNIGHT)),
    says(r"[夜晩](?!中)", Moment(part=Part.EVENING)),
    says(r"朝", Moment(part=Part.MORNING)),
]
