import datetime as dt
import logging

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makegood.events.models import Event
from makegood.staff import actions as staff
from makegood.staff import limits
from makegood.staff.models import Attempt
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor import asking
from makegood.staff.second_factor.tests import phone


def test_bea_signs_in_with_password_and_code(client, hale, bea):
    app = phone.add(bea)
    answer = phone.password(client, bea, next="/settings/")
    assert answer["Location"] == reverse("sign-in-code")
    assert not phone.is_in(client)
    assert phone.code(client, app.shows())["Location"] == "/settings/"
    assert phone.is_in(client)
    assert client.cookies["device"].value


def test_the_password_alone_opens_nothing_however_often(client, hale, bea):
    phone.add(bea)
    for _ in range(3):
        phone.password(client, bea)
    assert not phone.is_in(client)
    assert not Event.objects.filter(name="staff.signed_in").exists()


def test_without_the_password_nobody_is_asked_for_a_code(client, hale, bea):
    phone.add(bea)
    for name in ("sign-in-code", "sign-in-recovery-code"):
        assert client.get(reverse(name))["Location"] == reverse("sign-in")
        assert client.post(reverse(name), {"code": "000000"})["Location"] == reverse("sign-in")


def test_a_code_is_taken_once(client, hale, bea):
    app, now = phone.add(bea), timezone.now()
    code = app.shows(now)
    assert second_factor.take_code(bea, code, at=now)
    assert not second_factor.take_code(bea, code, at=now)
    assert not second_factor.take_code(bea, app.shows(now - dt.timedelta(seconds=30)), at=now), "nor one before it"
    assert second_factor.take_code(bea, app.shows(now + dt.timedelta(seconds=30)), at=now)


def test_the_code_that_set_it_up_does_not_sign_in(hale, bea, now):
    app = phone.add(bea, at=now)
    begun = now - dt.timedelta(minutes=5)
    assert not second_factor.take_code(bea, app.shows(begun), at=begun)


def test_a_wrong_code_says_so_and_five_in_a_minute_are_enough(client, hale, bea):
    app = phone.add(bea)
    phone.password(client, bea)
    for _ in range(limits.CODES_A_MINUTE):
        answer = phone.code(client, "x")
        assert (answer.status_code, answer.context["form"].errors.keys()) == (400, {"code"})
    assert phone.code(client, app.shows()).status_code == 429
    Attempt.objects.update(at=timezone.now() - dt.timedelta(seconds=61))
    assert phone.code(client, app.shows()).status_code == 302


def test_twenty_wrong_codes_lock_for_an_hour_but_not_her_own_device(client, hale, bea):
    app = phone.add(bea)
    phone.password(client, bea)
    phone.code(client, app.shows())
    client.post(reverse("sign-out"))
    stranger = Client()
    phone.password(stranger, bea)
    for _ in range(limits.CODES_AN_HOUR):
        assert phone.code(stranger, "x").status_code == 400
        Attempt.objects.update(at=timezone.now() - dt.timedelta(minutes=2))
    assert phone.code(stranger, "x").status_code == 429
    phone.password(client, bea)
    assert phone.code(client, app.shows(timezone.now() + dt.timedelta(seconds=30))).status_code == 302


def test_another_client_does_not_share_the_first_step(client, hale, bea):
    app = phone.add(bea)
    phone.password(client, bea)
    assert phone.code(Client(), app.shows())["Location"] == reverse("sign-in")


def test_the_first_step_ends_after_ten_minutes_and_with_a_new_password(client, hale, bea):
    app = phone.add(bea)
    phone.password(client, bea)
    session = client.session
    kept = session["password_was_right"]
    session["password_was_right"] = kept | {"at": (timezone.now() - asking.LASTS).isoformat()}
    session.save()
    assert phone.code(client, app.shows())["Location"] == reverse("sign-in")
    session["password_was_right"] = kept
    session.save()
    staff.set_password(bea, password="another long phrase", by=bea.key, at=timezone.now())
    assert phone.code(client, app.shows())["Location"] == reverse("sign-in")


def test_asking_for_a_code_signs_out_whoever_was_here(client, hale, bea, cleo):
    phone.add(bea)
    client.force_login(cleo)
    phone.password(client, bea)
    assert not phone.is_in(client)


def test_a_recovery_code_lets_in_once_and_is_told(client, hale, bea):
    app = phone.add(bea)
    address = reverse("sign-in-recovery-code")
    phone.password(client, bea)
    assert client.post(address, {"code": "AAAA-BBBB-CCCC-DDDD"}).status_code == 400
    assert client.post(address, {"code": app.codes[3].lower()}).status_code == 302
    assert "You have 9 recovery codes left" in client.get(reverse("profile")).content.decode()
    [event] = Event.objects.filter(name="staff.recovery_code_used")
    assert (event.about, event.by, event.data) == (bea.key, bea.key, {"left": 9})
    other = Client()
    phone.password(other, bea)
    assert other.post(address, {"code": app.codes[3]}).status_code == 400


def test_with_another_key_of_the_installation_recovery_codes_still_work(client, hale, bea, settings):
    app = phone.add(bea)
    settings.SECRET_KEY = "another"
    phone.password(client, bea)
    assert "cannot be checked" in phone.code(client, app.shows()).content.decode()
    assert client.post(reverse("sign-in-recovery-code"), {"code": app.codes[0]}).status_code == 302


@pytest.mark.django_db
def test_no_secret_stands_in_a_log_an_event_or_in_plain_in_the_database(client, hale, bea, caplog):
    with caplog.at_level(logging.DEBUG):
        app = phone.add(bea)
        phone.password(client, bea)
        phone.code(client, app.shows())
    assert app.secret not in caplog.text
    assert app.secret not in str(list(Event.objects.values()))
    assert app.secret not in bea.authenticator.secret
    kept = [code.digest for code in bea.recovery_codes.all()]
    assert not [code for code in app.codes if code in kept or code in caplog.text]
