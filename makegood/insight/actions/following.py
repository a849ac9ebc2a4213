"""Following the ledger: whatever becomes of a promise stands there, also what no event tells, in an order that is sealed."""

import datetime as dt

from makegood.events.actions import verb
from makegood.insight.actions.noting import note
from makegood.insight.actions.selling import note_sales
from makegood.insight.models import Reckoning
from makegood.promises.models import LedgerEntry, Seal

AT_ONCE = 500


def follow_the_ledger(*, at: dt.datetime) -> int:
    """Note the cases and sales whose promises came further; how many entries were read. `at` is not needed: positions are."""
    found = Reckoning.objects.first()
    if found is None or not Seal.objects.filter(position__gt=found.position).exists():
        return 0
    return _follow()


def keep_following(*, at: dt.datetime) -> int:
    """The same, for the worker: 0 unless as many were read as are at once, so that the next ones gather meanwhile."""
    followed = follow_the_ledger(at=at)
    return followed if followed >= AT_ONCE else 0


@verb
def _follow() -> int:
    reckoned = Reckoning.objects.select_for_update().get()
    behind = Seal.objects.filter(position__gt=reckoned.position).order_by("position")
    entries = dict(behind.values_list("position", "entry")[:AT_ONCE])
    if entries:
        found = LedgerEntry.objects.filter(pk__in=entries.values())
        refs = list(found.values_list("commitment__about", flat=True).distinct().order_by())
        note(refs)
        note_sales([ref for ref in refs if ref.startswith("O-")])
        reckoned.position = max(entries)
        reckoned.save(update_fields=["position"])
    return len(entries)
