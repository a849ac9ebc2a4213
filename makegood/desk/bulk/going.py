"""How bulk work goes: how much is done, what was not and why, and whether it can be undone. Reads only."""

import dataclasses

from django.db.models import Count, QuerySet
from django.utils import timezone

from makegood.cases.actions.bulk.beginning import UNDOABLE
from makegood.cases.models import Bulk, BulkRow, Deed

SHOWN = 100
State = BulkRow.State


@dataclasses.dataclass(frozen=True)
class Going:
    """`refused` are rows with words why, the first SHOWN of them."""

    bulk: Bulk
    done: int
    skipped: int
    not_done: int
    refused: list[BulkRow]
    can_undo: bool

    @property
    def is_running(self) -> bool:
        return self.bulk.finished_at is None

    @property
    def so_far(self) -> int:
        return self.done + self.skipped + self.not_done


def of(bulk: Bulk) -> Going:
    """Three questions at most."""
    held = dict(bulk.rows.order_by().values_list("state").annotate(count=Count("pk")))
    can_undo = (
        bulk.deed not in (Deed.UNDO, Deed.RESOLVE)
        and timezone.now() <= bulk.at + UNDOABLE
        and bulk.rows.filter(state=State.DONE, before__isnull=False).exists()
        and not Bulk.objects.filter(undoes=bulk).exists()
    )
    refused = list(_not_done(bulk)) if held.get(State.REFUSED) else []
    return Going(
        bulk, held.get(State.DONE, 0), held.get(State.SKIPPED, 0), held.get(State.REFUSED, 0), refused, can_undo
    )


def _not_done(bulk: Bulk) -> QuerySet[BulkRow]:
    return bulk.rows.filter(state=State.REFUSED).select_related("case").order_by("number")[:SHOWN]
