"""How often a customer had to turn to us in one matter. Pure; no Django.

One contact is one wave of words: what comes within an hour of what they last said is an afterthought, not a contact.
"""

import datetime as dt
import re
from collections.abc import Iterable

AFTERTHOUGHT = dt.timedelta(hours=1)
# “Re:”, “Antw:”, “Ats:”, “Отв:”, “返信：” and the like, our references, and numbers of a list in brackets.
_BEFORE = re.compile(
    r"^\s*(?:(?:re|r|fw|fwd|aw|antw|ats|dėl|betr|отв|ответ|пересл|на|返信|転送)(?:\s*\[\d+\])?\s*[:：]\s*|\[[^\]]{1,20}\]\s*)+",
    re.IGNORECASE,
)


def waves(moments: Iterable[dt.datetime]) -> int:
    """How many contacts the moments at which somebody wrote are."""
    count, last = 0, None
    for moment in sorted(moments):
        if last is None or moment - last > AFTERTHOUGHT:
            count += 1
        last = moment
    return count


def topic(subject: str) -> str:
    """A subject without what programs put before it: two cases of the same topic are about the same."""
    return " ".join(_BEFORE.sub("", subject).split()).casefold()
