"""Tags are put on cases and taken off, go along in merges and splits, and can be renamed, merged and removed for all."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.actions import tags
from makegood.cases.models import Case, Tag, Tagging
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.events.refusals import Refusal

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def second(hale, ada, now, refund) -> Case:
    words = Words(text="Is anybody there?", language="en", sender="ada@customer.example")
    return cases.open_case(
        brand=hale, customer=ada, subject="Refund!", words=words, channel="email", at=now + HOUR
    )[0]  # fmt: skip


def borne(case: Case) -> list[str]:
    return Case.objects.get(pk=case.pk).tag_names


def told(case: Case) -> list[str]:
    return [one.name for one in Event.objects.about(case.ref) if one.name.endswith("tagged")]


def test_a_tag_is_put_on_once_whatever_its_spelling_with_one_event(refund, bea, now):
    tags.put_on(refund, ["Harbour  bank", "HARBOUR BANK", "ｈarbour bank"], by=bea, at=now)
    tags.put_on(refund, ["harbour bank"], by=bea, at=now)
    assert borne(refund) == ["Harbour bank"]
    assert told(refund) == ["case.tagged"]
    facets = Event.objects.get(name="case.tagged").facets
    assert facets["tag"] == str(Tag.objects.get().pk)
    assert facets["brand"] == str(refund.brand_id)


def test_a_tag_is_taken_off(refund, bea, now):
    tags.put_on(refund, ["bank", "late"], by=bea, at=now)
    for _press in range(2):
        assert tags.take_off(refund, ["BANK", "never there"], by=bea, at=now) in ([Tag.objects.get(key="bank")], [])
    assert borne(refund) == ["late"]
    assert told(refund).count("case.untagged") == 1


@pytest.mark.parametrize("name", ["", "   ", "a,b", 'say "hi"', "x" * 41, "a\x00b", "ﷺ" * 20])
def test_what_is_no_name_is_refused_in_words(refund, bea, now, name):
    with pytest.raises(Refusal):
        tags.put_on(refund, ["good", name], by=bea, at=now)
    assert borne(refund) == []


def test_a_case_has_at_most_thirty(refund, bea, now):
    tags.put_on(refund, [f"t{number}" for number in range(30)], by=bea, at=now)
    with pytest.raises(Refusal, match="at most 30"):
        tags.put_on(refund, ["one more"], by=bea, at=now)


def test_a_merge_brings_tags_along_and_parting_takes_them_back(refund, second, bea, now):
    tags.put_on(refund, ["bank"], by=bea, at=now)
    tags.put_on(second, ["bank", "angry"], by=bea, at=now)
    merged = cases.merge(second, into=refund, by=bea, at=now + HOUR)
    assert borne(refund) == ["angry", "bank"]
    tags.put_on(refund, ["later"], by=bea, at=now + HOUR)
    cases.unmerge(merged.merges.get(), by=bea, at=now + 2 * HOUR)
    assert (borne(refund), borne(second)) == (["bank", "later"], ["angry", "bank"])


def test_a_case_that_is_split_off_bears_what_its_source_bears(refund, bea, ada, now):
    tags.put_on(refund, ["bank"], by=bea, at=now)
    words = Words(text="Also, my kettle.", sender="ada@customer.example")
    message = cases.add_words(refund, customer=ada, words=words, channel="email", at=now + HOUR)
    new = cases.split(message.case, [message], customer=ada, by=bea, at=now + HOUR)
    assert borne(new) == borne(refund) == ["bank"]
    assert "case.tagged" in told(new)


def test_a_tag_is_renamed_on_all_cases_unless_the_name_is_taken(refund, owner, now):
    bank, _late = tags.put_on(refund, ["bank", "late"], by=owner, at=now)
    tags.rename(bank, "Harbour", by=owner, at=now)
    assert borne(refund) == ["Harbour", "late"]
    with pytest.raises(Refusal, match="already"):
        tags.rename(bank, "LATE", by=owner, at=now)


def test_merged_tags_are_one_at_once_and_the_old_name_is_understood(refund, second, owner, now):
    refunds, _refund = tags.put_on(refund, ["refunds", "refund"], by=owner, at=now)
    tags.put_on(second, ["refunds"], by=owner, at=now)
    into = Tag.objects.called("refund")
    tags.merge(refunds, into=into, by=owner, at=now)
    assert borne(refund) == borne(second) == ["refund"]
    assert Tag.objects.called("Refunds") == into
    assert tags.take_off(second, ["refunds"], by=owner, at=now) == [into]
    assert tags.tidy(at=now) == 1
    assert tags.tidy(at=now) == 0
    assert borne(refund) == ["refund"]
    assert list(Tagging.objects.values_list("tag__key", flat=True)) == ["refund"]
    with pytest.raises(Refusal):
        tags.merge(into, into=into, by=owner, at=now)
    with pytest.raises(Refusal):
        tags.rename(refunds, "other", by=owner, at=now)


def test_what_merged_tags_were_on_has_the_other_after_tidying(refund, owner, now):
    [odd] = tags.put_on(refund, ["odd"], by=owner, at=now)
    [strange] = tags.put_on(refund, ["strange"], by=owner, at=now)
    tags.take_off(refund, ["strange"], by=owner, at=now)
    tags.merge(odd, into=strange, by=owner, at=now)
    assert borne(refund) == ["strange"]
    while tags.tidy(at=now):
        assert borne(refund) == ["strange"]
    assert Tagging.objects.get().tag == strange


def test_a_removed_tag_is_off_all_cases_and_its_name_is_free_again(refund, owner, now):
    [bank] = tags.put_on(refund, ["bank"], by=owner, at=now)
    tags.remove(bank, by=owner, at=now)
    assert borne(refund) == []
    tags.put_on(refund, ["bank"], by=owner, at=now + HOUR)
    while tags.tidy(at=now):
        pass
    assert borne(refund) == ["bank"]
    assert Tagging.objects.count() == 1
