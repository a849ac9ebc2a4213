"""What kind of matter a case is."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.cases.actions import rows
from makegood.cases.kind_events import CaseKindChosen
from makegood.cases.models import Case, Kind
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.events.writing import update
from makegood.staff.models import User


@verb
def choose(case: Case, kind: Kind | None, *, by: User, at: dt.datetime) -> Case:
    """Choose its kind, or none. Raises Refusal for one that is retired."""
    return put(rows.lock(case, alone=True), kind, by=by.key, at=at)


def put(case: Case, kind: Kind | None, *, by: str, at: dt.datetime) -> Case:
    """Let it be of this kind, with an event. Part of the verb that holds the case. Raises Refusal as choose."""
    before, now = case.kind_id, kind and kind.pk
    if before == now:
        return case
    if kind is not None and kind.retired_at is not None:
        raise Refusal(_("This kind is not used any more. Choose another."), field="kind")
    case.kind = kind
    update(case, "kind")
    chosen = CaseKindChosen(case_kind=str(now or ""), before=str(before or ""))
    record(chosen, about=case.ref, at=at, by=by, facets=case.facets | {"kind": str(now or "")})
    return case
