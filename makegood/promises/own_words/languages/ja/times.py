"""How Japanese tells the time; the text is folded, so full-width figures are plain ones."""

from makegood.promises.own_words.language import Rule
from makegood.promises.own_words.moments import Moment, Part, Unit
from makegood.promises.own_words.rules import clock, date, passes_over, says, span, weekdays

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
MORNING, AFTERNOON = r"午前|朝|am", r"午後|夕方|夜|晩|pm"
BEFORE = r"(?:(?P<early>午前中?|朝の?|am) ?|(?P<late>午後|夕方の?|夜の?|晩の?|pm) ?)?"
AFTER = r"(?:以降|過ぎ|すぎ|から)$"


TIMES: list[Rule] = [
    passes_over(rf"{N}(?:営業日|日間?|時間|分|週間|[かヶカヵ]月)(?:ほど)?(?:前|ぶり)"),
    passes_over(
        r"昨日|一昨日|おととい|先日|先週(?:の?.曜日?)?|先月|昨夜|昨晩|前回|毎[日週月朝](?:.曜日?)?|日曜大工|今後|本日は|今日は(?=あり)"
    ),
    # dates with their month come first: 3月15日まで is no span
    date(r"(?P<y>20\d\d)[年/-](?P<m>\d{1,2})[月/-](?P<d>\d{1,2})日?(?:\([月火水木金土日](?:曜日?)?\))?"),
    date(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?)?"),
    date(r"(?<![\d:/])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?![\d/])(?:\([月火水木金土日](?:曜日?)?\))?"),
    # so long from now
    span(
        rf"(?:約|およそ|あと)?{MANY}(?P<working>営業|稼働|平)(?P<unit>日)(?:間)?(?:ほど|程度|くらい)?(?:以内|後|で|中|のうち|まで|お)?",
        numbers=NUMBERS,
        units=UNITS,
    ),
    span(rf"(?P<working>営業時間で){MANY}{UNIT}", numbers=NUMBERS, units=UNITS),
    span(r"(?P<n>半)(?P<unit>時間|日)(?:ほど|程度)?(?:以内|後|で|くらい)", numbers={"半": 0.5}, units=UNITS),
    span(r"(?P<n>1|一)(?P<unit>時間)半(?:ほど|程度)?(?:以内|後|で|くらい)", numbers={"1|一": 1.5}, units=UNITS),
    span(r"(?P<n>一両|1両)(?P<unit>日)(?:中|以内|のうち)?", numbers={"[一1]両": 2}, units=UNITS),
    span(rf"(?:約|およそ|あと)?{MANY} ?{UNIT}{UNTIL}", numbers=NUMBERS, units=UNITS),
    span(r"(?P<working>翌営業)(?P<unit>日)", numbers=NUMBERS, units=UNITS),
    # other dates
    says(r"来月末(?:日)?|来月(?:の)?末", Moment(months=1)),
    says(r"(?:今|当)月(?:末|中|内)(?:日)?|月末(?:日)?|月内", Moment(months=0)),
    date(
        r"(?<![\d月/])(?P<d>\d{1,2})日(?!間|以|後|ほど|程|くら|ぐら|前|分)(?:\([月火水木金土日](?:曜日?)?\)|[月火水木金土日]曜日?)?"
    ),
    says(r"年内|年末|今年中", Moment(day=31, month=12)),
    says(r"クリスマス(?:まで|前)", Moment(day=24, month=12)),
    # the clock
    clock(
        rf"{BEFORE}\d{{1,2}}(?:時(?:半|\d+分)?|:\d\d)? ?(?:から|~|〜|～|-|ー|と) ?{BEFORE.replace('early', 'e2').replace('late', 'l2')}(?P<h>\d{{1,2}})(?:時(?:(?P<half>半)|(?P<m>\d{{1,2}})分)?|:\d\d)(?:の間|まで)?",
        afternoon=AFTERNOON,
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
    says(r"明後日|あさって|明々後日", Moment(offset=2)),
    says(r"明朝一番?|明日の?朝一番?|明日(?:の)?朝いち(?:ばん)?", Moment(offset=1, part=Part.FIRST_THING)),
    says(r"明朝|明日の?朝", Moment(offset=1, part=Part.MORNING)),
    says(r"明晩|明日の?[夜晩]", Moment(offset=1, part=Part.EVENING)),
    says(r"明日|あした|あす(?=[のはにま中])|みょうにち|翌日", Moment(offset=1)),
    says(r"今[晩夜]|こんばん(?!は)", Moment(offset=0, part=Part.EVENING)),
    says(r"今夕|夕刻", Moment(offset=0, part=Part.AFTERNOON)),
    says(r"今朝", Moment(offset=0, part=Part.MORNING)),
    says(r"営業(?:時間)?終了|閉店|終業|業務終了|定時|営業時間内|就業時間", Moment(part=Part.CLOSING)),
    says(r"今日|本日|きょう|当日", Moment(offset=0)),
    *weekdays(DAYS, r"来週の?{day}曜日?", Moment(week=1)),
    *weekdays(DAYS, r"再来週の?{day}曜日?", Moment(week=2)),
    *weekdays(DAYS, r"今週の?{day}曜日?", Moment(this=True)),
    *weekdays(DAYS, r"(?:[月火水木金土日]曜日?)(?:か|または|もしくは|、|・|~|〜|から){day}曜日?"),
    *weekdays(DAYS, r"(?:次の|今度の)?{day}曜日?"),
    says(r"再来週", Moment(week=2)),
    says(r"週明け|来週(?:の)?(?:初め|はじめ|頭|早々)", Moment(week=1, weekday=0)),
    says(r"来週(?:の)?(?:前半|半ば|中頃)", Moment(week=1, weekday=2)),
    says(r"来週(?:中|末|いっぱい|後半)?", Moment(week=1)),
    says(r"(?:今)?週末(?:まで|前)|今週(?:中|いっぱい|内|後半)?|週内", Moment(week=0)),
    says(r"(?:今)?週末|土日", Moment(weekday=6, this=True)),
    says(r"来月(?:中|上旬|初め|下旬)?", Moment(months=1)),
    # parts of a day
    says(r"朝一番?|朝いち(?:ばん)?|始業", Moment(part=Part.FIRST_THING)),
    says(r"午前中?|お昼(?:前|まで)|昼(?:前|まで)|午前", Moment(part=Part.NOON)),
    says(r"正午|お昼(?!過ぎ|すぎ|以降)|昼頃|昼ごろ", Moment(part=Part.NOON)),
    says(r"夕方|午後|昼過ぎ|昼すぎ|お昼(?:過ぎ|すぎ|以降)", Moment(part=Part.AFTERNOON)),
    says(r"深夜|日付が変わ", Moment(part=Part.MIDNIGHT)),
    says(r"[夜晩](?!中)", Moment(part=Part.EVENING)),
    says(r"朝", Moment(part=Part.MORNING)),
]
