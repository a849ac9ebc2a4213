"""Known problems: cases are tied to one, and all whom it concerns are told at once, each in their language."""

import datetime as dt
import uuid

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import bulk, problems
from makegood.cases.actions.drafting import Unsent
from makegood.cases.models import Case, CaseState, Deed, Delivery, Message, MessageKind, Problem, ProblemState, Tie
from makegood.cases.models.problems import readers
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises.models import Commitment

MINUTE = dt.timedelta(minutes=1)
TEXTS = {"en": "The lamp is being mended.", "lt": "Lempa taisoma."}


@pytest.fixture
def flicker(bea, now) -> Problem:
    return problems.open_problem(problems.Description("Lamps flicker"), by=bea, at=now)


@pytest.fixture
def jonas(hale, now) -> Case:
    jonas = customers.find_or_create(address="jonas@customer.example", name="Jonas", language="lt", at=now)
    words = Words(text="Lempa mirga.", language="lt", sender="jonas@customer.example")
    return cases.open_case(brand=hale, customer=jonas, subject="Lempa", words=words, channel="email", at=now)[0]


@pytest.fixture
def tied(flicker, refund, jonas, bea, now) -> Problem:
    for case in (refund, jonas):
        problems.tie(case, problem=flicker, by=bea, at=now)
    return flicker


def said(**more) -> bulk.Announcement:
    return bulk.Announcement(**{"key": uuid.uuid4(), "texts": TEXTS, **more})


def finish(begun, *, at) -> None:
    while begun.finished_at is None:
        bulk.do_some(begun, at=at)
        begun.refresh_from_db()


def replies() -> list[tuple[str, str]]:
    found = Message.objects.filter(kind=MessageKind.REPLY).exclude(delivery=Delivery.UNDONE)
    return sorted(found.values_list("language", "text"))


def test_a_case_has_one_known_problem_and_goes_to_another(tied, refund, bea, now):
    other = problems.open_problem(problems.Description("Bank is late"), by=bea, at=now)
    assert problems.tie(refund, problem=other, by=bea, at=now)
    assert not problems.tie(refund, problem=other, by=bea, at=now)
    assert dict(Problem.objects.values_list("title", "tied")) == {"Lamps flicker": 1, "Bank is late": 1}
    problems.untie(refund, by=bea, at=now)
    told = Event.objects.about(refund.ref).filter(name__in=("case.tied", "case.untied")).order_by("at", "id")
    assert [one.name for one in told] == ["case.tied", "case.untied", "case.tied", "case.untied"]


def test_solved_is_told_apart_each_time(flicker, bea, now):
    for state in (ProblemState.MENDING, ProblemState.SOLVED, ProblemState.SOLVED):
        problems.save_problem(flicker, problems.Description("Lamps flicker", state), by=bea, at=now)
    assert Event.objects.about(flicker.ref).filter(name="problem.solved").count() == 1
    assert Problem.objects.get().solved_at == now


def test_each_is_told_in_their_language_once_and_it_is_an_ordinary_reply(tied, refund, jonas, bea, now):
    once = said()
    begun = bulk.tell_all(tied, once, by=bea, at=now + MINUTE)
    assert bulk.tell_all(tied, once, by=bea, at=now + MINUTE) == begun
    finish(begun, at=now + MINUTE)
    bulk.do_some(begun, at=now + MINUTE)
    assert replies() == sorted(TEXTS.items())
    cases.release_due(at=now + 3 * MINUTE)
    for case in (refund, jonas):
        assert Commitment.objects.about(case.ref).get(key="first-reply").state == "kept"
        case.refresh_from_db()
        assert (case.state, case.owner) == (CaseState.WAITING_FOR_CUSTOMER, None)


def test_what_somebody_is_writing_stays_and_an_undo_brings_nothing_into_it(tied, refund, bea, now):
    cases.save_draft(refund, Unsent(kind="reply", text="Dear Ada,"), by=bea, at=now)
    begun = bulk.tell_all(tied, said(), by=bea, at=now + MINUTE)
    finish(begun, at=now + MINUTE)
    finish(bulk.undo(begun, by=bea, at=now + MINUTE), at=now + MINUTE)
    assert replies() == []
    assert [draft.text for draft in refund.drafts.all()] == ["Dear Ada,"]
    cases.release_due(at=now + 3 * MINUTE)
    assert Commitment.objects.about(refund.ref).get(key="first-reply").state == "open"


def test_once_it_has_left_it_is_not_taken_back(tied, bea, now):
    begun = bulk.tell_all(tied, said(), by=bea, at=now)
    finish(begun, at=now)
    cases.release_due(at=now + 2 * MINUTE)
    undone = bulk.undo(begun, by=bea, at=now + 2 * MINUTE)
    finish(undone, at=now + 2 * MINUTE)
    assert set(undone.rows.values_list("state", "told")) == {("refused", "It has left already.")}


def test_a_language_without_a_text_needs_one_instead(tied, bea, now):
    assert {code: count for code, count in readers(tied, bea).items() if count} == {"en": 1, "lt": 1}
    english = {"en": TEXTS["en"]}
    with pytest.raises(Refusal):
        bulk.tell_all(tied, said(texts=english), by=bea, at=now)
    finish(bulk.tell_all(tied, said(texts=english, otherwise="en"), by=bea, at=now), at=now)
    assert replies() == [("en", TEXTS["en"])] * 2


def test_it_may_resolve_them_and_leaves_out_what_is_finished(tied, refund, jonas, bea, now):
    cases.resolve(jonas, by=bea, at=now)
    finish(bulk.tell_all(tied, said(resolves=True), by=bea, at=now), at=now)
    cases.release_due(at=now + 2 * MINUTE)
    assert replies() == [("en", TEXTS["en"])]
    refund.refresh_from_db()
    assert refund.state == CaseState.RESOLVED


def test_nobody_tells_customers_whose_cases_they_do_not_see(tied, eve, now):
    with pytest.raises(Refusal):
        bulk.tell_all(tied, said(), by=eve, at=now)
    assert replies() == []


def test_of_a_merged_case_the_one_that_is_left_is_told(tied, refund, jonas, bea, now):
    problems.untie(jonas, by=bea, at=now)
    cases.merge(refund, into=jonas, by=bea, at=now)
    finish(bulk.tell_all(tied, said(), by=bea, at=now), at=now)
    assert replies() == [("lt", TEXTS["lt"])]


def test_many_cases_are_tied_at_once_and_go_back(flicker, refund, jonas, bea, now):
    other = problems.open_problem(problems.Description("Bank is late"), by=bea, at=now)
    problems.tie(refund, problem=other, by=bea, at=now)
    begun = bulk.begin(bulk.Wanted(Deed.TIE, problem=flicker), [refund.pk, jonas.pk], by=bea, at=now)
    finish(begun, at=now)
    assert Tie.objects.filter(problem=flicker).count() == 2
    finish(bulk.undo(begun, by=bea, at=now), at=now)
    assert Tie.objects.get().problem == other
