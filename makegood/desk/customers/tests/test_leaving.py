"""A customer's data as a file, and erasing them: only administrators, told beforehand, by the name typed."""

import datetime as dt
import io
import json
import zipfile
from decimal import Decimal

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.actions import fields, kinds, tasks
from makegood.cases.actions.fields import Look
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import FieldType
from makegood.cases.words import File, Words
from makegood.clockwork import erasing
from makegood.customers import actions as customers
from makegood.customers.models import Erasure
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Remedy, Trigger


@pytest.fixture
def told(hale, refund, ada, bea, now):
    """Ada's case with a file, a note, an order, a kind and a field."""
    files = (File("../bill/of:sale.pdf", "application/pdf", b"%PDF the bill"),)
    words = Words(text="Here is the bill.", sender="ada@customer.example", files=files)
    cases.add_words(refund, customer=ada, words=words, channel="email", at=now)
    cases.note(refund, text="She is right.", by=bea, at=now)
    tasks.give(refund, Errand("Fetch it", Receiver(address="x@van.example"), text="From Quay Street."), by=bea, at=now)
    sale = Sale("1815", "ada@customer.example", "EUR", now, (Piece("LAMP", 1, Decimal("19.95")),))
    orders.take(sale, source="csv", brand=hale, at=now)
    kinds.choose(refund, kinds.add("Complaint", names={}, by=bea, at=now), by=bea, at=now)
    fields.add(Look("Serial number", FieldType.TEXT), by=bea, at=now)
    fields.fill(refund, {"serial-number": ["A1"]}, by=bea, at=now)
    return refund


def post(client, address, ada, **data):
    return client.post(reverse(address, args=[ada.ref]), data)


def test_all_that_we_hold_comes_as_a_file(client, told, ada, owner):
    client.force_login(owner)
    answer = post(client, "customer-export", ada)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{ada.ref}.zip"'
    archive = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    data = json.loads(archive.read("data.json"))
    assert data["customer"]["addresses"] == ["ada@customer.example"]
    [case] = data["cases"]
    assert [message["text"] for message in case["messages"]] == ["Where is my refund?", "Here is the bill."]
    assert (case["kind"], case["fields"]) == ("Complaint", {"Serial number": ["A1"]})
    [file] = case["messages"][1]["files"]
    assert archive.read(file["path"]) == b"%PDF the bill"
    assert not {"..", ":"} & {part for name in archive.namelist() for part in (name.split("/") + list(name))}
    assert [order["total"] for order in data["orders"]] == ["19.950"]
    assert {promise["key"] for promise in data["promises"]} >= {"first-reply", "resolved"}
    assert "She is right." not in json.dumps(data)
    notes = json.loads(archive.read("notes.json"))
    assert notes["notes"][0]["text"] == "She is right."
    assert [(one["what"], one["words"][0]["text"]) for one in notes["tasks"]] == [("Fetch it", "From Quay Street.")]
    assert Event.objects.about(ada.key).filter(name="customer.exported", by=owner.key).exists()


def test_it_is_told_what_goes_and_what_stays(client, told, ada, owner):
    client.force_login(owner)
    page = client.get(reverse("customer-erasure", args=[ada.ref])).content.decode()
    for words in ("Erase Ada Byron", "3 messages", "1 file,", "1 order with", "1 of them is open"):
        assert words in page, words
    assert not Erasure.objects.exists()


@pytest.mark.parametrize("typed", ["", "Ada", "Ada Byron!", "\x00"])
def test_by_another_name_nobody_is_erased(client, told, ada, owner, typed):
    client.force_login(owner)
    assert post(client, "customer-erasure", ada, name=typed).status_code == 422
    ada.refresh_from_db()
    assert (ada.name, ada.erased_at) == ("Ada Byron", None)


def test_by_their_name_they_are_and_the_pages_say_so(client, told, ada, owner, bea, now):
    client.force_login(owner)
    assert post(client, "customer-erasure", ada, name=" ada  byron ").status_code == 302
    told_at_once = client.get(reverse("customer", args=[ada.ref])).content.decode()
    assert "What was said goes at the moment." in told_at_once
    while erasing.work(at=now):
        pass
    page = client.get(reverse("customer", args=[ada.ref])).content.decode()
    assert "This customer was erased." in page
    assert "Olive" in page
    assert "Ada Byron" not in page
    assert reverse("customer-erasure", args=[ada.ref]) not in page
    case = client.get(reverse("case", args=[told.ref])).content.decode()
    assert "Its customer was erased, and all that was said with them." in case
    assert reverse("case-follow-up", args=[told.ref]) not in case
    for words in ("Promise something", "Give the customer something", "opens a new case"):
        assert words not in case, words
    assert client.get(reverse("customer-erasure", args=[ada.ref])).status_code == 302


def test_an_erased_customer_is_given_and_promised_nothing_more(told, ada, owner, now):
    customers.erase(ada, by=owner, at=now)
    while erasing.work(at=now):
        pass
    told.refresh_from_db()
    with pytest.raises(Refusal, match="Nobody works on this case"):
        recovery.grant(told, Gift(kind="apology"), by=owner, at=now)
    assert recovery.open_by_hand(told, Trigger.Kind.BY_HAND, by=owner, at=now) is None
    with pytest.raises(cases.OnShelf):
        cases.promise(told, words="I will ring you.", due_at=now + dt.timedelta(days=1), by=owner, at=now)
    cases.delete(told, by=owner, at=now)
    assert cases.restore(told, by=owner, at=now).shelf == "deleted"


def test_while_money_is_on_its_way_they_are_not(client, told, hale, ada, owner, now):
    recovery.join_cashier(
        None, name="Bank", brand=hale, url="https://pay.example/", secret="x", active=True, by=owner, at=now
    )
    recovery.grant(told, Gift(kind="refund", amount=Decimal("5.00"), currency="EUR"), by=owner, at=now)
    recovery.tell(Remedy.objects.get().pk, reaches=False, at=now)
    client.force_login(owner)
    answer = post(client, "customer-erasure", ada, name="Ada Byron")
    assert answer.status_code == 422
    assert "Money is on its way back to them." in answer.content.decode()
    assert not Erasure.objects.exists()


def test_agents_and_leads_neither_export_nor_erase(client, told, ada, bea, cleo):
    for user in (bea, cleo):
        client.force_login(user)
        assert post(client, "customer-export", ada).status_code == 403
        assert post(client, "customer-erasure", ada, name="Ada Byron").status_code == 403
        assert (
            reverse("customer-erasure", args=[ada.ref])
            not in client.get(reverse("customer", args=[ada.ref])).content.decode()
        )
