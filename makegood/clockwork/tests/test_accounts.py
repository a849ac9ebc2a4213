"""People are told by mail what happens to their account."""

import pytest
from django.utils import timezone

from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following
from makegood.staff.passkeys import actions as passkeys
from makegood.staff.passkeys.ceremony import Added
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor.tests import phone


@pytest.fixture
def box(hale, now):
    return email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)


def mails(user) -> list[Outgoing]:
    """What they were sent so far, the newest last."""
    while following.work(at=timezone.now()):
        pass
    return list(Outgoing.objects.filter(staff=user).exclude(subject__contains="invites").order_by("made_at", "id"))


def test_bea_is_told_that_a_second_factor_was_added_used_and_removed(box, bea, owner):
    bea.wants_mail = False  # this she is told all the same
    bea.save()
    app = phone.add(bea)
    second_factor.take_recovery_code(bea, app.codes[0], at=timezone.now())
    second_factor.remove(bea, by=owner.key, at=timezone.now())
    told = {mail.subject: mail.text for mail in mails(bea)}
    assert set(told) == {"Your second factor is on", "A recovery code was used", "Your second factor is off"}
    assert "9 are left" in told["A recovery code was used"]
    assert "Olive removed the second factor" in told["Your second factor is off"]
    assert not [text for text in told.values() if app.secret in text or app.codes[0] in text]


def test_bea_is_told_of_passkeys_that_come_and_go(box, bea, owner):
    kept = Added(credential="AAAA", public_key=b"", sign_count=0, is_synced=True)
    passkey = passkeys.add(bea, kept, name="Telephone", by=bea.key, at=timezone.now())
    passkeys.remove(passkey, by=owner.key, at=timezone.now())
    told = {mail.subject: mail.text for mail in mails(bea)}
    assert set(told) == {"A passkey was added", "A passkey was removed"}
    assert "Olive removed a passkey" in told["A passkey was removed"]


def test_when_she_removed_it_herself_she_is_asked_whether_it_was_she(box, bea):
    phone.add(bea)
    second_factor.remove(bea, by=bea.key, at=timezone.now())
    [removed] = [mail for mail in mails(bea) if "off" in mail.subject]
    assert "If it was not you" in removed.text
