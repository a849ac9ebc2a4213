"""A message goes to the case it belongs to, and leaves no clock behind that runs for nobody."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.models import Case, Message, Shelf
from makegood.cases.words import Words
from makegood.promises.models import Commitment

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def misplaced(hale, ada, now) -> Message:
    """Ada's second mail, which opened a case of its own by mistake."""
    words = Words(text="And my refund?", sender="ada@customer.example")
    opened = cases.open_case(brand=hale, customer=ada, subject="Re", words=words, channel="email", at=now + HOUR)
    return opened[1]


def test_a_case_of_which_nothing_is_left_goes_with_its_last_message(refund, misplaced, bea, now):
    empty = misplaced.case
    there = cases.move_message(misplaced, to=refund, by=bea, at=now + 2 * HOUR)
    assert there.pk == refund.pk
    misplaced.refresh_from_db()
    assert (misplaced.case, misplaced.matched_by) == (refund, "moved")
    empty = Case.objects.get(pk=empty.pk)
    assert (empty.shelf, empty.merged_into, empty.is_open) == (Shelf.MERGED, refund, False)
    assert not Commitment.objects.filter(about=empty.ref, owed=True).exists(), "no promise breaks for nobody"
    assert Commitment.objects.filter(about=refund.ref, key="first-reply", owed=True).exists()


def test_a_case_with_words_left_stays(refund, ada, misplaced, bea, now):
    words = Words(text="My invoice is wrong", sender="ada@customer.example")
    other = cases.add_words(refund, customer=ada, words=words, channel="email", at=now + HOUR)
    cases.move_message(other, to=misplaced.case, by=bea, at=now + 2 * HOUR)
    refund.refresh_from_db()
    assert (refund.shelf, refund.message_count) == (Shelf.NONE, 1)


def test_a_closed_or_shelved_case_takes_no_words(refund, misplaced, bea, now):
    cases.junk(refund, by=bea, at=now + HOUR)
    with pytest.raises(cases.CannotMove):
        cases.move_message(misplaced, to=refund, by=bea, at=now + 2 * HOUR)
    cases.restore(refund, by=bea, at=now + 2 * HOUR)
    cases.resolve(refund, by=bea, at=now + 3 * HOUR)
    cases.close_due(at=now + dt.timedelta(days=8))
    with pytest.raises(cases.CannotMove):
        cases.move_message(misplaced, to=refund, by=bea, at=now + dt.timedelta(days=8))


@pytest.fixture
def others(hale, ada, refund, now) -> list[Case]:
    """Two more cases of Ada's, with a message each."""
    words = Words(text="About my order", sender="ada@customer.example")
    made = [
        cases.open_case(brand=hale, customer=ada, subject=subject, words=words, channel="email", at=now)
        for subject in ("Order", "Invoice")
    ]
    return [opened[0] for opened in made]


@pytest.fixture
def second(refund, ada, now) -> Message:
    """A second message of Ada's in her case about the refund."""
    words = Words(text="My invoice is wrong", sender="ada@customer.example")
    return cases.add_words(refund, customer=ada, words=words, channel="email", at=now + HOUR)


def counts_tell_the_truth() -> bool:
    return all(case.message_count == case.messages.count() for case in Case.objects.all())


def test_whoever_moves_what_a_colleague_moved_before_is_told_and_nothing_is_counted_twice(
    refund, others, second, bea, cleo, now
):
    here, there = others
    read_by_bea, read_by_cleo = (Message.objects.select_related("case").get(pk=second.pk) for _reader in range(2))
    cases.move_message(read_by_bea, to=here, by=bea, at=now + 2 * HOUR)
    with pytest.raises(cases.MovedMeanwhile):
        cases.move_message(read_by_cleo, to=there, by=cleo, at=now + 2 * HOUR)
    second.refresh_from_db()
    assert second.case == here
    assert counts_tell_the_truth()


def test_moved_twice_to_one_case_it_is_there_once(refund, others, second, bea, cleo, now):
    read_by_bea, read_by_cleo = (Message.objects.select_related("case").get(pk=second.pk) for _reader in range(2))
    cases.move_message(read_by_bea, to=others[0], by=bea, at=now + 2 * HOUR)
    assert cases.move_message(read_by_cleo, to=others[0], by=cleo, at=now + 2 * HOUR) == others[0]
    assert counts_tell_the_truth()


def test_what_a_colleague_moved_is_not_split_off_besides(refund, others, second, ada, bea, cleo, now):
    read_by_bea, read_by_cleo = (Message.objects.select_related("case").get(pk=second.pk) for _reader in range(2))
    cases.move_message(read_by_bea, to=others[0], by=bea, at=now + 2 * HOUR)
    standing = Case.objects.count()
    with pytest.raises(cases.MovedMeanwhile):
        cases.split(read_by_cleo.case, [read_by_cleo], customer=ada, by=cleo, at=now + 2 * HOUR)
    assert (Case.objects.count(), counts_tell_the_truth()) == (standing, True)
