"""How we see a case, asking the customer, how they see it, and the owner's look at it."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState, Message
from makegood.customers.models import Customer
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.feedback import events
from makegood.feedback.account import Account
from makegood.feedback.actions import layers
from makegood.feedback.actions.counting import counted
from makegood.feedback.models import Closing
from makegood.staff.models import User

AGAIN = dt.timedelta(days=30)  # after which the customer of a case is asked once more
FIRST_THE_OWNER = dt.timedelta(days=1)


@verb
def state(case: Case, account: Account, *, reply: Message | None = None, by: User, at: dt.datetime) -> Closing:
    """Say how we see the case, before its customer does; with a `reply`, until that is taken back. Raises Refusal once
    they have."""
    case = _hold(case)
    closing = _newest(case)
    if closing is not None and closing.given_at is not None and not _is_over(closing, at):
        raise Refusal(_("The customer has told how they see it. What we said before stands beside it."))
    if closing is None or closing.given_at is not None:
        closing = _begin(case, at)
    with counted(closing):
        closing.before = layers.on_top(closing, reply) if reply else {}
        closing.our_need, closing.our_went, closing.our_solved = account.needed, account.went, account.solved
        closing.stated_by = by
    fact = events.AccountStated(closing=str(closing.pk))
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    return closing


@verb
def take_back(reply: Message, *, by: User, at: dt.datetime) -> Account | None:
    """A reply is taken back, and with it what it said of how we see the case: what we had said before stands again.

    What was said with the reply; None where nothing was, where we have said it anew since, or the customer has told.
    """
    case = _hold(reply.case)
    closing = _newest(case)
    if closing is None or closing.given_at is not None:
        return None
    key = str(closing.pk)
    with counted(closing):
        said = layers.take_out(closing, reply)
    if said is None:
        return None
    if closing.ours.is_empty and closing.asked_at is None:
        closing.delete()  # it began with this reply
    fact = events.AccountTakenBack(closing=key)
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    return said


@verb
def ask(case: Case, *, at: dt.datetime) -> Closing | None:
    """The customer is asked, which whoever calls this does in the same transaction. None when they were, in the last
    30 days, or have told it of themselves; and when the case is not resolved any more."""
    case = _hold(case)
    closing = _newest(case)
    if case.state != CaseState.RESOLVED or (closing is not None and closing.asked_at and not _is_over(closing, at)):
        return None
    if closing is None or closing.asked_at is not None:
        closing = _begin(case, at)
    with counted(closing):
        closing.asked_at = at
    record(events.CustomerAsked(closing=str(closing.pk)), about=case.ref, at=at, facets=case.facets)
    return closing


@verb
def answer(case: Case, account: Account, *, by: Customer, at: dt.datetime) -> Closing:
    """The customer tells how they see it, and may tell it anew until the case is closed. "Not solved" opens it again,
    "solved" confirms it. Raises Refusal in a closed case. Told twice alike, it is told once."""
    case = _hold(case)
    if case.state == CaseState.CLOSED:
        raise Refusal(_("This matter is closed, so this cannot be changed any more. You can write to us below."))
    closing = _newest(case) or _begin(case, at)
    before = closing.theirs
    if closing.given_at is not None and before == account:
        return closing
    with counted(closing):
        closing.asked_at = closing.asked_at or at
        closing.their_need, closing.their_went, closing.their_solved = account.needed, account.went, account.solved
        closing.given_at, closing.seen_at = at, None
        closing.counts_at = closing.counts_at or at + FIRST_THE_OWNER
        closing.differs = bool(closing.differences)
    fact = events.AccountGiven(closing=str(closing.pk), low=account.is_low, differs=closing.differs)
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    if account.solved is False:
        cases.reopen(case, by=by, at=at)
    elif account.solved and not before.solved:
        cases.confirm(case, by=by, at=at)
    return closing


@verb
def look(closing: Closing, *, by: User, at: dt.datetime) -> bool:
    """The owner reads the answer: from now on it counts. False when they had."""
    held = Closing.objects.select_for_update(of=("self",)).select_related("case").get(pk=closing.pk)
    if held.given_at is None or held.seen_at is not None:
        return False
    with counted(held):
        held.seen_at, held.is_counted = at, True
        held.counts_at = min(held.counts_at or at, at)
    fact = events.AccountSeen(closing=str(held.pk))
    record(fact, about=held.case.ref, at=at, by=by.key, facets=held.case.facets)
    return True


def _hold(case: Case) -> Case:
    """As it stands now, of one that was merged the other; locked, so that nobody is asked twice at once."""
    held = Case.objects.select_for_update(of=("self",)).select_related("brand", "customer", "team", "owner")
    found = held.get(pk=case.pk)
    while found.merged_into_id is not None:
        found = held.get(pk=found.merged_into_id)
    return found


def _newest(case: Case) -> Closing | None:
    return Closing.objects.of_case(case).first()


def _begin(case: Case, at: dt.datetime) -> Closing:
    return Closing(case=case, brand=case.brand, team=case.team, opened_at=at)


def _is_over(closing: Closing, at: dt.datetime) -> bool:
    return at - (closing.asked_at or closing.opened_at) >= AGAIN
