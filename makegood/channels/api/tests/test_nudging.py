"""Programs have customers reminded who do not answer."""

import pytest

from makegood.cases import actions as cases
from makegood.cases.models import Case


def test_a_reply_brings_its_reminder_and_it_is_asked_anew_and_left(speak, refund, bea):
    reply = {"text": "Which account?", "nudge_days": 3, "nudge_resolves": 4}
    assert speak(bea, f"/cases/{refund.ref}/replies", reply).status_code == 201
    first = Case.objects.get().nudge_at
    told = speak(bea, f"/cases/{refund.ref}/nudge", {"days": 10}).json()
    assert (told["resolves"], told["resolves_at"]) == (0, None)
    assert Case.objects.get().nudge_at > first
    none = {"reminds_at": None, "resolves_at": None, "resolves": 0}
    assert speak(bea, f"/cases/{refund.ref}/nudge/cancellation", {}).json() == none
    assert Case.objects.get().nudge_at is None


def test_once_they_are_reminded_it_tells_when_the_case_is_resolved(speak, refund, bea):
    speak(bea, f"/cases/{refund.ref}/replies", {"text": "Which account?", "nudge_days": 3, "nudge_resolves": 4})
    before = speak(bea, f"/cases/{refund.ref}/nudge").json()
    assert before["reminds_at"] and before["resolves_at"] is None and before["resolves"] == 4
    cases.take_nudge(refund.pk, reaches=True, at=Case.objects.get().nudge_at)
    after = speak(bea, f"/cases/{refund.ref}/nudge").json()
    assert after["reminds_at"] is None and after["resolves_at"] > before["reminds_at"]


@pytest.mark.parametrize("days", [0, 366, "soon", None])
def test_what_is_no_number_of_days_is_told(speak, refund, bea, days):
    assert speak(bea, f"/cases/{refund.ref}/nudge", {"days": days}).status_code == 422


def test_who_waits_for_us_is_not_reminded(speak, refund, bea):
    assert speak(bea, f"/cases/{refund.ref}/nudge", {"days": 3}).status_code == 409


def test_nobody_has_reminded_whom_they_cannot_see(speak, refund, eve):
    assert speak(eve, f"/cases/{refund.ref}/nudge", {"days": 3}).status_code == 404
