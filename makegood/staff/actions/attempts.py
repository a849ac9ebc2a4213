"""Tries at what is limited. Counted, not told: a failed try is no fact about anybody."""

import datetime as dt

from makegood.events import actions as events
from makegood.events.holding import hold
from makegood.staff import limits
from makegood.staff.models import Attempt


@events.verb
def record_attempt(what: str, at: dt.datetime) -> None:
    """Count one try."""
    Attempt(what=what, at=at).save(force_insert=True)


@events.verb
def attempt(what: str, *, most: int, within: dt.timedelta, at: dt.datetime) -> bool:
    """Count one try if the limit allows it. False: the limit is reached, and nothing is counted.

    One after the other, so that tries at the same moment do not all find the same room.
    """
    hold(what)
    if not limits.allow(what, most=most, within=within, at=at):
        return False
    record_attempt(what, at)
    return True


@events.verb
def forget_attempt(what: str, at: dt.datetime) -> None:
    """Take back the try of one moment: it went well."""
    Attempt.objects.filter(what=what, at=at).delete()


@events.verb
def forget_old_attempts(before: dt.datetime) -> int:
    """Drop what no limit looks at any more; returns how many."""
    return Attempt.objects.filter(at__lt=before).delete()[0]
