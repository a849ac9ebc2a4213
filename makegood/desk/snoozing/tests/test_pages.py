"""What is typed is shown as a date before it is saved; a snoozed case is in its own view, and says when it comes back."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.promises import actions as promises

AHEAD = (timezone.now() + dt.timedelta(days=40)).replace(hour=10, minute=0, second=0, microsecond=0)
TYPED, MOMENT = f"{AHEAD:%Y-%m-%d %H:%M}", AHEAD.isoformat()


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def quiet(refund, bea):
    promises.excuse_all(about=refund.ref, reason="other", by=bea.key, at=timezone.now())
    cases.refresh_clock([refund.ref])
    return refund


def post(client, case, name="case-snooze", **typed):
    return client.post(reverse(name, args=[case.ref]), typed)


def listed(client, view):
    return client.get(reverse("inbox-view", args=[view])).content.decode()


def understood(client, case, words):
    return client.get(reverse("case-time", args=[case.ref]), {"when": words, "for": "snooze"}).content.decode()


def snoozed(case):
    case.refresh_from_db()
    return case.snoozed_until


def test_the_first_press_shows_the_date_and_the_second_saves_it(at_desk, quiet):
    shown = post(at_desk, quiet, when=TYPED)
    assert shown.status_code == 422
    assert f"{AHEAD.day} {AHEAD:%B %Y}" in shown.content.decode()
    assert snoozed(quiet) is None
    moment = shown.context["snoozing"]["wanted"].at.isoformat()
    answer = post(at_desk, quiet, when=TYPED, read=TYPED, understood=moment)
    assert answer.status_code == 302
    assert snoozed(quiet) == dt.datetime.fromisoformat(moment)


def test_other_words_than_those_that_were_shown_are_read_anew(at_desk, quiet):
    shown = post(at_desk, quiet, when="tomorrow", read="in 2 hours", understood=MOMENT)
    assert shown.status_code == 422
    assert snoozed(quiet) is None


def test_what_is_not_understood_stays_in_the_field_with_what_can_be_written(at_desk, quiet):
    shown = post(at_desk, quiet, when="when pigs fly")
    assert 'value="when pigs fly"' in shown.content.decode()
    assert "Write for example" in shown.content.decode()


@pytest.mark.parametrize("words", ["po dviejų dienų", "через неделю", "vrijdag 14:00", "明日の午前", "in 2 hours"])
def test_what_is_typed_is_told_while_it_is_typed(at_desk, quiet, words):
    told = understood(at_desk, quiet, words)
    assert "<strong><time" in told
    assert 'name="understood"' in told


def test_a_promise_that_is_due_earlier_is_told_when_a_later_time_is_chosen(at_desk, quiet, bea):
    now = timezone.now()
    cases.promise(quiet, words="I will call", due_at=now + dt.timedelta(hours=30), by=bea, at=now)
    assert "A promise is due before" in understood(at_desk, quiet, "in 3 weeks")
    assert "A promise is due before" not in understood(at_desk, quiet, "in 2 hours")


def test_a_press_snoozes_at_once_and_the_case_stands_in_its_own_view(at_desk, quiet):
    address = reverse("case-snooze-choices", args=[quiet.ref])
    assert at_desk.get(address).content.decode().count('name="press"') >= 1
    at = timezone.now() + dt.timedelta(days=3)
    assert post(at_desk, quiet, press=at.isoformat()).status_code == 302
    assert "My refund" not in listed(at_desk, "all")
    assert "My refund" in listed(at_desk, "snoozed")
    shown = at_desk.get(reverse("case", args=[quiet.ref])).content.decode()
    assert "It comes back on" in shown
    assert "Bea snoozed the case until" in shown
    post(at_desk, quiet, "case-awakening")
    assert "My refund" in listed(at_desk, "all")


def test_what_came_back_is_marked_until_it_is_read(at_desk, quiet, bea):
    now = timezone.now()
    cases.snooze(quiet, until=now + dt.timedelta(seconds=1), by=bea, at=now)
    cases.return_due(at=now + dt.timedelta(seconds=1))
    Case.objects.filter(pk=quiet.pk).update(returned_at=now)
    assert "<span>Back</span>" in listed(at_desk, "all")
    cases.mark_seen(quiet, by=bea, at=now + dt.timedelta(seconds=2))
    assert "<span>Back</span>" not in listed(at_desk, "all")


def test_a_promise_within_the_hour_stops_it_and_keeps_what_was_typed(at_desk, quiet, bea):
    now = timezone.now()
    cases.promise(quiet, words="I will call", due_at=now + dt.timedelta(minutes=50), by=bea, at=now)
    typed = {"when": TYPED, "read": TYPED, "understood": MOMENT}
    shown = post(at_desk, quiet, **typed)
    assert "within the hour" in shown.content.decode()
    assert f'value="{TYPED}"' in shown.content.decode()


def test_who_may_not_see_the_case_neither_snoozes_it_nor_reads_its_times(client, quiet, eve):
    client.force_login(eve)
    assert post(client, quiet, press=MOMENT).status_code == 404
    assert client.get(reverse("case-time", args=[quiet.ref]), {"when": "tomorrow", "for": "snooze"}).status_code == 404
