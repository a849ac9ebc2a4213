"""Who answers for a case: always a person, or else the team's duty rota."""

import datetime as dt

from makegood.cases import events
from makegood.cases.actions import handing_over, rows, snoozing
from makegood.cases.models import Case
from makegood.events.actions import record, verb
from makegood.staff.models import Team, User


@verb
def assign(case: Case, *, owner: User | None, team: Team | None = None, by: User, at: dt.datetime) -> Case:
    """Take a case, or give it to a colleague of its team or back to the rota (`owner=None`).

    Whoever takes a case that is offered to them accepts it; an offer to anybody else ends with it.
    """
    case = rows.lock(case)
    offered = handing_over.waiting_in(case)
    if offered is not None and owner == by and offered.is_for(by):
        return handing_over.accept(offered, by=by, at=at).case
    handing_over.lapse(case, reason="given", by=by, at=at)
    case.owner, case.team = owner, team or case.team
    if owner != by:
        snoozing.bring_back(case, reason="given", at=at)
    fact = events.CaseAssigned(owner=owner.key if owner else "", team=str(case.team_id))
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    rows.keep(case, "owner", "team")
    return case
