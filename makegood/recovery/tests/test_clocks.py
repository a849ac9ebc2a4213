"""What ends a promise of ours takes it off the clock of the case in which it stands, whatever was merged or parted."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.models import Merge
from makegood.cases.models.case import NOTHING_DUE
from makegood.promises.models import Commitment, State
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Outcome, Trigger

MINUTE = dt.timedelta(minutes=1)


def next_due(case, *, beside):
    """When the case is due next, had it no other promise."""
    Commitment.objects.filter(about=case.ref).exclude(pk=beside.pk).update(owed=False)
    cases.refresh_clock([case.ref])
    case.refresh_from_db()
    return case.next_due_at


@pytest.mark.parametrize("settle", [recovery.give, recovery.refuse])
def test_what_is_given_or_not_wanted_is_due_no_more_in_the_case_it_was_merged_into(many_cases, settle, bea, now):
    source, target, *_others = many_cases
    remedy = recovery.grant(source, Gift(kind="apology"), by=bea, at=now)
    cases.merge(source, into=target, by=bea, at=now)
    assert next_due(target, beside=remedy.due) == remedy.due.due_at
    assert settle(remedy, by=bea, at=now + MINUTE)
    target.refresh_from_db()
    assert target.next_due_at == NOTHING_DUE


@pytest.mark.parametrize("end", ["acknowledge", "end"])
def test_the_clock_of_a_recovery_ends_in_the_case_that_it_went_back_to(many_cases, end, bea, now):
    source, target, *_others = many_cases
    opened = recovery.open_by_hand(source, Trigger.Kind.BY_HAND, by=bea, at=now)
    cases.merge(source, into=target, by=bea, at=now)
    recovery.join(source, target, at=now)
    cases.unmerge(Merge.objects.get(), by=bea, at=now)
    assert next_due(source, beside=opened.due) == opened.due.due_at
    if end == "end":
        recovery.end(opened, Outcome.NEEDLESS, by=bea, at=now + MINUTE)
    else:
        recovery.acknowledge(opened, by=bea, at=now + MINUTE)
    source.refresh_from_db()
    assert source.next_due_at == NOTHING_DUE


def test_a_recovery_that_was_closed_by_a_slip_is_due_again_until_they_hear_from_us(refund, bea, now):
    opened = recovery.open_by_hand(refund, Trigger.Kind.BY_HAND, by=bea, at=now)
    recovery.end(opened, Outcome.NEEDLESS, by=bea, at=now + MINUTE)
    again = recovery.resume(opened, by=bea, at=now + 2 * MINUTE)
    assert (again.due.state, again.next_at) == (State.OPEN, again.due.due_at)
    assert next_due(refund, beside=again.due) == again.due.due_at > opened.next_at
    recovery.acknowledge(again, by=bea, at=now + 3 * MINUTE)
    recovery.end(again, Outcome.WON, by=bea, at=now + 4 * MINUTE)
    assert recovery.resume(again, by=bea, at=now + 5 * MINUTE).next_at == NOTHING_DUE
    assert Commitment.objects.filter(key="recovery").count() == 2
