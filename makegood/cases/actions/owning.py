"""Who answers for a case: always a person, or else the team's duty rota."""

import datetime as dt

from makegood.cases import events
from makegood.cases.actions import rows
from makegood.cases.models import Case, Message, MessageKind
from makegood.events.actions import record, verb
from makegood.staff.models import Team, User


@verb
def assign(case: Case, *, owner: User | None, team: Team | None = None, by: User, at: dt.datetime) -> Case:
    """Take a case, or give it to a colleague of its team or back to the rota (`owner=None`)."""
    case = rows.lock(case)
    case.owner, case.team = owner, team or case.team
    fact = events.CaseAssigned(owner=owner.key if owner else "", team=str(case.team_id))
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    rows.keep(case, "owner", "team")
    return case


@verb
def hand_over(case: Case, *, owner: User | None, team: Team, reason: str, by: User, at: dt.datetime) -> Case:
    """Hand a case to another person or team, with the reason in words that the receiver reads. The clocks run on."""
    if not reason.strip():
        raise ValueError("handing over needs a reason")
    case = rows.lock(case)
    message = Message(
        case=case,
        kind=MessageKind.NOTE,
        at=at,
        staff=by,
        sender_name=by.name,
        text=reason.strip(),
        channel="desk",
    )
    message.save(force_insert=True)
    case.owner, case.team = owner, team
    fact = events.CaseHandedOver(owner=owner.key if owner else "", team=str(team.pk), message=str(message.pk))
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    rows.touch(case, at)
    rows.keep(case, "owner", "team", "last_at", "message_count")
    return case
