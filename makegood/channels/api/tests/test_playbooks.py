"""Programs keep playbooks as leads may, and start them as all who work on cases may."""

import json
import uuid

import pytest

from makegood.cases.actions import checklists
from makegood.cases.models import Checklist, Contractor, Playbook, StepTask, Task
from makegood.events.models import Event
from makegood.staff import actions as staff
from makegood.staff.models import Team

RETURN = {
    "name": "Return",
    "in_turn": False,
    "steps": [
        {"words": "Collect  the parcel", "contractor": "Swift", "by_when": "in 3 hours"},
        {"words": "Look at it", "team": "Support", "waits": True},
        {"words": "Tell the customer"},
    ],
}


@pytest.fixture
def ask(client, now):
    def speak(user, path, body=None, key=""):
        token = staff.make_token(user, label="test", by=user.key, at=now)
        headers = {"authorization": f"Bearer {token}"} | ({"idempotency-key": key} if key else {})
        if body is None:
            return client.get(f"/api/v1{path}", headers=headers)
        return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=headers)

    return speak


@pytest.fixture
def swift(db) -> Contractor:
    return Contractor.objects.create(name="Swift", address="swift@carrier.example")


def test_a_lead_writes_one_down_once_and_reads_it_as_it_was_told(ask, hale, swift, cleo):
    made = ask(cleo, "/playbooks", RETURN, key="return-1")
    assert made.status_code == 201, made.content
    assert ask(cleo, "/playbooks", RETURN, key="return-1").json() == made.json()
    (listed,) = ask(cleo, "/playbooks").json()["items"]
    assert listed == made.json() == ask(cleo, f"/playbooks/{listed['id']}").json()
    assert listed["steps"] == [
        {"words": "Collect the parcel", "waits": False, "team": None, "contractor": "Swift", "by_when": "in 3 hours"},
        {"words": "Look at it", "waits": True, "team": "Support", "contractor": None, "by_when": ""},
        {"words": "Tell the customer", "waits": False, "team": None, "contractor": None, "by_when": ""},
    ]


def test_what_it_is_to_be_from_now_on_takes_the_place_of_what_it_was(ask, hale, swift, cleo):
    made = ask(cleo, "/playbooks", RETURN).json()
    where = f"/playbooks/{made['id']}/description"
    changed = ask(
        cleo, where, {"name": "Back", "team": "Support", "in_turn": True, "steps": [{"words": "A"}, {"words": "B"}]}
    )
    assert (changed.json()["team"], [one["waits"] for one in changed.json()["steps"]]) == ("Support", [False, True])
    assert not StepTask.objects.exists()
    assert Playbook.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"steps": []}, "steps"),
        ({"steps": [{"words": " "}]}, "words"),
        ({"team": "Elsewhere"}, "team"),
        ({"steps": [{"words": "A", "team": "Elsewhere"}]}, "Elsewhere"),
        ({"steps": [{"words": "A", "contractor": "Nobody"}]}, "Nobody"),
        ({"steps": [{"words": "A", "by_when": "tomorrow"}]}, "a time needs"),
        ({"steps": [{"words": "A", "team": "Support", "by_when": "when pigs fly"}]}, "not understood"),
        ({"steps": [{"words": "A", "team": "Support", "contractor": "Swift"}]}, "one team or one contractor"),
        ({"steps": [{"words": "A", "team": "Support"}, {"words": "A", "contractor": "Swift"}]}, "same words"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is(ask, hale, swift, cleo, wrong, told):
    Team.objects.create(name="Elsewhere")
    refused = ask(cleo, "/playbooks", RETURN | wrong)
    assert (refused.status_code, told in refused.json()["message"]) == (422, True), refused.json()
    assert not Playbook.objects.exists()


def test_an_agent_reads_and_starts_what_is_theirs_and_keeps_none(ask, hale, swift, refund, bea, cleo, eve, now):
    book = ask(cleo, "/playbooks", RETURN | {"team": "Support"}).json()
    retired = checklists.save_playbook(None, name="Old", steps=["A"], team=None, is_active=False, by=cleo, at=now)
    assert [one["name"] for one in ask(bea, "/playbooks").json()["items"]] == ["Return"]
    assert ask(bea, "/playbooks", RETURN).status_code == 403
    assert ask(bea, f"/playbooks/{book['id']}/retirement", {}).status_code == 403
    assert ask(bea, f"/playbooks/{retired.pk}").status_code == 404
    assert ask(eve, f"/playbooks/{book['id']}").status_code == 404
    where = f"/cases/{refund.ref}/checklists"
    for unknown in (str(retired.pk), str(uuid.uuid4())):
        assert ask(bea, where, {"playbook": unknown}).status_code == 422
    for _again in range(2):
        started = ask(bea, where, {"playbook": book["id"]})
    assert (started.status_code, [one["state"] for one in started.json()["items"]]) == (
        201,
        ["open", "waiting", "open"],
    )
    assert Task.objects.count() == 1
    first = started.json()["items"][0]
    assert ask(bea, f"{where}/{uuid.uuid4()}/removal", {}).status_code == 404
    assert ask(bea, f"{where}/{first['checklist_id']}/removal", {}).json() == {"items": []}
    assert not Checklist.objects.exists()


def test_one_that_is_retired_is_started_no_more_until_it_is_brought_back(ask, hale, swift, refund, cleo):
    book = ask(cleo, "/playbooks", RETURN).json()
    for _again in range(2):
        assert ask(cleo, f"/playbooks/{book['id']}/retirement", {}).json()["is_active"] is False
    # Written down, how its steps go, retired once.
    assert Event.objects.filter(name="playbook.saved").count() == 3
    assert ask(cleo, f"/cases/{refund.ref}/checklists", {"playbook": book["id"]}).status_code == 422
    assert ask(cleo, f"/playbooks/{book['id']}/description", RETURN).json()["is_active"] is True


def test_what_cannot_be_given_starts_nothing(ask, hale, swift, refund, cleo, monkeypatch):
    monkeypatch.setattr("makegood.cases.actions.tasks.giving.GIVEN_MOST", 0)
    book = ask(cleo, "/playbooks", RETURN).json()
    refused = ask(cleo, f"/cases/{refund.ref}/checklists", {"playbook": book["id"]})
    assert refused.status_code == 409
    assert not Checklist.objects.exists()
