"""Who saw what: noted for those who audit, and forgotten after a year."""

import datetime as dt
import logging

from django.db import OperationalError

from makegood.events import actions as events
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import Look, User

AT_ONCE = 1000
log = logging.getLogger(__name__)
KNOWN = PreparedQuery(
    lambda by, about, hour: Look.objects.filter(about=about, by=by, hour=hour).order_by().values_list("pk")
)


def note_look(about: str, *, by: User, at: dt.datetime) -> None:
    """Somebody opened the page of a case or a customer (`about`, its key). Asked first, so that looking again within the
    hour writes nothing. Nobody is kept from reading because the database is held: then that is logged."""
    if KNOWN(by=by.key, about=about, hour=Look.hour_of(at)):
        return
    try:
        add_look(about, by=by, at=at)
    except OperationalError:
        log.warning("It could not be noted that %s saw %s", by.key, about, exc_info=True)


@events.verb
def add_look(about: str, *, by: User, at: dt.datetime) -> None:
    """The same for whoever has asked already. Two pages opened at once are one look."""
    Look.objects.bulk_create([Look(by=by.key, about=about, hour=Look.hour_of(at), at=at)], ignore_conflicts=True)


@events.verb
def forget_old_looks(*, at: dt.datetime) -> int:
    """Drop those that were kept long enough, at most AT_ONCE; how many."""
    old = list(Look.objects.kept_long_enough(at).values_list("pk", flat=True)[:AT_ONCE])
    Look.objects.filter(pk__in=old).delete()
    return len(old)
