"""That a team was told in the morning whom it can still win back."""

import datetime as dt

from makegood.events.actions import record, verb
from makegood.recovery.models import Morning
from makegood.recovery.recovery_events import MorningTold
from makegood.staff.models import Team


@verb
def begin_morning(team: Team, day: dt.date, *, count: int, at: dt.datetime) -> bool:
    """Note it; False when it was noted before, by this worker or another. The caller queues the mails in this same
    transaction, so that a worker killed in between leaves neither."""
    _morning, new = Morning.objects.get_or_create(team=team, day=day, defaults={"told_at": at, "count": count})
    if new:
        record(MorningTold(team=str(team.pk), count=count), about="", at=at, facets={"team": str(team.pk)})
    return new
