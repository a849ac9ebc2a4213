"""A closed case stays closed: whoever has more to say to the customer opens a case that follows it."""

import datetime as dt

from makegood.cases import events
from makegood.cases.actions import drafting, rows
from makegood.cases.actions.drafting import Unsent
from makegood.cases.models import Case, CaseState
from makegood.events.actions import record, verb
from makegood.staff.models import User


class NotClosed(ValueError):
    """The case still takes words; nothing needs to follow it."""


@verb
def follow_up(case: Case, *, unsent: Unsent | None = None, by: User, at: dt.datetime) -> Case:
    """Open a case in which we write first, to the same people about the same matter, linked to a closed one.

    Nobody has asked anything, so nothing is promised and nobody is greeted until the customer writes. One in which
    nothing has been said yet is given back instead of a second one. `unsent` words stand there, and no longer in the
    closed one. Raises NotClosed.
    """
    case = rows.lock(case)
    if case.state != CaseState.CLOSED:
        raise NotClosed(case.ref)
    new = case.followed_by.filter(message_count=0, shelf="").order_by("opened_at").last() or _open(case, by=by, at=at)
    if unsent is not None:
        drafting.put_before(new, unsent, by=by, at=at)
        drafting.discard_draft(case, by=by)
    return new


def _open(case: Case, *, by: User, at: dt.datetime) -> Case:
    new = Case(
        ref=rows.free_reference(), brand=case.brand, team=case.team, owner=by, customer=case.customer, follows=case,
        subject=case.subject, channel=case.channel, language=case.language, state=CaseState.WAITING_FOR_US,
        opened_at=at, last_at=at,
    )  # fmt: skip
    rows.set_clock(new)
    new.save(force_insert=True)
    for party in case.parties.select_related("customer").order_by("pk"):
        rows.add_party(new, address=party.address, name=party.name, role=party.role, customer=party.customer)
    opened = events.FollowUpOpened(source=case.ref)
    record(opened, about=new.ref, at=at, by=by.key, facets=new.facets)
    record(events.CaseFollowed(to=new.ref), about=case.ref, at=at, by=by.key, facets=case.facets)
    return new
