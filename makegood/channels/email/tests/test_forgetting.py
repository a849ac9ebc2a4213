"""Old raw mail goes, and never one that has just been acknowledged."""

import datetime as dt

import pytest

from makegood.cases import blobs
from makegood.channels.email import actions as email
from makegood.channels.email.actions import receiving
from makegood.channels.email.models import RawMail
from makegood.channels.email.tests.conftest import mail

DAY = dt.timedelta(days=1)


@pytest.fixture
def old(transactional_db, deliver, now):
    """A mail of a year ago, taken in."""
    return deliver(mail(), at=now - 365 * DAY)


def again(box, now):
    return email.store(
        mail().as_bytes(), mailboxes=[box], source="smtp", envelope_from="", envelope_to=[box.address], at=now
    )


def test_old_mail_goes_when_it_has_been_taken_in(old, box, now):
    [parked] = email.store(
        mail("Odd").as_bytes(), mailboxes=[box], source="smtp", envelope_from="", envelope_to=[], at=now - 365 * DAY
    )
    email.park(parked, reason="It broke the parser.", at=now)
    assert email.forget_old_mail(before=now - 90 * DAY) == 1
    assert list(RawMail.objects.all()) == [parked]
    assert not blobs.is_there(old.digest, shelf="mail")
    assert blobs.is_there(parked.digest, shelf="mail")


def test_bytes_that_a_newer_mail_has_too_stay(old, box, now):
    again(box, now)
    assert email.forget_old_mail(before=now - 90 * DAY) == 1
    assert blobs.read(old.digest, shelf="mail") == mail().as_bytes()


def test_what_is_stored_while_the_same_bytes_are_forgotten_is_not_lost(old, box, now, monkeypatch):
    keep = blobs.keep

    def keep_and_be_overtaken(*args, **more):
        digest = keep(*args, **more)
        monkeypatch.setattr(receiving.blobs, "keep", keep)
        assert email.forget_old_mail(before=now - 90 * DAY) == 1
        return digest

    monkeypatch.setattr(receiving.blobs, "keep", keep_and_be_overtaken)
    [row] = again(box, now)
    assert blobs.read(row.digest, shelf="mail") == mail().as_bytes()
