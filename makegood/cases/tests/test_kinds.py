"""Kinds: the organisation's own list, one chosen for a case, found by its filter word."""

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import kinds
from makegood.cases.filters import finding, language, meanings
from makegood.cases.filters.language import Unclear
from makegood.cases.models import Case, Kind
from makegood.events.models import Event
from makegood.events.refusals import Refusal


@pytest.fixture
def complaint(owner, now) -> Kind:
    return kinds.add("Complaint", names={"nl": "Klacht"}, by=owner, at=now)


def found(text: str, user, at) -> list[str]:
    sought = meanings.understand(language.read(text), user=user, at=at)
    return [case.subject for case in finding.page(sought, finding.order_of("", sought), after=None, most=50).cases]


def test_a_kind_is_chosen_once_with_what_it_was_before(refund, complaint, owner, bea, now):
    question = kinds.add("Question", names={}, by=owner, at=now)
    for chosen in (complaint, complaint, question, None):
        kinds.choose(refund, chosen, by=bea, at=now)
    told = Event.objects.about(refund.ref).filter(name="case.kind_chosen").order_by("id")
    first, second = str(complaint.pk), str(question.pk)
    assert [(one.data["before"], one.data["case_kind"]) for one in told] == [("", first), (first, second), (second, "")]
    assert told[0].facets["kind"] == first


def test_slugs_stay_and_differ_and_names_are_taken_once(complaint, owner, now):
    kinds.call(complaint, "Grievance", names={}, by=owner, at=now)
    again = kinds.add("Complaint", names={}, by=owner, at=now)
    assert [kind.slug for kind in Kind.objects.in_order()] == ["complaint", "complaint-2"]
    for name in ("", " \u200b ", "COMPLAINT"):
        with pytest.raises(Refusal):
            kinds.call(complaint, name, names={}, by=owner, at=now)
    kinds.move(again, up=True, by=owner, at=now)
    assert [kind.slug for kind in Kind.objects.in_order()] == ["complaint-2", "complaint"]


def test_a_retired_kind_is_chosen_no_more_and_stays_where_it_is(refund, complaint, owner, bea, now):
    kinds.choose(refund, complaint, by=bea, at=now)
    kinds.retire(complaint, by=owner, at=now)
    assert Case.objects.get(pk=refund.pk).kind == complaint
    kinds.choose(refund, None, by=bea, at=now)
    complaint.refresh_from_db()
    with pytest.raises(Refusal):
        kinds.choose(refund, complaint, by=bea, at=now)
    kinds.use_again(complaint, by=owner, at=now)
    assert list(Kind.objects.in_use()) == [complaint]


def test_the_filter_word_takes_slugs_and_names_and_none(refund, hale, ada, complaint, bea, eve, now):
    kinds.choose(refund, complaint, by=bea, at=now)
    note = cases.note(refund, text="x", by=bea, at=now)
    words = cases.split(refund, [note], customer=ada, by=bea, at=now)
    assert words.kind is None
    assert found("kind:complaint", bea, now) == ["My refund"]
    assert found("kind:klacht status:open", bea, now) == ["My refund"]
    assert found("kind:none", bea, now) == [words.subject]
    assert found("-kind:complaint", bea, now) == [words.subject]
    assert found("kind:complaint", eve, now) == []
    with pytest.raises(Unclear):
        found("kind:moon", bea, now)
