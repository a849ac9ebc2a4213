"""Programs give tasks inside a case, list them, answer them, and say that they are done."""

import datetime as dt
import json

import pytest
from django.test import Client
from django.utils import timezone

from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Task
from makegood.staff import actions as staff

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def ask(bea, now):
    token = staff.make_token(bea, label="test", by=bea.key, at=now)

    def asking(path, body=None, **headers):
        known = {"content_type": "application/json", "headers": {"authorization": f"Bearer {token}"} | headers}
        if body is None:
            return Client().get(f"/api/v1{path}", **known)
        return Client().post(f"/api/v1{path}", json.dumps(body), **known)

    return asking


def body(**fields):
    due = timezone.now() + dt.timedelta(days=2)
    return {"what": "Look at the boiler", "text": "It drips.", "team": "Support", "due_at": due.isoformat(), **fields}


def test_a_task_is_given_answered_and_done(ask, refund):
    made = ask(f"/cases/{refund.ref}/tasks", body())
    assert made.status_code == 201
    ref = made.json()["ref"]
    assert (made.json()["receiver"], made.json()["state"]) == ("Support", "asked")
    said = ask(f"/tasks/{ref}/answers", {"text": "Tomorrow."}).json()
    assert [word["kind"] for word in said["words"]] == ["given", "answered"]
    done = ask(f"/tasks/{ref}/completion", {"text": "New seal."}).json()
    again = ask(f"/tasks/{ref}/completion", {}).json()
    assert (done["state"], done["next_due_at"], again) == ("done", None, done)
    assert ask("/tasks").json()["items"] == []


def test_the_same_key_gives_one_task(ask, refund):
    sent = body()
    first, again = (ask(f"/cases/{refund.ref}/tasks", sent, **{"Idempotency-Key": "7"}).json() for _time in range(2))
    assert first["ref"] == again["ref"]
    assert ask(f"/cases/{refund.ref}/tasks", body(what="x"), **{"Idempotency-Key": "7"}).status_code == 409
    for _time in range(2):
        ask(f"/tasks/{first['ref']}/answers", {"text": "Yes."}, **{"Idempotency-Key": "8"})
    assert Task.objects.get().words.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": " "}, {"team": "Nobody"}, {"team": "", "contractor": "Nobody"}, {"team": ""},
        {"address": "a@b.example"}, {"due_at": "2020-01-01T00:00:00Z"}, {"team": "", "address": "nobody"}, {"extra": 1},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_and_writes_nothing(ask, refund, wrong):
    came = ask(f"/cases/{refund.ref}/tasks", body(**wrong))
    assert (came.status_code, set(came.json())) == (422, {"error", "message"})
    assert not Task.objects.exists()


def test_contractors_are_named_as_in_the_directory(ask, refund, hale, cleo, now):
    tasks.save_contractor(
        None, name="Baltic Repairs", address="jobs@baltic.example", language="lt", answer_days=1, brands=[hale],
        by=cleo, at=now,
    )  # fmt: skip
    made = ask(f"/cases/{refund.ref}/tasks", body(team="", contractor="Baltic Repairs")).json()
    assert (made["receiver"], made["address"]) == ("Baltic Repairs", "jobs@baltic.example")


def test_a_list_goes_on_where_it_stopped_and_stays_ones_own(ask, refund, support, bea, cleo):
    for number in range(5):
        errand = Errand(
            what=f"{number}", receiver=Receiver(team=support), due_at=timezone.now() + HOUR * (number + 1)
        )  # fmt: skip
        tasks.give(refund, errand, by=cleo, at=timezone.now())
    first = ask("/tasks?limit=3&which=teams").json()
    rest = ask(f"/tasks?limit=3&which=teams&cursor={first['next']}").json()
    assert [one["what"] for one in first["items"] + rest["items"]] == ["0", "1", "2", "3", "4"]
    assert rest["next"] is None
    assert [ask(f"/tasks?which={which}").json()["items"] for which in ("mine", "given")] == [[], []]
    assert ask("/tasks?cursor=nonsense").status_code == 400
    assert ask("/tasks/T-NOSUCH").status_code == 404


def test_by_when_is_said_in_words_instead_of_a_time(ask, refund):
    made = ask(f"/cases/{refund.ref}/tasks", body(due_at=None, by_when="in 3 days"))
    assert made.status_code == 201
    left = Task.objects.get().due.due_at - timezone.now()
    assert dt.timedelta(days=3) - HOUR < left <= dt.timedelta(days=3)
    for wrong in ({"by_when": "in 3 days"}, {"due_at": None, "by_when": "when pigs fly"}):
        assert ask(f"/cases/{refund.ref}/tasks", body(**wrong)).status_code == 422
