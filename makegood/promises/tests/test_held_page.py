"""A lead sees what is held and why, and says whether it stands; nobody else does."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.promises import actions as promises
from makegood.promises.models import Cause, Commitment, Ruling
from makegood.staff import actions as staff
from makegood.staff.models import Role

HOUR = dt.timedelta(hours=1)
BANNER = "Broken promises wait for your word."


@pytest.fixture
def fault(refund, now):
    """Ada's first reply fell due while Makegood was not running."""
    cases.acknowledge(refund, channel="email", at=now)
    due = now + 4 * HOUR
    fault = promises.note_fault(Cause.OUTAGE, since=due - HOUR, until=due + HOUR, at=due + HOUR)
    promises.settle_due(at=due + HOUR)
    promises.finalise(at=due + 2 * HOUR, taken_in_until=due + 2 * HOUR)
    assert Commitment.objects.held().count() == 1
    return fault


def test_a_lead_sees_what_is_held_and_why(client, fault, cleo):
    client.force_login(cleo)
    page = client.get(reverse("held")).content.decode()
    for words in ("Makegood was not running", "1 broken promise waits.", "First reply", "Hale"):
        assert words in page
    assert BANNER in page


def test_a_lead_elsewhere_finds_nothing_to_judge(client, fault, eve):
    staff.change_role(eve, role=Role.LEAD, by="", at=timezone.now())
    client.force_login(eve)
    page = client.get(reverse("held")).content.decode()
    assert "Nothing is held" in page
    assert BANNER not in page
    assert client.post(reverse("held-release", args=[fault.pk])).status_code == 404
    assert client.post(reverse("held-excuse", args=[fault.pk])).status_code == 404


def test_an_agent_and_a_leader_are_told_nothing(client, fault, bea, eve, dan):
    for person in (bea, eve, dan):
        client.force_login(person)
        assert client.get(reverse("held")).status_code == 403
        assert BANNER not in client.get(reverse("profile")).content.decode()


def test_without_anything_held_there_is_no_banner(client, hale, cleo):
    client.force_login(cleo)
    page = client.get(reverse("held")).content.decode()
    assert "Nothing is held" in page
    assert BANNER not in page


def test_one_press_releases_all(client, fault, cleo):
    client.force_login(cleo)
    answer = client.post(reverse("held-release", args=[fault.pk]), follow=True)
    assert "1 promise stays broken." in answer.content.decode()
    assert "They stay broken" in answer.content.decode()
    assert not Commitment.objects.held().exists()
    assert client.post(reverse("held-release", args=[fault.pk])).status_code == 404


def test_an_excuse_asks_for_its_reason(client, fault, cleo):
    client.force_login(cleo)
    url = reverse("held-excuse", args=[fault.pk])
    answer = client.post(url, {f"{fault.pk.hex}-reason": "other", f"{fault.pk.hex}-words": ""})
    assert answer.status_code == 422
    assert "Say the reason in your words." in answer.content.decode()
    answer = client.post(url, {f"{fault.pk.hex}-reason": "other", f"{fault.pk.hex}-words": "A fire"}, follow=True)
    assert "1 promise is excused." in answer.content.decode()
    ruling = Ruling.objects.get()
    assert (ruling.words, ruling.by, ruling.count) == ("A fire", cleo, 1)


def test_the_page_asks_as_much_whatever_is_held(client, fault, cleo, refund, django_assert_max_num_queries):
    client.force_login(cleo)
    client.get(reverse("held"))
    with django_assert_max_num_queries(14) as few:
        client.get(reverse("held"))
    at = timezone.now()
    for number in range(5):
        promises.make(
            about=refund.ref, brand=refund.brand, team=refund.team, customer=refund.customer, promised_by=cleo,
            words="x", due_at=at + HOUR, ends_on=["reply.sent"], at=at, key=f"own-{number}",
        )  # fmt: skip
    promises.note_fault(Cause.CLOCK, since=at, until=at + 3 * HOUR, at=at)
    promises.settle_due(at=at + 2 * HOUR)
    promises.finalise(at=at + 3 * HOUR, taken_in_until=at + 3 * HOUR)
    assert Commitment.objects.held().count() > 5
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(reverse("held"))
