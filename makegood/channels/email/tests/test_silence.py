"""Nobody misses a mail that did not come: administrators are told once that a mailbox has fallen silent."""

import datetime as dt

import pytest

from makegood.channels.email import actions as email
from makegood.channels.email import silence
from makegood.channels.email.models import Outgoing
from makegood.channels.email.tests.conftest import mail

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def told(box, owner):
    """The notices that the owner got."""
    return lambda: [one.subject for one in Outgoing.objects.filter(kind="notice", staff=owner)]


def test_silence_is_told_once_and_again_after_mail_came(told, box, deliver, now):
    deliver(mail(), at=now)
    assert silence.work(at=now + 23 * HOUR) == 0
    assert silence.work(at=now + 25 * HOUR) == 1
    assert silence.work(at=now + 26 * HOUR) == 0
    assert told() == ["Nothing has come to support@hale.example"]
    deliver(mail("More"), at=now + 27 * HOUR)
    assert silence.work(at=now + 52 * HOUR) == 1
    assert len(told()) == 2


def test_a_mailbox_that_never_had_mail_is_silent_from_the_day_it_was_opened(told, now):
    assert silence.work(at=now + 23 * HOUR) == 0
    assert silence.work(at=now + 25 * HOUR) == 1
    assert told() == ["Nothing has come to support@hale.example"]


def test_a_mailbox_may_be_silent_when_it_is_set_so(told, box, now):
    email.edit_mailbox(box, by="", at=now, silent_after_hours=0)
    assert silence.work(at=now + 1000 * HOUR) == 0
    assert told() == []


def test_a_mailbox_opened_again_is_silent_from_then_on(told, box, deliver, now):
    deliver(mail(), at=now)
    email.close_mailbox(box, by="", at=now)
    email.reopen_mailbox(box, by="", at=now + 100 * HOUR)
    assert silence.work(at=now + 101 * HOUR) == 0
    assert silence.work(at=now + 125 * HOUR) == 1
