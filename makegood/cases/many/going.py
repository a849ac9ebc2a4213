"""How bulk work goes: how much is done, what was not and why, and whether it can be undone. Reads only."""

import dataclasses
import datetime as dt
import re

from django.db.models import Count, QuerySet
from django.utils import timezone

from makegood.cases.actions.bulk.beginning import UNDOABLE
from makegood.cases.actions.bulk.problems import UNDO_SECONDS
from makegood.cases.models import Bulk, BulkRow, Deed
from makegood.cases.models.case import without_deleted
from makegood.staff.models import User

SHOWN = 100
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
State = BulkRow.State


@dataclasses.dataclass(frozen=True)
class Going:
    """`refused` are rows with words why, the first SHOWN of those whose cases may be seen."""

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


def named(user: User, asked: str) -> Going | None:
    """How that goes which an address asks for by its key, if it is this person's."""
    bulk = Bulk.objects.visible_to(user).filter(pk=asked).first() if KEY.fullmatch(asked) else None
    return of(bulk) if bulk is not None else None


def of(bulk: Bulk) -> Going:
    """Three questions at most."""
    held = dict(bulk.rows.order_by().values_list("state").annotate(count=Count("pk")))
    can_undo = (
        bulk.deed not in (Deed.UNDO, Deed.RESOLVE)
        and timezone.now() <= _undoable_until(bulk)
        and bulk.rows.filter(state=State.DONE, before__isnull=False).exists()
        and not Bulk.objects.filter(undoes=bulk).exists()
    )
    refused = list(_not_done(bulk)) if held.get(State.REFUSED) else []
    return Going(
        bulk, held.get(State.DONE, 0), held.get(State.SKIPPED, 0), held.get(State.REFUSED, 0), refused, can_undo
    )


def _undoable_until(bulk: Bulk) -> dt.datetime:
    """What was told leaves soon after the last of it was written."""
    if bulk.deed == Deed.TELL and bulk.finished_at is not None:
        return bulk.finished_at + dt.timedelta(seconds=UNDO_SECONDS)
    return bulk.at + UNDOABLE


def _not_done(bulk: Bulk) -> QuerySet[BulkRow]:
    refused = without_deleted(bulk.rows.filter(state=State.REFUSED), bulk.by)
    return refused.select_related("case").order_by("number")[:SHOWN]
