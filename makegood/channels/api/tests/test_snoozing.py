"""Programs snooze cases in words or by the clock."""

import pytest
from django.utils import timezone

from makegood.cases.models import Case
from makegood.promises import actions as promises


def test_snoozed_in_words_and_brought_back(post, refund, bea):
    promises.excuse_all(about=refund.ref, reason="other", by=bea.key, at=timezone.now())
    assert post(bea, f"/cases/{refund.ref}/snooze", {"when": "in 20 minutes"}).json()["returns_at"]
    assert Case.objects.snoozed().get() == refund
    assert post(bea, f"/cases/{refund.ref}/awakening").json() == {"until": None, "returns_at": None}
    assert not Case.objects.snoozed().exists()


@pytest.mark.parametrize("when", ["when pigs fly", "2020-01-01T10:00:00Z", "9999-12-31T23:59:59+00:00", "2026-13-40"])
def test_what_is_not_understood_or_lies_nowhere_is_told(post, refund, bea, when):
    assert post(bea, f"/cases/{refund.ref}/snooze", {"when": when}).status_code == 422


def test_nobody_snoozes_what_they_cannot_see(post, refund, eve):
    assert post(eve, f"/cases/{refund.ref}/snooze", {"when": "tomorrow"}).status_code == 404


def test_a_reply_awaits_its_answer_and_so_does_a_snooze(post, refund, bea):
    promises.excuse_all(about=refund.ref, reason="other", by=bea.key, at=timezone.now())
    asked = {"when": "in 3 days", "for_answer": True}
    assert post(bea, f"/cases/{refund.ref}/snooze", asked).status_code == 409
    reply = {"text": "Which order?", "awaited_until": "po trijų dienų"}
    assert post(bea, f"/cases/{refund.ref}/replies", reply | {"awaited_until": "when pigs fly"}).status_code == 422
    assert post(bea, f"/cases/{refund.ref}/replies", reply).status_code == 201
    first = Case.objects.snoozed().get().awaited_until
    assert post(bea, f"/cases/{refund.ref}/snooze", asked | {"when": "in 2 weeks"}).status_code == 200
    assert Case.objects.get().awaited_until > first
