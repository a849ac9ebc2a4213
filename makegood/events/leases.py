"""How long a reaction is leased and how long it waits after a failure. Pure arithmetic."""

import datetime as dt

LEASE = 15
FIRST_PAUSE = 2
LONGEST = 3600
MOST_ATTEMPTS = 15
# Where a row waits that nobody tries any more: at the end of the index, out of every sweep's way.
NEVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


def lease(attempts: int) -> dt.timedelta:
    """Longer with each attempt, so that a slow reaction gets through in the end: 15 s, 30 s, 1 min, … 1 h."""
    return dt.timedelta(seconds=min(LEASE << attempts, LONGEST))


def pause(attempts: int) -> dt.timedelta:
    """How long to wait after the n-th failed attempt: 2 s, 4 s, 8 s, … 1 h; about four hours in all."""
    return dt.timedelta(seconds=min(FIRST_PAUSE << max(attempts - 1, 0), LONGEST))
