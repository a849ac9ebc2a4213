"""Bulk work is begun, and taken back."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Sequence

from django.utils.translation import gettext as _

from makegood.cases.actions import tags
from makegood.cases.bulk_events import BulkBegun
from makegood.cases.models.bulk import MOST_CASES, Bulk, BulkRow, Deed, keys_of
from makegood.cases.models.checklists import Playbook
from makegood.cases.models.kinds import Kind
from makegood.cases.models.problems import Problem, Telling
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import Team, User

UNDOABLE = dt.timedelta(hours=1)


@dataclasses.dataclass(frozen=True)
class Wanted:
    """What is to be done to each case. `words`: tags parted by commas, the reason of a handover, or those of the
    `playbook`'s step; without a `kind` the cases are of none; `telling` is begun by the verb that tells all."""

    deed: Deed
    owner: User | None = None
    team: Team | None = None
    words: str = ""
    problem: Problem | None = None
    kind: Kind | None = None
    telling: Telling | None = None
    playbook: Playbook | None = None


@verb
def begin(wanted: Wanted, cases: Sequence[uuid.UUID], *, by: User, at: dt.datetime) -> Bulk:
    """Write down what is to be done to which cases; each waits in its row. Raises Refusal for what makes no sense."""
    _check(wanted)
    if not cases:
        raise Refusal(_("Choose cases first."))
    return _begin(wanted, list(dict.fromkeys(cases))[:MOST_CASES], None, by=by, at=at)


@verb
def undo(bulk: Bulk, *, by: User, at: dt.datetime) -> Bulk:
    """Take back what can be, row by row, once and within the hour. Pressed twice it is the same. Raises Refusal."""
    held = Bulk.objects.select_for_update(of=("self",)).get(pk=bulk.pk)
    standing = Bulk.objects.filter(undoes=held).first()
    if standing is not None:
        return standing
    done = keys_of(held.rows.filter(state=BulkRow.State.DONE, before__isnull=False))
    if held.by_id != by.pk or held.deed == Deed.UNDO or at > held.at + UNDOABLE or not done:
        raise Refusal(_("This cannot be undone any more."))
    # What still waits is not done any more.
    held.rows.filter(state=BulkRow.State.WAITING).update(state=BulkRow.State.SKIPPED, told=_("Undone before its turn."))
    if held.finished_at is None:
        held.finished_at = at
        held.save(update_fields=["finished_at"])
    return _begin(Wanted(Deed.UNDO), done, held, by=by, at=at)


def _check(wanted: Wanted) -> None:
    if wanted.deed == Deed.UNDO:
        raise Refusal(_("This cannot be undone any more."))
    if wanted.deed == Deed.HAND_OVER and wanted.team is None:
        raise Refusal(_("Choose the team."), field="team")
    if wanted.deed == Deed.HAND_OVER and not wanted.words.strip():
        raise Refusal(_("Handing over needs a reason, which the team reads."), field="reason")
    if wanted.deed == Deed.TIE and wanted.problem is None:
        raise Refusal(_("Choose the known problem."), field="problem")
    if wanted.deed in (Deed.TAG, Deed.UNTAG) and not wanted.words.strip(" ,"):
        raise Refusal(_("Write a tag first."), field="tags")
    if wanted.deed == Deed.TAG:
        _check_tags(wanted.words)
    if wanted.deed in (Deed.START, Deed.TICK) and wanted.playbook is None:
        raise Refusal(_("Choose the playbook."), field="playbook")
    if wanted.deed == Deed.TICK and not wanted.words.strip():
        raise Refusal(_("Choose the step."), field="step")


def _check_tags(words: str) -> None:
    """What no case can bear is not begun."""
    try:
        tags.check([name for name in words.split(",") if name.strip()])
    except Refusal as refusal:
        raise Refusal(str(refusal), field="tags") from refusal


def _begin(wanted: Wanted, cases: list[uuid.UUID], undoes: Bulk | None, *, by: User, at: dt.datetime) -> Bulk:
    bulk = Bulk(
        by=by, at=at, deed=wanted.deed, owner=wanted.owner, team=wanted.team, words=wanted.words.strip(),
        problem=wanted.problem, kind=wanted.kind, telling=wanted.telling, playbook=wanted.playbook, total=len(cases),
        undoes=undoes,
    )  # fmt: skip
    bulk.save(force_insert=True)
    BulkRow.objects.bulk_create(
        (BulkRow(bulk=bulk, case_id=case, number=number) for number, case in enumerate(cases)), batch_size=500
    )
    record(BulkBegun(bulk=str(bulk.pk), deed=bulk.deed, total=bulk.total), about="", at=at, by=by.key)
    return bulk
