"""Each act on one case of many, by the verb of the single act and under its rules; and what takes it back."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases.actions import handing_over, owning, resolving, shelving, tags
from makegood.cases.actions.bulk import kinds, playbooks, problems
from makegood.cases.actions.bulk.nothing import Nothing
from makegood.cases.models import Case, CaseState, Handover, Shelf, Task
from makegood.cases.models.bulk import Bulk, Deed
from makegood.events.refusals import Refusal
from makegood.staff.models import User

Before = dict[str, Any] | None


def do(case: Case, bulk: Bulk, *, at: dt.datetime) -> Before:
    """Do it; what an undo needs to know. Raises Refusal, Nothing."""
    return DO[Deed(bulk.deed)](case, bulk, at)


def take_back(case: Case, bulk: Bulk, before: dict[str, Any], *, at: dt.datetime) -> None:
    """Undo what was done to this case, as far as nobody has gone on from there. Raises Refusal."""
    UNDO[Deed(bulk.deed)](case, bulk, before, at)


def _take(case: Case, bulk: Bulk, at: dt.datetime) -> Before:
    return _own(case, bulk.by, bulk, at)


def _give(case: Case, bulk: Bulk, at: dt.datetime) -> Before:
    owner = bulk.owner
    if owner is not None and not User.objects.working().filter(pk=owner.pk, teams=case.team_id).exists():
        told = _("%(name)s does not work in its team. Hand it over instead.")
        raise Refusal(told % {"name": owner.name})
    return _own(case, owner, bulk, at)


def _own(case: Case, owner: User | None, bulk: Bulk, at: dt.datetime) -> Before:
    before, key = str(case.owner_id or ""), owner and owner.pk
    if case.owner_id == key:
        raise Nothing(_("They have it already."))
    was_offered = handing_over.waiting_in(case) is not None
    owning.assign(case, owner=owner, by=bulk.by, at=at)
    # An offer that ended with it cannot be offered again by an undo.
    return None if was_offered else {"owner": before}


def _hand_over(case: Case, bulk: Bulk, at: dt.datetime) -> Before:
    team = bulk.team
    if team is None or not team.brands.filter(pk=case.brand_id).exists():
        raise Refusal(_("The team does not serve its brand."))
    offered = handing_over.hand_over(case, owner=None, team=team, reason=bulk.words, by=bulk.by, at=at)
    return {"handover": str(offered.pk)} if offered else None


def _tag(case: Case, bulk: Bulk, at: dt.datetime) -> Before:
    came = tags.put_on(case, _names(bulk), by=bulk.by, at=at)
    if not came:
        raise Nothing(_("It has them already."))
    return {"tags": [tag.name for tag in came]}


def _untag(case: Case, bulk: Bulk, at: dt.datetime) -> Before:
    gone = tags.take_off(case, _names(bulk), by=bulk.by, at=at)
    if not gone:
        raise Nothing(_("It has none of them."))
    return {"tags": [tag.name for tag in gone]}


def _resolve(case: Case, bulk: Bulk, at: dt.datetime) -> Before:
    if case.shelf != Shelf.NONE:
        raise Refusal(_("Nobody works on it: it lies in Junk or was deleted."))
    if case.state in (CaseState.RESOLVED, CaseState.CLOSED):
        raise Nothing(_("It is resolved already."))
    if Task.objects.of_case(case).filter(is_open=True).exists():
        raise Refusal(_("It has open tasks. Say on its page what becomes of them."))
    resolving.resolve(case, by=bulk.by, at=at)
    return None  # reopening would break what was promised of fixed things


def _junk(case: Case, bulk: Bulk, at: dt.datetime) -> Before:
    if case.shelf != Shelf.NONE:
        raise Nothing(_("Nobody works on it: it lies in Junk or was deleted."))
    shelving.junk(case, by=bulk.by, at=at)
    return {}


def _own_again(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    now = bulk.by_id if bulk.deed == Deed.TAKE else bulk.owner_id
    if case.owner_id != now:
        raise Refusal(_("Somebody else has it meanwhile."))
    owner = User.objects.working().filter(pk=before["owner"]).first() if before["owner"] else None
    if before["owner"] and owner is None:
        raise Refusal(_("Whoever had it does not work here any more."))
    owning.assign(case, owner=owner, by=bulk.by, at=at)


def _offer_no_more(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    offered = Handover.objects.select_related("case").get(pk=before["handover"])
    handing_over.take_back_offer(offered, by=bulk.by, at=at)


def _tag_no_more(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    tags.take_off(case, before["tags"], by=bulk.by, at=at)


def _tag_again(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    tags.put_on(case, before["tags"], by=bulk.by, at=at)


def _restore(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    if case.shelf != Shelf.JUNK:
        raise Refusal(_("It does not lie in Junk any more."))
    shelving.restore(case, by=bulk.by, at=at)


def _names(bulk: Bulk) -> list[str]:
    return [name for name in bulk.words.split(",") if name.strip()]


DO: dict[Deed, Callable[[Case, Bulk, dt.datetime], Before]] = {
    Deed.TAKE: _take,
    Deed.GIVE: _give,
    Deed.HAND_OVER: _hand_over,
    Deed.TAG: _tag,
    Deed.UNTAG: _untag,
    Deed.RESOLVE: _resolve,
    Deed.JUNK: _junk,
    Deed.TIE: problems.tie,
    Deed.KIND: kinds.choose,
    Deed.START: playbooks.start,
    Deed.TICK: playbooks.tick,
    Deed.TELL: problems.tell,
}
UNDO: dict[Deed, Callable[[Case, Bulk, dict[str, Any], dt.datetime], None]] = {
    Deed.TAKE: _own_again,
    Deed.GIVE: _own_again,
    Deed.HAND_OVER: _offer_no_more,
    Deed.TAG: _tag_no_more,
    Deed.UNTAG: _tag_again,
    Deed.JUNK: _restore,
    Deed.TIE: problems.tie_back,
    Deed.KIND: kinds.choose_back,
    Deed.START: playbooks.take_off,
    Deed.TICK: playbooks.untick,
    Deed.TELL: problems.take_back,
}
