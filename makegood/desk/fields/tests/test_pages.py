"""Fields on the pages: filled in on a case, shown in a saved view, and the list that administrators keep."""

import pytest
from django.urls import reverse

from makegood.cases.actions import fields, viewing
from makegood.cases.actions.fields import Look
from makegood.cases.actions.viewing import Look as ViewLook
from makegood.cases.fields import standing
from makegood.cases.models import Case, CaseState, Field, FieldType, Needed


@pytest.fixture
def serial(owner, now) -> Field:
    look = Look(
        "Serial number", FieldType.TEXT, needed=Needed.TO_RESOLVE, help="It stands below.", names={"nl": "Nummer"}
    )
    return fields.add(look, by=owner, at=now)


@pytest.fixture
def price(owner, now) -> Field:
    return fields.add(Look("Price", FieldType.NUMBER), by=owner, at=now)


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def shown(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def stands(case) -> dict[str, object]:
    return {one.field.slug: one.value for one in standing.of(Case.objects.get(pk=case.pk))}


def test_fields_are_filled_in_told_and_not_written_over(at_desk, refund, serial, price, bea, now):
    where = reverse("case-fields", args=[refund.ref])
    at_desk.post(where, {"field-serial-number": "A<1", "initial-field-serial-number": ""})
    page = shown(at_desk, refund)
    assert "A&lt;1</textarea>" in page
    assert "It stands below." in page
    assert "Bea changed Serial number: – → A&lt;1" in page
    fields.fill(refund, {"serial-number": ["B2"]}, by=bea, at=now)
    stale = {"field-serial-number": "A<1", "initial-field-serial-number": "A<1", "field-price": "5"}
    at_desk.post(where, stale)
    assert stands(refund) == {"serial-number": "B2", "price": "5"}


def test_what_does_not_fit_is_told_at_its_place_and_nothing_is_lost(at_desk, refund, serial, price):
    answer = at_desk.post(
        reverse("case-fields", args=[refund.ref]), {"field-serial-number": "A1", "field-price": "dear"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“dear” is no number." in page
    assert 'value="dear"' in page
    assert "A1</textarea>" in page
    assert stands(refund) == {"serial-number": None, "price": None}


def test_resolving_names_what_is_missing_and_a_reply_goes_all_the_same(at_desk, refund, serial):
    answer = at_desk.post(reverse("case-resolution", args=[refund.ref]))
    assert answer.status_code == 409
    assert "It is not resolved yet. Fill in first: Serial number." in answer.content.decode()
    words = {"kind": "reply", "text": "Here you are.", "to": "ada@customer.example", "resolves": "1"}
    told = at_desk.post(reverse("case-replies", args=[refund.ref]), words, follow=True).content.decode()
    assert "It does not resolve the case while these are empty: Serial number." in told
    assert Case.objects.get(pk=refund.pk).messages.filter(text="Here you are.").exists()
    assert Case.objects.get(pk=refund.pk).state != CaseState.RESOLVED


def test_a_view_shows_fields_by_one_question_more(
    at_desk, refund, serial, price, bea, now, django_assert_max_num_queries
):
    fields.fill(refund, {"serial-number": ["A1"], "price": ["5"]}, by=bea, at=now)
    look = ViewLook("Dear", "field.price:>4", "newest", ("owner", "field.serial-number"))
    view = viewing.save_view(None, look, by=bea, at=now)
    with django_assert_max_num_queries(21):
        page = at_desk.get(reverse("inbox-view", args=[view.key])).content.decode()
    assert '<span dir="auto">Serial number: A1</span>' in page
    form = at_desk.get(reverse("saved-view", args=[view.pk])).content.decode()
    assert 'value="field.serial-number"' in form


def test_an_administrator_keeps_the_list(client, owner, serial, refund):
    client.force_login(owner)
    new = {"name": "Colour", "type": "choice", "choices": "Red\nBlue", "choices_nl": "Rood\nBlauw", "needed": "never"}
    refused = client.post(reverse("field-new"), new | {"choices": ""})
    assert "Write at least one choice." in refused.content.decode()
    assert client.post(reverse("field-new"), new).status_code == 302
    colour = Field.objects.get(slug="colour")
    assert colour.choices[0] == {"slug": "red", "name": "Red", "names": {"nl": "Rood"}, "retired": False}
    assert ">\nRood\nBlauw</textarea>" in client.get(reverse("field", args=[colour.pk])).content.decode()
    client.post(reverse("field-place", args=[colour.pk]), {"up": "1"})
    client.post(reverse("field-retirement", args=[serial.pk]))
    page = client.get(reverse("fields")).content.decode()
    assert page.index("field.colour:") < page.index("field.serial-number:")
    assert "serial" not in stands(refund)


def test_choices_are_ticked_and_unticked(at_desk, refund, owner, now):
    fields.add(Look("Colours", FieldType.CHOICES, choices=("Red", "Blue")), by=owner, at=now)
    where = reverse("case-fields", args=[refund.ref])
    at_desk.post(where, {"field-colours": ["blue", "red"]})
    assert stands(refund) == {"colours": ["red", "blue"]}
    at_desk.post(where, {})
    assert stands(refund) == {"colours": []}
