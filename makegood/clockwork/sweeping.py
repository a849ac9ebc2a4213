"""Forgetting what has served its time."""

import datetime as dt

from makegood.channels.api import actions as api
from makegood.staff import actions as staff


def forget_sessions(*, at: dt.datetime) -> int:
    """Sessions that are over; how many."""
    return staff.forget_old_sessions(at=at)


def forget_tries(*, at: dt.datetime) -> int:
    """Tries at signing in and the like, and answers kept for repeated requests; how many."""
    return staff.forget_old_attempts(at - dt.timedelta(days=1)) + api.forget_old_answers(at=at)


def forget_looks(*, at: dt.datetime) -> int:
    """Who saw what, kept long enough; how many."""
    return staff.forget_old_looks(at=at)
