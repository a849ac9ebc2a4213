"""Programs promise in own words, and say when it is done."""

import datetime as dt
import json

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.promises.models import Commitment, State
from makegood.staff import actions as staff


@pytest.fixture
def post(client, bea, refund, now):
    token = staff.make_token(bea, label="test", by=bea.key, at=now)

    def ask(body, to="/commitments", ref=refund.ref, **headers):
        sent = {"authorization": f"Bearer {token}"} | headers
        return client.post(
            f"/api/v1/cases/{ref}{to}", data=json.dumps(body), content_type="application/json", headers=sent
        )

    return ask


def body(hours=2, **fields):
    due = timezone.now() + dt.timedelta(hours=hours)
    return {"words": "A new lamp", "due_at": due.isoformat(), **fields}


def promised(refund):
    return Commitment.objects.about(refund.ref).filter(key="own-words")


def test_a_promise_is_made_and_stands_in_the_case(post, refund, bea, client):
    made = post(body(words=" A new lamp "))
    assert made.status_code == 201
    one = promised(refund).get()
    assert made.json() == {
        "id": str(one.pk),
        "promise": "A new lamp",
        "key": "own-words",
        "state": "open",
        "made_at": made.json()["made_at"],
        "due_at": made.json()["due_at"],
        "settled_at": None,
    }
    assert one.promised_by == bea
    read = client.get(
        f"/api/v1/cases/{refund.ref}",
        headers={"authorization": f"Bearer {staff.make_token(bea, label='read', by=bea.key, at=timezone.now())}"},
    )
    assert made.json() in read.json()["commitments"]


def test_it_is_done_once_however_often_it_is_said(post, refund):
    made = post(body()).json()
    for _ in range(2):
        kept = post({}, to=f"/commitments/{made['id']}/keeping")
        assert (kept.status_code, kept.json()["state"]) == (200, "kept")
    assert promised(refund).get().ledger.filter(kind="kept").count() == 1


def test_repeated_with_its_key_it_promises_once(post, refund):
    asked = body()
    first, again = (post(asked, **{"idempotency-key": "lamp-1"}) for _ in range(2))
    assert first.json() == again.json()
    assert promised(refund).count() == 1
    assert post(body(words="Two lamps"), **{"idempotency-key": "lamp-1"}).json()["error"] == "key_reused"


@pytest.mark.parametrize(
    "wrong",
    [{"words": "  "}, {"words": "x" * 501}, {"due_at": "tomorrow"}, {"due_at": "2026-06-01T10:00:00"}, {"hours": -1}],
)
def test_what_makes_no_sense_is_told_and_nothing_is_promised(post, refund, wrong):
    answer = post(body(**wrong))
    assert (answer.status_code, answer.json()["error"]) == (422, "invalid")
    assert not promised(refund).exists()


def test_what_facts_keep_is_not_for_programs_to_say(post, refund):
    reply = Commitment.objects.about(refund.ref).get(key="first-reply")
    answer = post({}, to=f"/commitments/{reply.pk}/keeping")
    assert (answer.status_code, answer.json()["error"]) == (409, "conflict")
    reply.refresh_from_db()
    assert reply.state == State.OPEN


def test_a_commitment_of_another_case_is_not_there(post, hale, ada, refund, bea, now):
    made = post(body()).json()
    other, _ = cases.open_case(brand=hale, customer=ada, subject="", words=Words(text="?"), channel="email", at=now)
    assert post({}, to=f"/commitments/{made['id']}/keeping", ref=other.ref).status_code == 404


def test_nothing_is_promised_in_junk(post, refund, bea, now):
    cases.junk(refund, by=bea, at=now)
    answer = post(body())
    assert (answer.status_code, answer.json()["error"]) == (409, "conflict")
