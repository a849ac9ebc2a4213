"""Programs list cases, open them, reply and note, as their token's owner may."""

import base64
import datetime as dt
import json
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState, Delivery
from makegood.cases.words import Words
from makegood.staff import actions as staff
from makegood.staff.models import Role


@pytest.fixture
def api(client, now):
    """Speak as somebody: `api(bea, "get", "/cases")`."""

    def speak(person, method, path, body=None, **headers):
        token = staff.make_token(person, label="test", by=person.key, at=now)
        sent = {"authorization": f"Bearer {token}"} | headers
        data = {"data": json.dumps(body), "content_type": "application/json"} if body is not None else {}
        return getattr(client, method)(f"/api/v1{path}", headers=sent, **data)

    return speak


def test_a_stranger_is_told_to_sign_in(client, refund):
    assert client.get("/api/v1/cases").status_code == 401
    assert client.get("/api/v1/cases", headers={"authorization": "Bearer mg_wrong"}).status_code == 401


def test_bea_lists_her_cases_next_promise_first(api, bea, ada, refund):
    listed = api(bea, "get", "/cases").json()
    assert [item["ref"] for item in listed["items"]] == [refund.ref]
    assert listed["next"] is None
    assert listed["items"][0]["customer"] == {"ref": ada.ref, "name": "Ada Byron", "address": "ada@customer.example"}


def test_a_longer_list_asks_the_database_no_more(api, bea, hale, ada, refund, now, django_assert_num_queries):
    api(bea, "get", "/cases")
    with CaptureQueriesContext(connection) as few:
        api(bea, "get", "/cases")
    for _ in range(3):
        cases.open_case(brand=hale, customer=ada, subject="", words=Words(text="More"), channel="portal", at=now)
    with django_assert_num_queries(len(few)):
        assert len(api(bea, "get", "/cases").json()["items"]) == 4


def test_eve_sees_nothing_and_a_role_without_the_right_is_refused(api, client, eve, refund, owner, now):
    assert api(eve, "get", "/cases").json()["items"] == []
    assert api(eve, "get", f"/cases/{refund.ref}").status_code == 404
    assert api(eve, "post", f"/cases/{refund.ref}/replies", {"text": "hi"}).status_code == 404
    token = staff.make_token(eve, label="old", by=eve.key, at=now)
    staff.change_role(eve, role=Role.SELLER, by=owner.key, at=now)
    answer = client.get("/api/v1/cases", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code in (401, 403)


def test_one_case_shows_words_and_commitments(api, bea, refund, now):
    case = api(bea, "get", f"/cases/{refund.ref}").json()
    assert case["messages"][0]["text"] == "Where is my refund?"
    first = next(one for one in case["commitments"] if one["key"] == "first-reply")
    assert first["promise"] == "When you first write to us, we reply within 4 working hours."
    assert dt.datetime.fromisoformat(first["due_at"]) == now + dt.timedelta(hours=4)


def test_a_program_opens_a_case_and_asking_twice_acts_once(api, bea, hale):
    body = {"customer": {"address": "ada@customer.example", "name": "Ada"}, "subject": "Refund", "text": "Where is it?"}
    first = api(bea, "post", "/cases", body, **{"idempotency-key": "order-7"})
    again = api(bea, "post", "/cases", body, **{"idempotency-key": "order-7"})
    assert (first.status_code, again.json()["ref"]) == (201, first.json()["ref"])
    assert Case.objects.count() == 1
    told = first.json()["customer"]
    assert {"address": told["address"], "name": told["name"]} == body["customer"], "one word for one thing, in and out"
    other = api(bea, "post", "/cases", body | {"text": "Other"}, **{"idempotency-key": "order-7"})
    assert (other.status_code, other.json()["error"]) == (409, "key_reused")


def test_a_reply_leaves_at_once_and_keeps_the_promise(api, bea, refund):
    answer = api(bea, "post", f"/cases/{refund.ref}/replies", {"text": "It left us."})
    assert (answer.status_code, answer.json()["delivery"]) == (201, Delivery.WAITING)
    refund.refresh_from_db()
    assert refund.state == CaseState.WAITING_FOR_CUSTOMER


def test_a_stale_reply_is_refused(api, bea, refund, now):
    later = timezone.now()
    cases.add_words(refund, customer=refund.customer, words=Words(text="Found it"), channel="email", at=later)
    body = {"text": "Where?", "seen_until": now.isoformat()}
    assert api(bea, "post", f"/cases/{refund.ref}/replies", body).status_code == 409


def test_a_note_stays_inside(api, bea, refund):
    assert api(bea, "post", f"/cases/{refund.ref}/notes", {"text": "Call her."}).status_code == 201
    assert not refund.messages.for_customer().filter(text="Call her.").exists()


def test_pages_of_a_list_hold_each_case_once(api, bea, hale, ada, now):
    for number in range(7):
        words = Words(text=f"Matter {number}")
        cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="portal", at=now)
    seen, cursor = [], ""
    while cursor is not None:
        page = api(bea, "get", f"/cases?limit=3&cursor={cursor}").json()
        seen += [item["ref"] for item in page["items"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == 7


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=-1", "limit=9e99", "cursor=nonsense", "cursor=bnVsbA==", "status=odd"]
)
def test_bad_queries_get_a_clear_answer(api, bea, hale, query):
    answer = api(bea, "get", f"/cases?{query}")
    assert answer.status_code in (400, 422)
    assert answer.json()["message"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"customer": {"address": "not an address"}, "text": "x"},
        {"customer": {"address": "ada@customer.example"}, "text": " "},
        {"customer": {"address": "ada@customer.example"}, "text": "x", "surprise": 1},
        {"customer": {"address": "ada@customer.example"}, "text": "x\x00y"},
        {"customer": {"address": "ada@customer.example"}, "text": "x", "brand": "nobody"},
    ],
)
def test_bad_bodies_open_nothing(api, bea, hale, body):
    assert api(bea, "post", "/cases", body).status_code in (404, 422)
    assert not Case.objects.exists()


def test_the_description_is_openapi_3_1(client, hale):
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    shapes = described["components"]["schemas"]
    assert shapes["Asker"]["properties"].keys() <= shapes["PersonOut"]["properties"].keys()
    assert "/api/v1/cases/{ref}/replies" in described["paths"]


@pytest.mark.parametrize(
    ("method", "path", "status", "error"),
    [
        ("get", "/nothing", 404, "not_found"),
        ("post", "/nothing", 404, "not_found"),
        ("get", "/", 404, "not_found"),
        ("delete", "/cases", 405, "not_allowed"),
        ("put", "/cases/C-NOBODY", 405, "not_allowed"),
        ("get", "/cases/C-NOBODY", 404, "not_found"),
        ("post", "/cases", 400, "bad_request"),
    ],
)
def test_every_trouble_comes_in_one_shape(api, bea, hale, method, path, status, error):
    answer = api(bea, method, path)
    assert (answer.status_code, answer.json()["error"]) == (status, error)
    assert set(answer.json()) == {"error", "message"}


def test_a_body_that_is_no_json_is_told(client, bea, hale, now):
    token = staff.make_token(bea, label="test", by=bea.key, at=now)
    headers = {"authorization": f"Bearer {token}"}
    answer = client.post("/api/v1/cases", "{", content_type="application/json", headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (400, "bad_request")


def test_a_stranger_is_told_how_to_sign_in(client, hale):
    answer = client.get("/api/v1/cases")
    assert (answer.status_code, answer.json()["error"]) == (401, "unauthorized")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_asking_twice_replies_and_notes_once(api, bea, refund):
    for path, body in (("replies", {"text": "It left us."}), ("notes", {"text": "Call her."})):
        first = api(bea, "post", f"/cases/{refund.ref}/{path}", body, **{"idempotency-key": f"key of {path}"})
        again = api(bea, "post", f"/cases/{refund.ref}/{path}", body, **{"idempotency-key": f"key of {path}"})
        assert (first.status_code, again.json()["id"]) == (201, first.json()["id"])
        other = api(bea, "post", f"/cases/{refund.ref}/{path}", {"text": "x"}, **{"idempotency-key": f"key of {path}"})
        assert (other.status_code, other.json()["error"]) == (409, "key_reused")
    assert refund.messages.count() == 3


@pytest.mark.parametrize(
    "moment", ["2026-06-01T10:00:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "soon"]
)
def test_a_time_that_cannot_be_counted_is_told(api, bea, refund, moment):
    answer = api(bea, "post", f"/cases/{refund.ref}/replies", {"text": "x", "seen_until": moment})
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")


def test_a_cursor_from_before_the_first_year_is_told(api, bea, hale):
    cursor = base64.urlsafe_b64encode(json.dumps(["due", "0001-01-01T00:00:00+14:00", str(uuid.UUID(int=1))]).encode())
    assert api(bea, "get", f"/cases?cursor={cursor.decode()}").status_code == 400
