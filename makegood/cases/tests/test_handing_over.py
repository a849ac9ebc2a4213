"""A case is offered with a reason; until somebody there accepts it, whoever had it answers for it."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.models import Handover, HandoverState
from makegood.cases.words import Words
from makegood.conftest import person
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, State
from makegood.staff import actions as staff
from makegood.staff.models import Role

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def warehouse(hale, now):
    team = staff.make_team(name="Warehouse", by="", at=now)
    team.brands.add(hale)
    return team


@pytest.fixture
def tom(warehouse, now):
    return person("Tom", Role.AGENT, [warehouse], now)


@pytest.fixture
def offered(refund, bea, warehouse, now):
    return cases.hand_over(refund, owner=None, team=warehouse, reason="It lies with you.", by=bea, at=now)


def names(case):
    return list(Event.objects.about(case.ref).order_by("id").values_list("name", flat=True))


def test_until_it_is_accepted_the_giver_answers_for_it_with_a_clock_for_the_answer(offered, refund, bea, support, now):
    refund.refresh_from_db()
    assert (refund.owner, refund.team) == (bea, support)
    assert (offered.due.about, offered.due.due_at) == (offered.ref, now + HOUR)
    assert "case.handed_over" not in names(refund)


def test_somebody_of_the_team_accepts_and_has_it(offered, refund, tom, warehouse, now):
    for _press in range(2):
        cases.accept(offered, by=tom, at=now + HOUR / 2)
    refund.refresh_from_db()
    assert (refund.owner, refund.team) == (tom, warehouse)
    assert names(refund).count("case.handed_over") == 1
    assert Commitment.objects.get(about=offered.ref).state == State.KEPT


def test_taking_what_is_offered_is_accepting_it(offered, refund, tom, warehouse, now):
    cases.assign(refund, owner=tom, by=tom, at=now)
    refund.refresh_from_db()
    offered.refresh_from_db()
    assert (refund.team, offered.state) == (warehouse, HandoverState.ACCEPTED)


def test_declining_needs_a_word_and_leaves_it_where_it_is(offered, refund, bea, tom, now):
    with pytest.raises(Refusal):
        cases.decline(offered, words=" ", by=tom, at=now)
    cases.decline(offered, words="The parcel left us in May.", by=tom, at=now)
    refund.refresh_from_db()
    assert refund.owner == bea
    offered.refresh_from_db()
    assert (offered.state, offered.answer) == (HandoverState.DECLINED, "The parcel left us in May.")
    assert Commitment.objects.get(about=offered.ref).state == State.KEPT
    with pytest.raises(Refusal):
        cases.accept(offered, by=tom, at=now)


def test_nobody_else_accepts_or_declines(offered, cleo, refund, now):
    with pytest.raises(Refusal):
        cases.accept(offered, by=cleo, at=now)
    with pytest.raises(Refusal):
        cases.decline(offered, words="No.", by=cleo, at=now)


def test_it_is_taken_back_while_nobody_has_answered(offered, refund, bea, tom, now):
    cases.take_back_offer(offered, by=bea, at=now)
    assert Commitment.objects.get(about=offered.ref).state == State.EXCUSED
    with pytest.raises(Refusal):
        cases.accept(offered, by=tom, at=now)
    assert names(refund)[-1] == "case.offer_ended"


def test_without_an_answer_in_time_the_promise_to_the_giver_breaks_and_the_offer_stands(offered, tom, refund, now):
    promises.settle_due(at=now + 2 * HOUR)
    assert Commitment.objects.get(about=offered.ref).state == State.BROKEN
    cases.accept(offered, by=tom, at=now + 3 * HOUR)
    refund.refresh_from_db()
    assert refund.owner == tom
    assert Commitment.objects.get(about=offered.ref).state == State.BROKEN


@pytest.mark.parametrize(
    "then",
    [
        lambda case, bea, cleo, now: cases.assign(case, owner=cleo, by=cleo, at=now),
        lambda case, bea, cleo, now: cases.junk(case, by=bea, at=now),
        lambda case, bea, cleo, now: cases.hand_over(case, owner=cleo, team=case.team, reason="You.", by=bea, at=now),
    ],
)
def test_an_offer_ends_when_nothing_is_left_to_accept(offered, refund, bea, cleo, now, then):
    then(refund, bea, cleo, now)
    offered.refresh_from_db()
    assert offered.state == HandoverState.LAPSED
    assert Commitment.objects.get(about=offered.ref).state == State.EXCUSED


def test_it_ends_when_the_case_is_merged_into_another(offered, refund, hale, ada, bea, now):
    other, _ = cases.open_case(brand=hale, customer=ada, subject="", words=Words(text="?"), channel="email", at=now)
    cases.merge(refund, into=other, by=bea, at=now)
    offered.refresh_from_db()
    assert offered.state == HandoverState.LAPSED


def test_a_closed_case_is_offered_to_nobody(offered, refund, bea, warehouse, now):
    cases.resolve(refund, by=bea, at=now)
    cases.close_due(at=now + dt.timedelta(days=8))
    offered.refresh_from_db()
    assert offered.state == HandoverState.LAPSED
    with pytest.raises(Refusal):
        cases.hand_over(refund, owner=None, team=warehouse, reason="Yours.", by=bea, at=now)


def test_the_rota_of_the_team_that_has_it_and_oneself_need_no_acceptance(refund, bea, support, now):
    assert cases.hand_over(refund, owner=bea, team=support, reason="Mine.", by=bea, at=now) is None
    refund.refresh_from_db()
    assert refund.owner == bea
    assert cases.hand_over(refund, owner=None, team=support, reason="I am off.", by=bea, at=now) is None
    refund.refresh_from_db()
    assert refund.owner is None
    assert not Handover.objects.exists()
