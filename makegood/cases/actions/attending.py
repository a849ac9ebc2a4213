"""Being at a case: said by an open page every quarter of a minute, over when it says so or falls silent. No event: the
log tells what happened to cases. That somebody opened one is noted apart, for audits alone (`staff.note_look`)."""

import datetime as dt

from makegood.cases.models import Case, Presence
from makegood.events.actions import verb
from makegood.staff.models import User

BEAT = dt.timedelta(seconds=15)  # how often a page says that it is open
STAYS = dt.timedelta(seconds=25)  # how long that holds; with EVERY, whoever crashed is gone after half a minute
EVERY = 5.0  # seconds between two looks for those who fell silent
TOLD_FOR = dt.timedelta(minutes=1)


def attend(case: Case, *, is_writing: bool, by: User, at: dt.datetime) -> None:
    """They have the case open. Said again before it is time, and alike, nothing is written."""
    known = Presence.objects.filter(case=case, staff=by).first()
    if known is not None and not _is_news(known, is_writing=is_writing, at=at) and known.until - at > STAYS - BEAT:
        return
    _attend(case, is_writing=is_writing, by=by, at=at)


@verb
def _attend(case: Case, *, is_writing: bool, by: User, at: dt.datetime) -> None:
    fresh = {"is_writing": is_writing, "is_gone": False, "until": at + STAYS}
    known, is_new = Presence.objects.get_or_create(case=case, staff=by, defaults={**fresh, "changed_at": at})
    if is_new:
        return
    if _is_news(known, is_writing=is_writing, at=at):
        fresh["changed_at"] = at
    Presence.objects.filter(pk=known.pk).update(**fresh)


@verb
def leave(case: Case, *, by: User, at: dt.datetime) -> None:
    """They closed it, or look at something else."""
    here = Presence.objects.filter(case=case, staff=by, is_gone=False)
    here.update(is_gone=True, until=at, changed_at=at)


def sweep_presence(*, at: dt.datetime) -> int:
    """Whoever fell silent is gone, and whoever is gone for a minute is forgotten; how many."""
    silent = Presence.objects.filter(is_gone=False, until__lte=at)
    old = Presence.objects.filter(is_gone=True, changed_at__lte=at - TOLD_FOR)
    # Asked without a transaction first: a look at nothing must not take SQLite's write lock.
    gone = silent.update(is_gone=True, changed_at=at) if silent.exists() else 0
    return gone + (old.delete()[0] if old.exists() else 0)


def _is_news(known: Presence, *, is_writing: bool, at: dt.datetime) -> bool:
    return known.is_gone or known.until <= at or known.is_writing != is_writing
