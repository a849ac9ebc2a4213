"""Sweeps that join promises with cases: what breaks changes the case's clock in the same transaction."""

import datetime as dt

from django.db.models import Min

from makegood.cases import actions as cases
from makegood.channels.email.models import RawMail
from makegood.events import actions as events
from makegood.promises import actions as promises
from makegood.promises.models import Commitment


def settle(*, at: dt.datetime) -> int:
    """Break or keep what has fallen due; returns how many commitments."""
    # Asked first: an empty sweep must not take SQLite's write lock.
    return _settle(at=at) if Commitment.objects.due(at).exists() else 0


@events.verb
def _settle(*, at: dt.datetime) -> int:
    touched = promises.settle_due(at=at)
    cases.refresh_clock(touched)
    return len(touched)


def finalise(*, at: dt.datetime) -> int:
    """Judge breaks once all mail stored before their due time has been taken in; returns how many."""
    waiting = RawMail.objects.filter(state=RawMail.State.RECEIVED).aggregate(first=Min("stored_at"))["first"]
    return promises.finalise(at=at, taken_in_until=waiting or at)
