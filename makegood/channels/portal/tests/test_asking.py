"""Forms of kinds for customers: chosen on the page where they write, read field by field, shown on the page of their case."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from makegood.cases.actions import fields, kinds, public_forms
from makegood.cases.actions.fields import Look as FieldLook
from makegood.cases.actions.public_forms import Look
from makegood.cases.models import Case, Field, FieldType, FieldValue, Kind
from makegood.events.refusals import Refusal
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale

WORDS = {"words": "The lamp came broken. Where do I send it?"}


@pytest.fixture
def complaint(owner, now) -> Kind:
    return kinds.add("Grumbler", names={}, by=owner, at=now)


@pytest.fixture
def offered(complaint, owner, now, hale) -> str:
    """Where the form of complaints is, which asks for one field of each type."""
    looks = {
        "Serial": FieldLook("Serial", FieldType.TEXT, names={"nl": "Serienummer"}),
        "Price": FieldLook("Price", FieldType.NUMBER, kinds=[complaint]),
        "Bought": FieldLook("Bought", FieldType.DATE),
        "Colours": FieldLook("Colours", FieldType.CHOICES, choices=["Red", "Dark blue"]),
        "Room": FieldLook("Room", FieldType.CHOICE, choices=["Hall", "Attic"]),
        "Order": FieldLook("Order", FieldType.ORDER),
    }
    asks = {fields.add(look, by=owner, at=now): name == "Serial" for name, look in looks.items()}
    look = Look("Something broke", True, "Tell us what.", names={"nl": "Er is iets stuk"}, asks=asks)
    public_forms.keep(complaint, look, by=owner, at=now)
    return reverse("brand-ask-kind", args=[hale.slug, complaint.slug])


def value(slug: str) -> FieldValue:
    return FieldValue.objects.get(field__slug=slug)


def test_without_forms_there_is_the_one_field_and_with_one_a_link_to_it(client, hale, complaint):
    assert "Is it about one of these?" not in client.get("/ask").content.decode()
    assert client.get(reverse("brand-ask-kind", args=[hale.slug, complaint.slug])).status_code == 404


def test_the_form_speaks_the_customers_language(client, offered):
    assert f'href="{offered}"' in client.get("/ask").content.decode()
    page = client.get(offered, headers={"accept-language": "nl"}).content.decode()
    assert "Er is iets stuk" in page
    assert "Serienummer" in page


def test_what_is_told_stands_in_the_case_and_on_its_page(client, offered, complaint):
    told = {
        "field-serial": "A-1815", "field-price": "12.50", "field-bought": "2026-10-01", "field-colours": ["red", "dark-blue"],
        "field-room": "attic", "once": "key",
    }  # fmt: skip
    page = client.post(offered, WORDS | told, follow=True).content.decode()
    case = Case.objects.get()
    assert case.kind == complaint
    assert (value("serial").text, value("price").number, value("bought").day) == ("A-1815", 12.5, dt.date(2026, 10, 1))
    for shown in ("Something broke", "A-1815", "12.5", "Red, Dark blue", "Attic"):
        assert f">{shown}</dd>" in page
    assert "Grumbler" not in page, "it is called as in the form"
    client.post(offered, WORDS | told)
    assert Case.objects.count() == 1


def test_what_does_not_fit_is_told_at_its_field_and_nothing_typed_is_lost(client, offered):
    typed = WORDS | {
        "field-price": "dear",
        "field-room": "cellar",
        "field-bought": "yesterday",
        "field-colours": ["red"],
    }
    answer = client.post(offered, typed)
    form = answer.context["form"]
    assert answer.status_code == 422
    assert set(form.errors) == {"field-serial", "field-price", "field-room", "field-bought"}
    assert "“dear” is no number." in form["field-price"].errors[0]
    page = answer.content.decode()
    assert 'value="dear"' in page
    assert "The lamp came broken" in page
    assert not Case.objects.exists()


def test_an_order_is_theirs_or_stays_a_text_and_their_page_does_not_say_which(client, offered, hale, ada, now):
    sale = Sale(
        number="W-77", address="ada@customer.example", currency="EUR", placed_at=now, seller="",
        pieces=(Piece("LAMP", 1, Decimal(5), name="Lamp"),),
    )  # fmt: skip
    orders.take(sale, source="csv", brand=hale, at=now)
    sent = WORDS | {"field-serial": "1", "field-order": "w-77"}
    pages = []
    for address in ("ada@customer.example", "stranger@customer.example"):
        pages.append(client.post(offered, sent | {"address": address}, follow=True).content.decode())
    numbers = [one.order and one.order.number for one in FieldValue.objects.filter(field__slug="order").order_by("id")]
    assert numbers == ["W-77", None]
    assert all(">w-77</dd>" in page for page in pages)


def test_what_our_people_fill_in_is_not_shown_to_the_customer(client, offered, bea, now):
    sent = client.post(offered, WORDS | {"field-serial": "A-1815"})
    fields.fill(Case.objects.get(), {"serial": ["A-1816, he misread it"]}, by=bea, at=now)
    page = client.get(sent["Location"]).content.decode()
    assert ">A-1815</dd>" in page
    assert "misread" not in page


def test_the_forms_are_as_guarded_as_the_one_field(client, offered):
    assert client.post(offered, WORDS | {"field-serial": "1", "website": "https://spam.example"}).status_code == 429
    assert not Case.objects.exists()


def test_a_form_of_a_retired_kind_and_one_withdrawn_are_gone(client, offered, complaint, owner, now):
    kinds.retire(complaint, by=owner, at=now)
    assert client.get(offered).status_code == 404
    assert offered not in client.get("/ask").content.decode()
    kinds.use_again(complaint, by=owner, at=now)
    assert client.get(offered).status_code == 200
    public_forms.keep(complaint, Look("Something broke", is_offered=False), by=owner, at=now)
    assert client.get(offered).status_code == 404


def test_customers_are_never_asked_for_a_colleague(complaint, owner, now):
    person = fields.add(FieldLook("Expert", FieldType.PERSON), by=owner, at=now)
    with pytest.raises(Refusal):
        public_forms.keep(complaint, Look("Broken", True, asks={person: False}), by=owner, at=now)


def test_an_administrator_makes_a_form(client, offered, complaint, owner):
    client.force_login(owner)
    where = reverse("kind-form", args=[complaint.pk])
    page = client.get(where).content.decode()
    assert 'value="Something broke"' in page
    assert '<option value="required" selected>' in page
    empty = client.post(where, {"name": " ", "introduction_lt": "Kas sugedo?"})
    assert empty.status_code == 422
    assert "Kas sugedo?" in empty.content.decode()
    client.post(
        where, {"name": "Broken", "is_offered": "on", "asks-room": "required", "introduction_lt": "Kas sugedo?"}
    )
    complaint.form.refresh_from_db()
    assert complaint.form.asks == {str(Field.objects.get(slug="room").pk): True}
    assert complaint.form.introductions == {"lt": "Kas sugedo?"}
    assert "form for customers" in client.get(reverse("kinds")).content.decode()
