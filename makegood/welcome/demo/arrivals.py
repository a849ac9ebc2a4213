"""When customers write: more on Mondays than on Sundays, hardly at night. Pure and seeded."""

import datetime as dt
import random
from collections.abc import Iterator
from zoneinfo import ZoneInfo

# Cases a day, Monday first, of all brands together.
A_DAY = (11, 9, 8, 8, 7, 4, 3)
# How often at each hour of the writer's own day.
AT_HOUR = (1, 0, 0, 0, 0, 1, 2, 6, 11, 14, 15, 13, 10, 11, 11, 10, 9, 8, 8, 9, 10, 8, 5, 2)


def days(*, since: dt.datetime, until: dt.datetime, chance: random.Random) -> Iterator[dt.date]:
    """A date for each customer who writes, in order."""
    day = since.date()
    while day <= until.date():
        usual = A_DAY[day.weekday()]
        yield from [day] * max(1, usual + chance.randint(-2, 2))
        day += dt.timedelta(days=1)


def moment(day: dt.date, *, timezone: str, chance: random.Random) -> dt.datetime:
    """When on a date somebody who lives in a time zone writes (aware, UTC)."""
    hour = chance.choices(range(24), AT_HOUR)[0]
    local = dt.datetime.combine(day, dt.time(hour, chance.randrange(60), chance.randrange(60)), ZoneInfo(timezone))
    return local.astimezone(dt.UTC)
