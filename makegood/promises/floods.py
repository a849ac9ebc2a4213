"""When promises break faster than they should: pure arithmetic on the moments at which breaks were noticed."""

import datetime as dt
from collections.abc import Sequence

MOST = 50
WITHIN = dt.timedelta(minutes=1)
Stretch = tuple[dt.datetime, dt.datetime]


def stretches(noticed: Sequence[dt.datetime], *, most: int = MOST, within: dt.timedelta = WITHIN) -> list[Stretch]:
    """Spans in which more than `most` of the moments (in order) lie `within` each other; overlapping ones are one."""
    found: list[Stretch] = []
    first = 0
    for last, moment in enumerate(noticed):
        while moment - noticed[first] >= within:
            first += 1
        if last - first + 1 <= most:
            continue
        since = noticed[first]
        if found and since <= found[-1][1]:
            found[-1] = (found[-1][0], moment)
        else:
            found.append((since, moment))
    return found
