"""Programs read the steps of a case's checklists, tick them and leave them out."""

import json
import uuid

import pytest

from makegood.cases.actions import checklists
from makegood.staff import actions as staff


@pytest.fixture
def ask(client, bea, now):
    token = staff.make_token(bea, label="test", by=bea.key, at=now)

    def speak(path, body=None):
        headers = {"authorization": f"Bearer {token}"}
        if body is None:
            return client.get(f"/api/v1{path}", headers=headers)
        return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=headers)

    return speak


def test_a_step_is_ticked_and_unticked(ask, refund, bea, now):
    book = checklists.save_playbook(None, name="Refund", steps=["Ring the bank"], team=None, by=bea, at=now)
    checklists.start(refund, book, by=bea, at=now)
    (step,) = ask(f"/cases/{refund.ref}/steps").json()["items"]
    assert (step["words"], step["done_at"]) == ("Ring the bank", None)
    (ticked,) = ask(f"/cases/{refund.ref}/steps", {"step": step["id"], "done": True}).json()["items"]
    assert ticked["done_by"]["name"] == "Bea"
    (back,) = ask(f"/cases/{refund.ref}/steps", {"step": step["id"], "done": False}).json()["items"]
    assert back == step
    assert ask(f"/cases/{refund.ref}/steps", {"step": str(uuid.uuid4()), "done": True}).status_code == 422


def test_a_step_that_waits_is_refused_until_the_one_before_is_left_out(ask, refund, bea, now):
    book = checklists.save_playbook(None, name="R", steps=["Ring", "Pay"], team=None, in_turn=True, by=bea, at=now)
    checklists.start(refund, book, by=bea, at=now)
    where = f"/cases/{refund.ref}/steps"
    ring, pay = ask(where).json()["items"]
    assert (pay["state"], pay["waits_for"]) == ("waiting", ring["id"])
    refused = ask(where, {"step": pay["id"], "done": True})
    assert (refused.status_code, "First comes: Ring" in refused.json()["message"]) == (409, True)
    assert ask(f"{where}/omission", {"step": ring["id"], "reason": " "}).status_code == 422
    ring, pay = ask(f"{where}/omission", {"step": ring["id"], "reason": "They rang"}).json()["items"]
    assert (ring["state"], ring["reason"], ring["done_by"]["name"]) == ("left out", "They rang", "Bea")
    assert (pay["state"], pay["waits_for"]) == ("open", None)
