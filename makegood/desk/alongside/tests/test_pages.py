"""A template does more than write: what it does is shown, each line can be unticked, and it goes with the reply or not at
all."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import kinds
from makegood.cases.models import Draft, MessageKind, Template

EVERYTHING = {"also_tags": "bank, refund", "also_takes": "1", "also_snooze_days": "3"}


@pytest.fixture
def complaint(owner, now):
    return kinds.add("Complaint", names={}, by=owner, at=now)


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def send(client, case, **fields):
    return client.post(reverse("case-replies", args=[case.ref]), {"text": "It is on its way.", **fields})


def tags(case) -> list[str]:
    return sorted(case.taggings.values_list("tag__name", flat=True))


def test_what_is_kept_with_a_template_stands_in_the_composer(client, refund, cleo, complaint):
    client.force_login(cleo)
    given = {"name": "Refund", "brand": refund.brand_id, "text_en": "Hello.", "tags": "bank, refund", "takes": "on"}
    wrong = client.post(reverse("template-new"), given | {"resolves": "on", "snooze_days": "3"})
    assert "Choose one of the two" in wrong.content.decode()
    client.post(reverse("template-new"), given | {"kind": complaint.pk, "snooze_days": "3"})
    kept = {"tags": ["bank", "refund"], "takes": True, "snooze_days": 3, "kind": str(complaint.pk)}
    assert Template.objects.get().does == kept
    shown = client.get(reverse("case", args=[refund.ref])).content.decode()
    for words in ("Tag the case: bank, refund", "of the kind: Complaint", "Take the case", "Snooze it for 3 days"):
        assert words in shown, words


def test_it_is_done_with_the_reply(at_desk, refund, bea, complaint):
    assert send(at_desk, refund, **EVERYTHING, also_kind=complaint.pk).status_code == 302
    refund.refresh_from_db()
    assert tags(refund) == ["bank", "refund"]
    assert (refund.owner, refund.kind) == (bea, complaint)


def test_the_case_is_snoozed_once_the_reply_has_left(at_desk, refund, bea):
    send(at_desk, refund, also_snooze_days="3")
    held = refund.messages.get(kind=MessageKind.REPLY)
    at_desk.post(reverse("reply-undo", args=[refund.ref, held.pk]))
    refund.refresh_from_db()
    assert refund.snoozed_until is None
    assert Draft.objects.get().fields["also_snooze_days"] == "3"
    send(at_desk, refund, also_snooze_days="3")
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=1))
    refund.refresh_from_db()
    assert refund.snoozed_until > timezone.now() + dt.timedelta(days=2)


def test_where_something_is_refused_nothing_is_done(at_desk, refund, owner, complaint, now):
    kinds.retire(complaint, by=owner, at=now)
    answer = send(at_desk, refund, **EVERYTHING, also_kind=complaint.pk)
    assert answer.status_code == 422
    assert "not used any more" in answer.content.decode()
    refund.refresh_from_db()
    assert (tags(refund), refund.owner, refund.snoozed_until) == ([], None, None)
    assert not refund.messages.filter(kind=MessageKind.REPLY).exists()
    assert Draft.objects.get().fields["also_tags"] == "bank, refund"


def test_the_draft_keeps_what_is_ticked(at_desk, refund):
    draft = {"text": "It is", "kind": "reply", "also_tags": ["bank", "refund"]}
    at_desk.post(reverse("case-draft", args=[refund.ref]), draft)
    shown = at_desk.get(reverse("case", args=[refund.ref])).content.decode()
    assert "Tag the case: bank, refund" in shown
    assert "also_takes" not in shown


def test_more_templates_ask_no_more(at_desk, refund, cleo, complaint, django_assert_max_num_queries, now):
    for number in range(3):
        does = {"kind": str(complaint.pk), "tags": ["bank"]}
        cases.save_template(None, name=f"T{number}", texts={"en": "x"}, brand=None, does=does, by=cleo, at=now)
    at_desk.get(reverse("case", args=[refund.ref]))
    with django_assert_max_num_queries(30):
        at_desk.get(reverse("case", args=[refund.ref]))
