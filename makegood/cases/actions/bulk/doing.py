"""Rows of bulk work are done one by one, each in a transaction of its own with the mark that it is done: so a worker that is
killed leaves no case done twice, and none forgotten."""

import datetime as dt
import logging
import uuid

from django.db import InterfaceError, OperationalError
from django.utils import translation
from django.utils.translation import gettext as _

from makegood.cases.actions import rows as cases
from makegood.cases.actions.bulk import deeds
from makegood.cases.actions.bulk.nothing import Nothing
from makegood.cases.bulk_events import BulkFinished
from makegood.cases.models import Case, Shelf
from makegood.cases.models.bulk import Bulk, BulkRow, Deed
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff import permissions

KEPT = dt.timedelta(days=30)
AT_ONCE = 25  # rows that a press does itself; more are left to the worker
State = BulkRow.State
WITH = ("bulk__by", "bulk__owner", "bulk__problem", "bulk__kind", "bulk__telling", "bulk__undoes__by")
# What says nothing of the row: the database is away or busy, and the same may do the next time.
AWAY = (OperationalError, InterfaceError)
log = logging.getLogger(__name__)


def work(*, at: dt.datetime) -> int:
    """Some rows of the bulk work that waits longest; how many. Any number of workers may."""
    bulk = Bulk.objects.to_do().first()
    return do_some(bulk, at=at) if bulk is not None else 0


@verb
def forget_old(*, at: dt.datetime) -> int:
    """Forget one that was finished long ago, with its rows; 0 when there is none. What happened to cases is told there."""
    old = Bulk.objects.filter(finished_at__lt=at - KEPT, undoes=None).order_by("finished_at").first()
    if old is None:
        return 0
    old.delete()
    return 1


def do_some(bulk: Bulk, *, at: dt.datetime) -> int:
    """Up to AT_ONCE rows of it, in their order; how many. When none is left, it is finished."""
    waiting = bulk.rows.filter(state=State.WAITING).order_by("number")
    keys = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
    with translation.override(bulk.by.language):
        for key in keys:
            _do_one(key, at=at)
    if len(keys) < AT_ONCE:
        _finish(bulk, at=at)
    return len(keys)


def do_few(bulk: Bulk, *, at: dt.datetime) -> None:
    """All of it, where a press can do it itself; else nothing, as the worker does."""
    if bulk.total <= AT_ONCE and bulk.finished_at is None:
        do_some(bulk, at=at)
        do_some(bulk, at=at)  # nothing is left: it is finished


def _do_one(key: uuid.UUID, *, at: dt.datetime) -> None:
    try:
        _do(key, at=at)
    except Nothing as nothing:
        _note(key, State.SKIPPED, str(nothing))
    except Refusal as refusal:
        _note(key, State.REFUSED, str(refusal))
    except AWAY:
        raise
    except Exception:
        log.exception("A row of bulk work failed")
        _note(key, State.REFUSED, _("This is our fault, and it has been written down. Try it on its page."))


@verb
def _do(key: uuid.UUID, *, at: dt.datetime) -> None:
    # Whoever comes second finds it done, or held by the first and then done.
    held = BulkRow.objects.select_for_update(of=("self",)).filter(pk=key, state=State.WAITING)
    row = held.select_related(*WITH, "case").first()
    if row is None:
        return
    case, bulk = _case(row), row.bulk
    if bulk.deed == Deed.UNDO and bulk.undoes is not None:
        done = bulk.undoes.rows.get(case=row.case)
        deeds.take_back(case, bulk.undoes, done.before or {}, at=at)
    else:
        row.before = deeds.do(case, bulk, at=at)
    row.state = State.DONE
    row.save(update_fields=["state", "before"])


def _case(row: BulkRow) -> Case:
    """The case as it stands, held, if whoever acts may still see and work on it. Raises Refusal, Nothing."""
    by, shelf = row.bulk.by, row.case.shelf
    if shelf == Shelf.MERGED:
        raise Nothing(_("It was merged into another case."))
    seen = Case.objects.visible_to(by).filter(pk=row.case_id)
    if not seen.exists() or (shelf == Shelf.DELETED and not permissions.may(by, permissions.DELETE_CASES)):
        raise Refusal(_("There is no such case, or you may not see it."))
    return cases.lock(row.case)


@verb
def _note(key: uuid.UUID, state: str, told: str) -> None:
    BulkRow.objects.filter(pk=key, state=State.WAITING).update(state=state, told=told[:300])


@verb
def _finish(bulk: Bulk, *, at: dt.datetime) -> None:
    held = Bulk.objects.select_for_update(of=("self",)).get(pk=bulk.pk)
    if held.finished_at is not None or held.rows.filter(state=State.WAITING).exists():
        return
    held.finished_at = at
    held.save(update_fields=["finished_at"])
    done, refused = (held.rows.filter(state=state).count() for state in (State.DONE, State.REFUSED))
    record(BulkFinished(bulk=str(held.pk), done=done, refused=refused), about="", at=at, by=bulk.by.key)
