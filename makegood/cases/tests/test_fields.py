"""Fields of the organisation's own: filled in as they take it, found, needed to resolve, told, and erased."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import translation

from makegood.cases import actions as cases
from makegood.cases.actions import fields, kinds
from makegood.cases.actions.fields import Look
from makegood.cases.actions.replying import Answer
from makegood.cases.fields import standing
from makegood.cases.filters import finding, language, matching, meanings, wording
from makegood.cases.filters.language import Unclear
from makegood.cases.models import Case, CaseState, Field, FieldChange, FieldType, FieldValue, Needed
from makegood.cases.search import finding as search
from makegood.cases.words import Words
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def order(hale, ada, now):
    sale = Sale(
        number="1815", address="ada@customer.example", currency="EUR", placed_at=now, seller="",
        pieces=(Piece("LAMP", 1, Decimal(5), name="Lamp"),),
    )  # fmt: skip
    return orders.take(sale, source="csv", brand=hale, at=now)


@pytest.fixture
def all_types(owner, now) -> dict[str, Field]:
    """One field of each type, by its slug, which is the type."""
    made = {}
    for kind in FieldType:
        choices = ("Red", "Dark blue") if kind in (FieldType.CHOICE, FieldType.CHOICES) else ()
        names = {"nl": ("Rood", "Donkerblauw")} if choices else {}
        look = Look(kind.value.title(), kind, choices=choices, choice_names=names)
        made[kind.value] = fields.add(look, by=owner, at=now)
    return made


@pytest.fixture
def filled(refund, all_types, order, bea, now) -> Case:
    typed = {
        "text": ["Serial Ä-77"], "number": ["12.50"], "date": ["2026-05-30"], "choice": ["red"], "choices": ["Rood", "dark-blue"],
        "person": [bea.ref], "order": [order.ref],
    }  # fmt: skip
    fields.fill(refund, typed, by=bea, at=now)
    return refund


def found(text: str, user, at) -> list[str]:
    sought = meanings.understand(language.read(text), user=user, at=at)
    return [case.subject for case in finding.page(sought, finding.order_of("", sought), after=None, most=50).cases]


def test_each_type_keeps_what_it_takes(filled, order, bea):
    with translation.override("nl"):
        there = {one.field.slug: (one.value, one.told) for one in standing.of(filled)}
    assert there == {
        "text": ("Serial Ä-77", ["Serial Ä-77"]),
        "number": ("12.5", ["12,5"]),
        "date": ("2026-05-30", ["30 mei 2026"]),
        "choice": ("red", ["Rood"]),
        "choices": (["red", "dark-blue"], ["Rood", "Donkerblauw"]),
        "person": (bea.ref, ["Bea"]),
        "order": (order.ref, ["1815"]),
    }


def test_what_does_not_fit_is_told_by_field_and_changes_nothing(refund, all_types, bea, now):
    typed = {
        "text": ["x" * 2001], "number": ["a lot"], "date": ["30.5."], "choice": ["green"], "choices": ["red", "green"],
        "person": ["S-NOBODY"], "order": ["O-OTHER"], "moon": ["x"],
    }  # fmt: skip
    with pytest.raises(fields.Unfit) as raised:
        fields.fill(refund, typed, by=bea, at=now)
    assert raised.value.problems.keys() == typed.keys()
    with pytest.raises(fields.Unfit):
        fields.fill(refund, {"text": ["good"], "number": ["NaN"]}, by=bea, at=now)
    assert not FieldValue.objects.exists()


WORDS = (
    'field.text:"serial Ä-77"', "field.text:SERIAL*", "field.number:12.5", "field.number:>12", "field.number:<=12.5",
    "field.number:12..13", "field.number:>12 field.number:<13", "field.date:2026-05-30", "field.date:<2026-06-01",
    "field.choice:red", "field.choice:Rood", "field.choices:red", 'field.choices:"Dark blue"', "field.person:me",
    "field.person:Bea", "field.order:1815", "-field.text:none", "field.choice:red status:open",
)  # fmt: skip


def test_each_word_finds_what_it_says(filled, kettle, bea, eve, now):
    for text in WORDS:
        assert found(text, bea, now) == ["My refund"], text
        assert found(text, eve, now) == [], text
        assert found(text.replace("field.", "-field.").replace("--", ""), bea, now) == ["Kettle"], text
    assert found("field.choice:red field.choice:dark-blue", bea, now) == ["My refund"], "either"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own words")
def test_no_list_is_read_whole(filled, bea, now):
    for text in WORDS:
        sought = meanings.understand(language.read(text), user=bea, at=now)
        plan = "".join(path.explain() for path in matching.few(sought))
        assert "SCAN" not in plan, f"{text}: {plan}"


@pytest.fixture
def kettle(hale, ada, now) -> Case:
    words = Words(text="It leaks.", sender="ada@customer.example")
    return cases.open_case(brand=hale, customer=ada, subject="Kettle", words=words, channel="email", at=now + HOUR)[0]


def test_what_is_not_there_is_told(all_types, bea, now):
    for text, told in (
        ("field.moon:1", "There is no field called “moon”. The fields are: text, number,"),
        ("field.number:lots", "“lots” is no number."),
        ("field.choice:green", "“field.choice:” has no choice “green”. It has: red, dark-blue, none."),
        ("field.date:soon", "“soon” is no day."),
        ("field.person:zoe", "There is nobody called “zoe”."),
        ("field.text:", "“field.text:” needs a value, such as field.text:none."),
    ):
        with pytest.raises(Unclear) as raised:
            found(text, bea, now)
        assert told in wording.joined(wording.all_told(raised.value))


def test_texts_are_found_by_plain_words_until_they_change(filled, bea, eve, now):
    def refs(words, user=bea):
        return [case.subject for case in search.find(Case.objects.visible_to(user), words).cases]

    assert refs("serial") == ["My refund"]
    assert refs("serial", eve) == []
    named = meanings.understand(language.read("serial tag:none customer:ada@customer.example"), user=bea, at=now)
    assert [case.subject for case in finding.by_words(named, after="", most=50).cases] == ["My refund"]
    fields.fill(filled, {"text": ["Zebra"]}, by=bea, at=now)
    assert (refs("serial"), refs("zebra")) == ([], ["My refund"])


def test_changes_are_told_with_before_and_after_and_no_words_in_the_log(filled, bea, now):
    assert fields.fill(filled, {"text": ["serial Ä-77 "], "choices": ["dark-blue", "red"]}, by=bea, at=now) != []
    assert fields.fill(filled, {"text": ["serial Ä-77"], "number": ["12.500"]}, by=bea, at=now) == []
    last = Event.objects.filter(name="case.field_filled").order_by("-id").first()
    change = FieldChange.objects.get(pk=last.data["change"])
    assert (change.before, change.after) == ("Serial Ä-77", "serial Ä-77")
    assert "Ä" not in str(last.data | last.facets)


def test_a_case_is_resolved_once_its_kind_has_what_it_needs(refund, owner, bea, now):
    complaint = kinds.add("Complaint", names={}, by=owner, at=now)
    look = Look("Cause", FieldType.TEXT, needed=Needed.TO_RESOLVE, kinds=[complaint])
    cause = fields.add(look, by=owner, at=now)
    assert fields.missing(refund) == []
    kinds.choose(refund, complaint, by=bea, at=now)
    with pytest.raises(fields.Unfilled, match="Cause"):
        cases.resolve(refund, by=bea, at=now)
    fields.fill(refund, {"cause": ["The bank"]}, by=bea, at=now)
    assert fields.missing(refund) == []
    fields.retire(cause, by=owner, at=now)
    assert cases.resolve(refund, by=bea, at=now).state == CaseState.RESOLVED


def test_a_customer_is_answered_all_the_same(refund, owner, bea, now):
    fields.add(Look("Cause", FieldType.TEXT, needed=Needed.TO_RESOLVE), by=owner, at=now)
    cases.reply(refund, Answer(text="It is on its way.", resolves=True, undo_seconds=0), by=bea, at=now)
    assert Case.objects.get(pk=refund.pk).state == CaseState.WAITING_FOR_CUSTOMER
    assert Event.objects.about(refund.ref).filter(name="case.left_open").exists()
    assert Event.objects.about(refund.ref).filter(name="reply.sent").exists()


def test_what_is_always_needed_cannot_be_emptied(refund, owner, bea, now):
    fields.add(Look("Cause", FieldType.TEXT, needed=Needed.ALWAYS), by=owner, at=now)
    with pytest.raises(fields.Unfit, match="must be filled in"):
        fields.fill(refund, {"cause": [""]}, by=bea, at=now)


def test_choices_keep_their_slugs_through_renaming_and_leaving_out(all_types, owner, now):
    def slugs(lines):
        look = Look("Choice", FieldType.CHOICE, choices=lines)
        return [
            (one["slug"], one["name"], one["retired"])
            for one in fields.change(all_types["choice"], look, by=owner, at=now).choices
        ]

    assert slugs(["Crimson", "Dark blue"]) == [("red", "Crimson", False), ("dark-blue", "Dark blue", False)]
    assert slugs(["Dark blue", "Green", "Crimson"])[1] == ("green", "Green", False)
    assert slugs(["Green"]) == [("green", "Green", False), ("dark-blue", "Dark blue", True), ("red", "Crimson", True)]
    assert slugs(["Green", "Crimson"])[1] == ("red", "Crimson", False)
    for lines in ([], ["Green", "green"]):
        with pytest.raises(Refusal):
            slugs(lines)


def test_a_field_that_holds_something_keeps_its_type(filled, all_types, owner, now):
    with pytest.raises(Refusal, match="stays what it is"):
        fields.change(all_types["text"], Look("Text", FieldType.NUMBER), by=owner, at=now)


def test_erasing_a_customer_erases_what_stood_there(filled, owner, now):
    cases.erase_some([filled.customer_id], by=owner.key, at=now)
    assert not FieldValue.objects.exists()
    assert set(FieldChange.objects.values_list("before", "after")) == {("", "")}
    assert search.find(Case.objects.all(), "serial").cases == []
