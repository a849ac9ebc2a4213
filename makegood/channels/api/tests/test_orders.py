"""Programs bring orders in, and tell what happened to them; whatever is wrong is named at its field."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makegood.orders.models import Order
from makegood.promises.models import Commitment
from makegood.staff import actions as staff

ORDER = {
    "number": "1001", "customer": {"address": "ada@customer.example", "name": "Ada Byron"}, "currency": "EUR",
    "placed_at": "2026-05-01T10:00:00+02:00", "promised_at": "2099-05-05T18:00:00+02:00", "seller": "sol@hale.example",
    "lines": [{"sku": "LAMP", "name": "Desk lamp", "quantity": 3, "price": "19.95", "warranty_days": 730}],
    "support": "Gold", "support_until": "2099-05-01T00:00:00Z", "terms": "To the door.",
}  # fmt: skip


@pytest.fixture
def api(client, now):
    """Speak as somebody: `api(cleo, "get", "/orders")`."""

    def speak(person, method, path, body=None, **headers):
        token = staff.make_token(person, label="test", by=person.key, at=now)
        sent = {"authorization": f"Bearer {token}"} | headers
        data = {"data": json.dumps(body), "content_type": "application/json"} if body is not None else {}
        return getattr(client, method)(f"/api/v1{path}", headers=sent, **data)

    return speak


@pytest.fixture
def lamp(api, hale, sol, ada, cleo) -> str:
    """The reference of an order that was brought in."""
    answer = api(cleo, "post", "/orders", ORDER)
    assert answer.status_code == 201, answer.content
    return answer.json()["ref"]


def test_an_order_comes_in_with_what_was_promised_at_the_sale(api, lamp, cleo, sol, ada):
    told = api(cleo, "get", f"/orders/{lamp}").json()
    assert (told["number"], told["total"], told["state"], told["terms"]) == ("1001", "59.85", "placed", "To the door.")
    assert told["seller"]["address"] == sol.email
    assert told["customer"]["ref"] == ada.ref
    assert told["lines"] == [
        {"sku": "LAMP", "name": "Desk lamp", "quantity": 3, "price": "19.95", "delivered": 0, "returned": 0}
    ]
    assert {one["kind"]: one["until"] for one in told["entitlements"]} == {
        "warranty": "2028-04-30T08:00:00Z",
        "support": "2099-05-01T00:00:00Z",
    }
    [promised] = told["commitments"]
    assert (promised["key"], promised["state"]) == ("delivery", "open")


def test_support_that_is_prolonged_was_renewed(api, lamp, cleo):
    told = api(cleo, "post", "/orders", ORDER | {"support_until": "2101-05-01T00:00:00Z"}).json()
    [renewal] = told["renewals"]
    assert renewal["until"] == "2101-05-01T00:00:00Z"


def test_the_same_number_again_brings_it_up_to_date(api, lamp, cleo):
    again = api(cleo, "post", "/orders", ORDER | {"terms": "To the garden."})
    assert (again.status_code, again.json()["ref"], again.json()["terms"]) == (200, lamp, "To the garden.")
    assert Order.objects.count() == Commitment.objects.count() == 1


def test_deliveries_returns_and_a_cancellation_are_told_one_by_one(api, lamp, cleo):
    part = api(cleo, "post", f"/orders/{lamp}/deliveries", {"pieces": {"LAMP": 2}}).json()
    assert (part["state"], part["lines"][0]["delivered"], part["delivered_at"]) == ("placed", 2, None)
    rest = api(cleo, "post", f"/orders/{lamp}/deliveries", {}).json()
    assert (rest["state"], rest["commitments"][0]["state"]) == ("delivered", "kept")
    back = api(cleo, "post", f"/orders/{lamp}/returns", {"pieces": {"LAMP": 1}}).json()
    assert (back["state"], back["lines"][0]["returned"]) == ("delivered", 1)
    gone = api(cleo, "post", f"/orders/{lamp}/cancellation", {})
    assert (gone.status_code, gone.json()["state"]) == (201, "cancelled")


def test_a_return_told_twice_with_one_key_is_one_return(api, lamp, cleo):
    for _ in range(2):
        told = api(cleo, "post", f"/orders/{lamp}/returns", {"pieces": {"LAMP": 1}}, **{"idempotency-key": "r1"})
        assert (told.status_code, told.json()["lines"][0]["returned"]) == (201, 1)
    other = api(cleo, "post", f"/orders/{lamp}/returns", {"pieces": {"LAMP": 2}}, **{"idempotency-key": "r1"})
    assert (other.status_code, other.json()["error"]) == (409, "key_reused")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"currency": "EURO"}, "currency: “EURO” is not a currency"),
        ({"seller": "nobody@hale.example"}, "seller: No seller here has the address “nobody@hale.example”"),
        ({"lines": [{"sku": "LAMP", "quantity": 1, "price": "-1"}]}, "lines.price: -1 is below zero"),
        ({"lines": [{"sku": "LAMP", "quantity": 0, "price": "1"}]}, "lines.quantity: “0” is not a quantity"),
        ({"lines": [{"sku": "LAMP", "quantity": 1, "price": "0.001"}]}, "lines.price: 0.001 has more decimals"),
        ({"lines": []}, "lines"),
        ({"promised_at": "2026-02-30T10:00:00Z"}, "promised_at"),
        ({"promised_at": "2026-03-05"}, "promised_at"),
        ({"placed_at": None}, "placed_at"),
        ({"delivered_at": "2026-04-01T10:00:00Z"}, "delivered_at: 2026-04-01T10:00:00+00:00 is before the order"),
        ({"customer": {"address": "ada"}}, "customer.address: “ada” is not a mail address"),
        ({"delivered": {"LAMP": 4}}, "delivered: More was delivered than was bought: LAMP: 4"),
        ({"number": ""}, "number: An order needs a number"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_wrong_is_named_at_its_field_and_nothing_is_taken(api, hale, cleo, sol, changes, named):
    answer = api(cleo, "post", "/orders", ORDER | changes)
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")
    assert named in answer.json()["message"]
    assert not Order.objects.exists()


def test_what_cannot_have_happened_is_refused(api, lamp, cleo):
    for path, body, named in (
        ("deliveries", {"delivered_at": "2098-01-01T00:00:00Z"}, "delivered_at: 2098"),
        ("deliveries", {"pieces": {"LAMP": -1}}, "delivered: More"),
        ("returns", {"pieces": {"DOOR": 1}}, "returned: More came back"),
        ("cancellation", {"cancelled_at": "2020-01-01T00:00:00Z"}, "cancelled_at: 2020"),
    ):
        answer = api(cleo, "post", f"/orders/{lamp}/{path}", body)
        assert answer.status_code == 422, path
        assert named in answer.json()["message"]


def test_agents_read_but_bring_nothing_in_and_eve_sees_nothing(api, lamp, bea, eve, cleo):
    assert [one["ref"] for one in api(bea, "get", "/orders").json()["items"]] == [lamp]
    assert api(bea, "post", "/orders", ORDER).status_code == 403
    assert api(bea, "post", f"/orders/{lamp}/deliveries", {}).status_code == 403
    assert api(eve, "get", "/orders").json()["items"] == []
    assert api(eve, "get", f"/orders/{lamp}").status_code == 404


def test_a_list_goes_on_where_the_page_ends_and_asks_no_more(api, lamp, cleo):
    api(cleo, "get", "/orders")
    with CaptureQueriesContext(connection) as few:
        api(cleo, "get", "/orders")
    for number in range(5):
        placed = {
            "number": f"N{number}",
            "placed_at": f"2026-05-1{number}T10:00:00Z",
            "customer": {"address": f"c{number}@x.example"},
        }
        assert api(cleo, "post", "/orders", ORDER | placed).status_code == 201
    with CaptureQueriesContext(connection) as many:
        assert len(api(cleo, "get", "/orders").json()["items"]) == 6
    assert len(many) == len(few)
    first = api(cleo, "get", "/orders?limit=4").json()
    rest = api(cleo, "get", f"/orders?limit=4&cursor={first['next']}").json()
    assert [one["number"] for one in first["items"] + rest["items"]] == ["N4", "N3", "N2", "N1", "N0", "1001"]
    assert rest["next"] is None
    assert api(cleo, "get", "/orders?cursor=nonsense").status_code == 400


def test_orders_are_found_by_number_customer_and_state(api, lamp, cleo):
    for query, found in (
        ("number=1001", 1), ("number=100", 0), ("customer=Ada@customer.example", 1), ("customer=x@x.example", 0),
        ("state=placed", 1), ("state=returned", 0),
    ):  # fmt: skip
        assert len(api(cleo, "get", f"/orders?{query}").json()["items"]) == found, query


def test_a_table_and_a_program_speak_of_the_same_orders(api, lamp, hale):
    assert Order.objects.get(ref=lamp).source == f"csv:{hale.pk.hex}"
    assert Order.objects.get(ref=lamp).changed_at <= timezone.now()
