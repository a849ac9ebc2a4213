"""Programs have customers reminded who do not answer."""

import datetime as dt

import pytest
from django.utils import timezone

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


def test_a_moment_says_when_instead_of_days(speak, refund, bea):
    at = (timezone.now() + dt.timedelta(days=9)).replace(microsecond=0)
    reply = {"text": "Which account?", "nudge_at": at.isoformat(), "nudge_resolves": 4}
    assert speak(bea, f"/cases/{refund.ref}/replies", reply).status_code == 201
    told = speak(bea, f"/cases/{refund.ref}/nudge").json()
    first = dt.datetime.fromisoformat(told["reminds_at"])
    assert at <= first < at + dt.timedelta(days=4)  # over a weekend, when the brand opens
    assert told["resolves"] == 4
    later = {"at": (at + dt.timedelta(days=7)).isoformat()}
    told = speak(bea, f"/cases/{refund.ref}/nudge", later).json()
    assert dt.datetime.fromisoformat(told["reminds_at"]) == first + dt.timedelta(days=7)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "by one of both"),
        ({"days": 3, "at": "2999-01-01T10:00:00Z"}, "by one of both"),
        ({"at": "2026-01-01T10:00:00Z"}, "at: This time has gone by"),
        ({"at": "2999-01-01T10:00:00Z"}, "at: Say a time within the next 365 days"),
        ({"at": "2999-01-01T10:00:00"}, "timezone"),
        ({"at": "tomorrow"}, "at: "),
    ],
)
def test_what_is_no_one_time_is_told(speak, refund, bea, body, told):
    speak(bea, f"/cases/{refund.ref}/replies", {"text": "Which account?"})
    refused = speak(bea, f"/cases/{refund.ref}/nudge", body)
    assert (refused.status_code, told in refused.json()["message"]) == (422, True), refused.json()
    assert Case.objects.get().nudge_at is None


@pytest.mark.parametrize(
    ("along", "told"),
    [
        ({"nudge_days": 3, "nudge_at": "2999-01-01T10:00:00Z"}, "nudge_days, nudge_at: "),
        ({"nudge_at": "2026-01-01T10:00:00Z"}, "nudge_at: This time has gone by"),
        ({"nudge_resolves": 3}, "nudge_resolves: "),
        ({"nudge_resolves": 3, "nudge_days": 0}, "nudge_resolves: "),
        ({"nudge_at": "2999-01-01T10:00:00Z", "resolve": True}, "nudge_at: "),
    ],
)
def test_a_reply_whose_reminder_does_not_fit_does_not_leave(speak, refund, bea, along, told):
    refused = speak(bea, f"/cases/{refund.ref}/replies", {"text": "Which account?", **along})
    assert (refused.status_code, told in refused.json()["message"]) == (422, True), refused.json()
    assert not refund.messages.filter(kind="reply").exists()


@pytest.mark.parametrize("days", [0, 366, "soon", None])
def test_what_is_no_number_of_days_is_told(speak, refund, bea, days):
    assert speak(bea, f"/cases/{refund.ref}/nudge", {"days": days}).status_code == 422


def test_who_waits_for_us_is_not_reminded(speak, refund, bea):
    assert speak(bea, f"/cases/{refund.ref}/nudge", {"days": 3}).status_code == 409


def test_nobody_has_reminded_whom_they_cannot_see(speak, refund, eve):
    assert speak(eve, f"/cases/{refund.ref}/nudge", {"days": 3}).status_code == 404
