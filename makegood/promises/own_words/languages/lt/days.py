"""The words by which Lithuanian names a day or a time, known by their look; `times.py` reads what they say."""

MONTH = r"(?:sausio|vasario|kovo|balandzio|geguzes|birzelio|liepos|rugpjucio|rugsejo|spalio|lapkricio|gruodzio)"
WEEKDAY_STEM = r"(?:pirma|antra|trecia|ketvirta|penkta|sesta|sekma)"
WEEKDAY = rf"(?:{WEEKDAY_STEM}dien(?:i|io|iui|is)|(?:pirm|antr|trec|ketv|penkt|sest|sekm)(?:i?ad|irtad|tad)?)(?!\w)"
# A day that is named: what then is said in the present is no rule.
DAY = (
    rf"(?<!\w)(?:(?:rytoj(?:aus|ui|u)?|ryt|rytdien(?:a|ai|os)|poryt(?:oj)?|siandien(?:a|ai|os)?|sianakt|sia nakti|sivakar|siryt|{WEEKDAY}|"
    rf"{MONTH} (?:men\w*\.? )?(?:\d|pirm|antr|trec|ketvirt|penkt|sest|septint|astunt|devint|desimt|\w+likt|dvidesimt|trisdesimt)\w*|"
    r"(?<!per )(?<!uz )(?<!po )(?<!-)\d{1,2}(?:-?[a-z]{1,5})? (?:d\.?|dien(?:a|ai|os))|20\d\d-\d\d-\d\d|"
    r"(?:si|sia|sios|kita|kitos|kito|sekanci\w+|ateinanci\w+) (?:savait\w+|menes\w+|vakar\w+|nakt\w+|popiet\w*|ryta)|"
    r"(?:savaites|menesio|dienos) (?:pabaig\w+|gal[oe]))(?!\w))"
)
WHEN = (
    rf"(?:{DAY}|(?<!\w)(?:(?:per|uz|po) (?:\w+ ){{0,2}}?(?:min|val|h|d|sav|par|men|pusval)|(?:iki|apie|pries|tarp|nuo) \d|"
    r"\d{1,2}(?:(?:[:.]\d\d)? ?(?:val|h(?!\w))|:\d\d)|ne veliau))"
)
