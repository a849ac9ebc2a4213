"""Programs act on many cases at once, see what was not done and why, and take it back."""

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import bulk, checklists, kinds
from makegood.cases.models import Bulk, Case
from makegood.cases.words import Words


@pytest.fixture
def many(hale, ada):
    def open_some(count):
        return [
            cases.open_case(
                brand=hale,
                customer=ada,
                subject=f"Kettle {n}",
                words=Words(text="x"),
                channel="email",
                at=timezone.now(),
            )[0]
            for n in range(count)
        ]

    return open_some


def test_named_cases_are_taken_and_given_back(speak, bea, many):
    refs = [case.ref for case in many(3)]
    done = speak(bea, "/bulk", {"act": "take", "cases": [*refs, "C-222222"]})
    assert done.status_code == 201
    told = done.json()
    assert (told["act"], told["total"], told["done"], told["refused"], told["can_undo"]) == ("take", 3, 3, [], True)
    assert Case.objects.filter(owner=bea).count() == 3
    undone = speak(bea, f"/bulk/{told['id']}/undo", {}).json()
    assert (undone["act"], undone["done"], undone["can_undo"]) == ("undo", 3, False)
    assert not Case.objects.filter(owner=bea).exists()


def test_the_kind_of_many_is_set(speak, bea, owner, many, now):
    kind = kinds.add("Repair", names={}, by=owner, at=now)
    cases_ = many(2)
    assert (
        speak(bea, "/bulk", {"act": "kind", "cases": [one.ref for one in cases_], "kind": kind.slug}).status_code == 201
    )
    assert {Case.objects.get(pk=one.pk).kind for one in cases_} == {kind}
    assert speak(bea, "/bulk", {"act": "kind", "cases": [cases_[0].ref], "kind": "none-such"}).status_code == 422


def test_what_is_found_goes_on_behind_the_answer(speak, bea, many):
    many(bulk.AT_ONCE + 1)
    begun = speak(bea, "/bulk", {"act": "tag", "q": "kettle owner:none", "tags": ["bank"]}).json()
    assert (begun["total"], begun["done"], begun["finished_at"]) == (bulk.AT_ONCE + 1, 0, None)
    while bulk.work(at=timezone.now()):
        pass
    seen = speak(bea, f"/bulk/{begun['id']}").json()
    assert (seen["done"], seen["finished_at"] is not None) == (bulk.AT_ONCE + 1, True)
    assert all(case.tag_names == ["bank"] for case in Case.objects.all())


def test_what_was_not_done_is_told_by_case_and_nobody_else_sees_it(speak, bea, eve, many):
    [case] = many(1)
    told = speak(bea, "/bulk", {"act": "give", "cases": [case.ref], "owner": eve.email}).json()
    assert told["refused"] == [{"case": case.ref, "why": "Eve does not work in its team. Hand it over instead."}]
    assert speak(eve, f"/bulk/{told['id']}").status_code == 404
    assert speak(eve, f"/bulk/{told['id']}/undo", {}).status_code == 404
    assert speak(eve, "/bulk", {"act": "take", "cases": [case.ref]}).status_code == 422, "she does not see it"


@pytest.mark.any_engine
@pytest.mark.parametrize(
    "body",
    [
        {"act": "take"},
        {"act": "take", "cases": ["C-222222"], "q": "tag:bank"},
        {"act": "take", "q": "nonsense:bank"},
        {"act": "undo", "q": "tag:bank"},
        {"act": "junk", "q": "status:new -refund"},
        {"act": "junk", "q": "refund " * 100},
        {"act": "kind", "cases": ["C-222222"]},
        {"act": "tag", "cases": ["C-222222"]},
        {"act": "hand-over", "cases": ["C-222222"], "team": "Support"},
        {"act": "give", "cases": ["C-222222"], "owner": "nobody@nowhere.example"},
    ],
)
def test_what_makes_no_sense_is_refused(speak, bea, refund, body):
    assert speak(bea, "/bulk", body).status_code == 422


def test_a_playbook_is_started_on_what_is_named_its_step_is_ticked_and_both_are_undone(speak, bea, cleo, many, now):
    book = checklists.save_playbook(None, name="Late", steps=["Ring", "Pay"], team=None, in_turn=True, by=cleo, at=now)
    first, second = (case.ref for case in many(2))
    named = {"playbook": str(book.pk)}
    speak(bea, f"/cases/{first}/checklists", named)
    begun = speak(bea, "/bulk", {"act": "start", "cases": [first, second], **named}).json()
    assert (begun["act"], begun["done"], begun["skipped"], begun["can_undo"]) == ("start", 1, 1, True)
    ticked = speak(bea, "/bulk", {"act": "tick", "cases": [first, second], **named, "step": " Ring "}).json()
    assert (ticked["act"], ticked["done"]) == ("tick", 2)
    assert [one["state"] for one in speak(bea, f"/cases/{second}/steps").json()["items"]] == ["done", "open"]
    refused = speak(bea, f"/bulk/{begun['id']}/undo", {}).json()
    assert refused["refused"] == [{"case": second, "why": "Somebody has begun its steps meanwhile."}]
    assert speak(bea, f"/bulk/{ticked['id']}/undo", {}).json()["done"] == 2
    early = speak(bea, "/bulk", {"act": "tick", "cases": [second], **named, "step": "Pay"}).json()
    assert early["refused"] == [{"case": second, "why": "This step waits. First comes: Ring"}]


def test_a_playbook_that_they_may_not_start_is_refused_and_a_step_needs_its_words(speak, bea, cleo, eve, many, now):
    theirs = checklists.save_playbook(None, name="X", steps=["Ring"], team=eve.teams.get(), by=cleo, at=now)
    [case] = many(1)
    for body in (
        {"act": "start", "playbook": str(theirs.pk)},
        {"act": "start"},
        {"act": "tick", "step": "Ring"},
        {"act": "tick", "playbook": str(theirs.pk)},
    ):
        assert speak(bea, "/bulk", {"cases": [case.ref], **body}).status_code == 422
    assert not Bulk.objects.exists()
