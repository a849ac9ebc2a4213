"""Some of what was said goes to a case of its own, with what is owed for it, and can be put back."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, Message, Shelf, Split
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.events.models import Event
from makegood.promises.models import Commitment, LedgerEntry

HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)
SENDER = "ada@customer.example"


@pytest.fixture
def writes(refund, ada):
    """Ada writes in her case once more."""

    def more(text: str, at: dt.datetime) -> Message:
        return cases.add_words(refund, customer=ada, words=Words(text=text, sender=SENDER), channel="email", at=at)

    return more


@pytest.fixture
def answers(refund, bea):
    """Bea answers, and the answer has left."""

    def answer(at: dt.datetime) -> Message:
        reply = cases.reply(refund, Answer(text="We look into it.", undo_seconds=0), by=bea, at=at)
        cases.release_due(at=at)
        cases.mark_delivered(reply, at=at)
        reply.refresh_from_db()
        return reply

    return answer


def owed(case: Case) -> dict[str, dt.datetime | None]:
    return {one.key: one.due_at for one in Commitment.objects.about(case.ref).owed()}


def stands(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def test_what_is_chosen_goes_and_the_rest_stays(refund, writes, bea, now):
    first = refund.messages.get()
    invoice = writes("My invoice is wrong.", now + MINUTE)
    note = cases.note(refund, text="Two matters.", by=bea, at=now + 2 * MINUTE)
    new = cases.split(refund, [invoice, note], by=bea, at=now + HOUR)
    assert set(new.messages.all()) == {invoice, note}
    old = stands(refund)
    assert list(old.messages.all()) == [first]
    assert (old.message_count, old.last_at, old.last_from_customer_at) == (1, now, now)
    new = stands(new)
    assert (new.message_count, new.customer, new.owner, new.state) == (2, refund.customer, None, CaseState.NEW)
    assert (new.opened_at, new.last_from_customer_at) == (now + MINUTE, now + MINUTE)
    told = set(Event.objects.filter(about__in=[old.ref, new.ref], at=now + HOUR).values_list("name", flat=True))
    assert {"case.split", "case.split_off"} <= told


def test_words_that_nobody_answered_count_from_their_own_time(refund, writes, answers, bea, now):
    writes("My invoice is wrong.", now + MINUTE)
    reply = answers(now + 10 * MINUTE)
    again = writes("And it is too high.", now + 20 * MINUTE)
    earlier = refund.messages.get(text="My invoice is wrong.")
    new = cases.split(refund, [earlier, reply, again], by=bea, at=now + HOUR)
    assert stands(new).state == CaseState.WAITING_FOR_US
    assert owed(new)["first-reply"] == now + 20 * MINUTE + 4 * HOUR


def test_where_a_reply_went_along_no_other_is_promised_and_the_clock_stands(refund, writes, answers, bea, now):
    words = writes("My invoice is wrong.", now + MINUTE)
    reply = answers(now + 10 * MINUTE)
    new = cases.split(refund, [words, reply], by=bea, at=now + HOUR)
    assert stands(new).state == CaseState.WAITING_FOR_CUSTOMER
    (resolved,) = Commitment.objects.about(new.ref)
    assert (resolved.key, resolved.state, resolved.due_at) == ("resolved", "paused", None)
    assert Commitment.objects.about(refund.ref).get(key="first-reply").state == "kept", (
        "counted once, where it was made"
    )


def test_what_is_owed_for_these_words_alone_goes_along_due_as_it_was(refund, writes, answers, bea, now):
    answers(now + 10 * MINUTE)
    words = writes("Now my invoice is wrong, too.", now + 20 * MINUTE)
    due = owed(refund)["next-reply"]
    new = cases.split(refund, [words], by=bea, at=now + HOUR)
    assert "next-reply" not in owed(refund), "nobody waits for it there"
    assert owed(new)["next-reply"] == due
    assert LedgerEntry.objects.filter(kind="moved", reason=new.ref).count() == 1
    assert stands(refund).state == CaseState.WAITING_FOR_CUSTOMER


def test_what_is_owed_stays_where_words_still_wait(refund, writes, bea, now):
    before = owed(refund)
    words = writes("My invoice is wrong.", now + MINUTE)
    cases.split(refund, [words], by=bea, at=now + HOUR)
    assert owed(refund) == before


def test_one_press_puts_all_back(refund, writes, answers, bea, now):
    answers(now + 10 * MINUTE)
    words = writes("Now my invoice is wrong, too.", now + 20 * MINUTE)
    before, due = stands(refund), owed(refund)
    new = cases.split(refund, [words], by=bea, at=now + HOUR)
    back = cases.undo_split(new.split, by=bea, at=now + 2 * HOUR)
    after = stands(back)
    for name in ("state", "last_at", "last_from_customer_at", "message_count", "next_due_at", "asked_at"):
        assert getattr(after, name) == getattr(before, name), name
    assert owed(refund) == due
    words.refresh_from_db()
    assert (words.case, words.matched_by) == (refund, "")
    new = stands(new)
    assert (new.shelf, new.merged_into, new.is_open, new.message_count) == (Shelf.MERGED, refund, False, 0)
    begun = Commitment.objects.about(new.ref)
    assert {one.state for one in begun} == {"excused"}
    assert not owed(new)
    with pytest.raises(cases.CannotSplit, match="undone"):
        cases.undo_split(Split.objects.get(), by=bea, at=now + 3 * HOUR)


@pytest.mark.parametrize("act", ["words", "note", "resolve", "owner"])
def test_it_is_not_put_back_once_something_happened_there(refund, writes, ada, bea, now, act):
    new = cases.split(refund, [writes("My invoice.", now + MINUTE)], by=bea, at=now + HOUR)
    at = now + 2 * HOUR
    {
        "words": lambda: cases.add_words(
            new, customer=ada, words=Words(text="?", sender=SENDER), channel="email", at=at
        ),
        "note": lambda: cases.note(new, text="x", by=bea, at=at),
        "resolve": lambda: cases.resolve(new, by=bea, at=at),
        "owner": lambda: cases.assign(new, owner=bea, by=bea, at=at),
    }[act]()
    assert not Split.objects.of(refund).can_be_undone()
    with pytest.raises(cases.CannotSplit, match="later"):
        cases.undo_split(new.split, by=bea, at=now + 3 * HOUR)
    assert stands(new).shelf == Shelf.NONE


def test_words_of_two_people_need_to_be_said_whose_they_are(refund, writes, hale, bea, now):
    sis = customers.find_or_create(address="sis@customer.example", name="Sis", at=now)
    theirs = cases.add_words(
        refund, customer=sis, words=Words(text="Mine, too.", sender="sis@customer.example"), channel="email", at=now + HOUR
    )  # fmt: skip
    hers = writes("My invoice.", now + HOUR)
    with pytest.raises(cases.CannotSplit, match="whose"):
        cases.split(refund, [theirs, hers], by=bea, at=now + 2 * HOUR)
    new = cases.split(refund, [theirs, hers], customer=sis, by=bea, at=now + 2 * HOUR)
    assert new.customer == sis
    assert new.parties.get().address == "sis@customer.example"


def test_a_stranger_becomes_a_customer_of_their_own(refund, bea, now):
    words = Words(text="Stop writing to me.", sender="zed@else.example", sender_name="Zed", stranger=True)
    message = cases.add_words(refund, customer=None, words=words, channel="email", at=now + MINUTE)
    new = cases.split(refund, [message], by=bea, at=now + HOUR)
    assert (new.customer.name, new.parties.get().address) == ("Zed", "zed@else.example")


def test_something_goes_and_something_stays(refund, writes, bea, now):
    more = writes("More.", now + MINUTE)
    with pytest.raises(cases.CannotSplit, match="nothing"):
        cases.split(refund, [], by=bea, at=now + HOUR)
    with pytest.raises(cases.CannotSplit, match="all"):
        cases.split(refund, list(refund.messages.all()), by=bea, at=now + HOUR)
    held = cases.reply(refund, Answer(text="Soon.", undo_seconds=600), by=bea, at=now + HOUR)
    with pytest.raises(cases.MovedMeanwhile):
        cases.split(refund, [held], by=bea, at=now + HOUR)
    cases.junk(refund, by=bea, at=now + HOUR)
    with pytest.raises(cases.CannotSplit, match="shelved"):
        cases.split(refund, [more], by=bea, at=now + HOUR)
    assert not Split.objects.exists()


def test_search_finds_it_where_it_is(refund, writes, bea, now):
    def found() -> list[str]:
        return [one.ref for one in search.find(Case.objects.visible_to(bea), "invoice").cases]

    new = cases.split(refund, [writes("My invoice is wrong.", now + MINUTE)], by=bea, at=now + HOUR)
    assert found() == [new.ref]
    cases.undo_split(new.split, by=bea, at=now + 2 * HOUR)
    assert found() == [refund.ref]


def test_a_split_in_a_split_is_undone_from_the_last_on(refund, writes, bea, now):
    more = [writes(f"Matter {number}", now + number * MINUTE) for number in range(3)]
    new = cases.split(refund, more, by=bea, at=now + HOUR)
    newer = cases.split(new, more[:1], by=bea, at=now + 2 * HOUR)
    with pytest.raises(cases.CannotSplit, match="later"):
        cases.undo_split(new.split, by=bea, at=now + 3 * HOUR)
    cases.undo_split(newer.split, by=bea, at=now + 3 * HOUR)
    assert stands(new).message_count == 3
