"""A reply is sent with a time until which its answer is awaited; a snooze can wait for one, too."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case
from makegood.promises import actions as promises

AHEAD = (timezone.now() + dt.timedelta(days=4)).replace(hour=10, minute=0, second=0, microsecond=0)
TYPED, MOMENT = f"{AHEAD:%Y-%m-%d %H:%M}", AHEAD.isoformat()
SHOWN = {"awaited-when": TYPED, "awaited-read": TYPED, "awaited-understood": MOMENT}


@pytest.fixture
def at_desk(client, bea, refund):
    promises.excuse_all(about=refund.ref, reason="other", by=bea.key, at=timezone.now())
    cases.refresh_clock([refund.ref])
    client.force_login(bea)
    return client


def reply(client, case, **more):
    return client.post(reverse("case-replies", args=[case.ref]), {"kind": "reply", "text": "Which order?", **more})


def page(client, case):
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_the_first_press_shows_the_date_and_the_second_sends_the_reply(at_desk, refund):
    shown = reply(at_desk, refund, **{"awaited-when": TYPED})
    assert shown.status_code == 422
    assert 'name="awaited-understood"' in shown.content.decode()
    assert f'value="{TYPED}"' in page(at_desk, refund)
    assert reply(at_desk, refund, **SHOWN).status_code == 302
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=1))
    assert "An answer is awaited." in page(at_desk, refund)
    cases.miss_due(at=AHEAD)
    assert "No answer since" in page(at_desk, refund)
    at_desk.post(reverse("case-awakening", args=[refund.ref]))
    assert 'id="awaited"' not in page(at_desk, refund)


def test_its_time_is_understood_while_it_is_typed(at_desk, refund):
    asked = {"for": "awaited", "awaited-when": "po trijų dienų"}
    told = at_desk.get(reverse("case-time", args=[refund.ref]), asked).content.decode()
    assert 'name="awaited-understood"' in told
    assert 'form="composer"' in told


def test_one_that_resolves_awaits_nothing_and_says_so(at_desk, refund):
    refused = reply(at_desk, refund, resolves="1", **SHOWN)
    assert (refused.status_code, "awaits no answer" in refused.content.decode()) == (422, True)


def test_a_snooze_waits_for_an_answer_once_we_have_written(at_desk, refund, bea):
    assert 'name="for_answer"' not in page(at_desk, refund)
    cases.reply(refund, Answer(text="Which order?", undo_seconds=0), by=bea, at=timezone.now())
    assert 'name="for_answer"' in page(at_desk, refund)
    at_desk.post(reverse("case-snooze", args=[refund.ref]), {"press": MOMENT, "for_answer": "1"})
    assert Case.objects.snoozed().get().awaited_until == AHEAD
