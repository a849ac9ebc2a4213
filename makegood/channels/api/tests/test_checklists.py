"""Programs read the steps of a case's checklists, tick them and leave them out."""

import uuid

from makegood.cases.actions import checklists


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
