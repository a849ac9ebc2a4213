"""A closed case stays as it is; what we still have to say begins a case that follows it."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, Party
from makegood.cases.words import Words
from makegood.promises.models import Commitment

DAY = dt.timedelta(days=1)


@pytest.fixture
def closed(refund, bea, now) -> Case:
    """Ada's case, solved and closed a week later; Charles was copied."""
    Party.objects.create(case=refund, address="charles@customer.example", role=Party.Role.COPIED, key="k" * 16)
    cases.resolve(refund, by=bea, at=now + DAY)
    assert cases.close_due(at=now + 9 * DAY) == 1
    refund.refresh_from_db()
    return refund


def test_we_write_first_to_the_same_people_and_promise_nothing_yet(closed, ada, bea, now):
    new = cases.follow_up(closed, by=bea, at=now + 10 * DAY)
    assert (new.follows, new.customer, new.owner, new.subject) == (closed, ada, bea, "My refund")
    assert [party.address for party in new.parties.order_by("pk")] == [
        "ada@customer.example",
        "charles@customer.example",
    ]
    assert not Commitment.objects.filter(about=new.ref).exists()
    message = cases.reply(new, Answer(text="One more thing.", undo_seconds=0), by=bea, at=now + 10 * DAY)
    new.refresh_from_db()
    assert (message.to, new.state) == (["ada@customer.example"], CaseState.WAITING_FOR_CUSTOMER)
    closed.refresh_from_db()
    assert closed.state == CaseState.CLOSED
    found = search.find(Case.objects.visible_to(bea), "refund")
    assert new.ref in [one.ref for one in found.cases], (
        "it is found by its subject, though no customer has written there"
    )


def test_the_customer_s_answer_starts_the_promises(closed, ada, bea, now):
    new = cases.follow_up(closed, by=bea, at=now + 10 * DAY)
    cases.reply(new, Answer(text="One more thing.", undo_seconds=0), by=bea, at=now + 10 * DAY)
    words = Words(text="Thanks, and?", sender="ada@customer.example")
    cases.add_words(new, customer=ada, words=words, channel="email", at=now + 11 * DAY)
    assert Commitment.objects.filter(about=new.ref, owed=True).exists()


def test_pressed_twice_it_is_one(closed, bea, now):
    first = cases.follow_up(closed, by=bea, at=now + 10 * DAY)
    assert cases.follow_up(closed, by=bea, at=now + 10 * DAY) == first


def test_what_is_not_closed_needs_none(refund, bea, now):
    with pytest.raises(cases.NotClosed):
        cases.follow_up(refund, by=bea, at=now)
