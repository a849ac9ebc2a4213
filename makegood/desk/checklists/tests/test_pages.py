"""Checklists on the case page: started by one press, ticked, and pointed out before the case is resolved."""

import pytest
from django.urls import reverse

from makegood.cases.actions import checklists
from makegood.cases.models import Case, CaseState, Playbook, Step, StepTask
from makegood.staff.models import Team


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def book(cleo, now):
    return checklists.save_playbook(None, name="Refund <1>", steps=["Ring the bank"], team=None, by=cleo, at=now)


def panel(client, case) -> str:
    page = client.get(reverse("case", args=[case.ref])).content.decode()
    return page.split('id="checklists"')[1].split("</section>")[0]


def test_started_and_ticked_with_who_did_it(at_desk, refund, book):
    offered = at_desk.get(reverse("case-playbooks", args=[refund.ref])).content.decode()
    address = reverse("playbook-start", args=[refund.ref, book.pk])
    assert address in offered
    at_desk.post(address)
    assert "0 of 1" in panel(at_desk, refund)
    ticking = reverse("step-ticking", args=[refund.ref, Step.objects.get().pk])
    at_desk.post(ticking)
    shown = panel(at_desk, refund)
    assert "1 of 1" in shown
    assert "Bea" in shown
    assert "Refund &lt;1&gt;" in shown
    at_desk.post(ticking, {"undo": "1"})
    assert "0 of 1" in panel(at_desk, refund)


def test_steps_that_are_not_done_are_pointed_out_once_and_hold_nobody(at_desk, refund, book, bea, now):
    checklists.start(refund, book, by=bea, at=now)
    address = reverse("case-resolution", args=[refund.ref])
    asked = at_desk.post(address)
    assert (asked.status_code, "1 step is not done." in asked.content.decode()) == (409, True)
    at_desk.post(address, {"tasks": "leave"})
    assert Case.objects.get().state == CaseState.RESOLVED


def test_a_lead_writes_a_playbook_a_line_a_step(client, hale, cleo):
    client.force_login(cleo)
    where = reverse("playbook-new")
    assert client.post(where, {"name": "Late", "steps": "\n \n", "is_active": "on"}).status_code == 422
    client.post(where, {"name": "Late", "steps": "Ask\nAnswer", "is_active": "on"})
    assert Playbook.objects.get().steps == ["Ask", "Answer"]
    assert "2 steps" in client.get(reverse("playbooks")).content.decode()


def test_a_lead_says_who_does_a_step_and_it_is_given_when_started(client, support, cleo, bea, refund, book):
    client.force_login(cleo)
    where = reverse("playbook-tasks", args=[book.pk])
    to = f"team:{support.pk}"
    nobody = client.post(where, {"step-1-to": "", "step-1-by_when": "in 2 hours"})
    assert (nobody.status_code, "leave the time out" in nobody.content.decode()) == (422, True)
    riddle = client.post(where, {"step-1-to": to, "step-1-by_when": "when pigs fly"})
    assert (riddle.status_code, "This time is not understood" in riddle.content.decode()) == (422, True)
    assert not StepTask.objects.exists()
    client.post(where, {"step-1-to": to, "step-1-by_when": "in 2 hours"})
    assert "in 2 hours" in client.get(reverse("playbook", args=[book.pk])).content.decode()
    client.force_login(bea)
    client.post(reverse("playbook-start", args=[refund.ref, book.pk]))
    shown = panel(client, refund)
    assert f'href="#task-{Step.objects.get().task.pk}"' in shown
    assert "Support · Asked" in shown


def test_a_lead_offers_teams_and_contractors_of_their_own_brands_alone(client, hale, book, cleo):
    other = Team.objects.create(name="Elsewhere")
    client.force_login(cleo)
    assert "Elsewhere" not in client.get(reverse("playbook", args=[book.pk])).content.decode()
    refused = client.post(reverse("playbook-tasks", args=[book.pk]), {"step-1-to": f"team:{other.pk}"})
    assert refused.status_code == 422


def test_a_step_that_waits_has_no_button_and_a_stale_page_is_told_what_comes_first(at_desk, refund, bea, cleo, now):
    book = checklists.save_playbook(None, name="R", steps=["Ring", "Pay"], team=None, in_turn=True, by=cleo, at=now)
    checklists.start(refund, book, by=bea, at=now)
    ring, pay = Step.objects.of_case(refund)
    shown, pressing = panel(at_desk, refund), reverse("step-ticking", args=[refund.ref, pay.pk])
    assert "Waits. First comes: Ring" in shown
    assert f'action="{pressing}"' not in shown
    told = at_desk.post(pressing, follow=True).content.decode()
    assert "This step waits. First comes: Ring" in told
    at_desk.post(reverse("step-ticking", args=[refund.ref, ring.pk]))
    assert f'action="{pressing}"' in panel(at_desk, refund)


def test_a_step_is_left_out_for_a_reason_and_put_back(at_desk, refund, book, bea, now):
    checklists.start(refund, book, by=bea, at=now)
    where = reverse("step-omission", args=[refund.ref, Step.objects.get().pk])
    refused = at_desk.post(where, {"reason": " "})
    assert (refused.status_code, "Say why it is left out." in refused.content.decode()) == (422, True)
    long = at_desk.post(where, {"reason": "because " * 50})
    assert (long.status_code, "because because" in long.content.decode()) == (422, True), "what was typed is lost"
    at_desk.post(where, {"reason": "They <rang> us"})
    shown = panel(at_desk, refund)
    assert "They &lt;rang&gt; us" in shown
    assert "1 of 1" in shown
    at_desk.post(reverse("step-ticking", args=[refund.ref, Step.objects.get().pk]), {"undo": "1"})
    assert "0 of 1" in panel(at_desk, refund)


def test_a_lead_says_which_steps_wait(client, hale, cleo, now):
    book = checklists.save_playbook(None, name="R", steps=["Ring", "Pay"], team=None, by=cleo, at=now)
    client.force_login(cleo)
    page, where = reverse("playbook", args=[book.pk]), reverse("playbook-tasks", args=[book.pk])
    assert 'name="step-1-waits"' not in client.get(page).content.decode(), "nothing comes before the first"
    client.post(where, {"step-2-waits": "on"})
    book.refresh_from_db()
    assert book.waiting == ["Pay"]
    client.post(page, {"name": "R", "steps": "Ring\nPay", "in_turn": "on", "is_active": "on"})
    client.post(where, {})
    book.refresh_from_db()
    assert (book.in_turn, book.waiting) == (True, ["Pay"])
    assert "step-2-waits" not in client.get(page).content.decode()
