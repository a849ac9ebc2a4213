import datetime as dt
import re

import pyotp
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.staff.models import Attempt
from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor import freshness
from makegood.staff.second_factor.tests import phone

SHOWN = r'id="secret" value="([A-Z2-7 ]+)"'
CODE = r"<li>((?:[2-9A-Z]{4}-){3}[2-9A-Z]{4})</li>"


@pytest.fixture
def signed_in(client, hale, bea):
    phone.password(client, bea)
    return client


def secret_on(page) -> str:
    return re.search(SHOWN, page.content.decode())[1].replace(" ", "")


def set_up(client, **more):
    secret = secret_on(client.get(reverse("profile-second-factor")))
    return client.post(reverse("profile-second-factor"), {"code": pyotp.TOTP(secret).now(), **more})


def test_bea_scans_confirms_and_gets_ten_recovery_codes_once(signed_in, bea):
    page = signed_in.get(reverse("profile-second-factor"))
    assert "<svg" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert secret_on(signed_in.get(reverse("profile-second-factor"))) == secret_on(page), "loaded again, the same"
    shown = set_up(signed_in)
    codes = re.findall(CODE, shown.content.decode())
    assert (shown.status_code, len(codes)) == (201, 10)
    assert phone.has_one(bea)
    assert codes[0] not in signed_in.get(reverse("profile-second-factor")).content.decode()
    [event] = Event.objects.filter(name="staff.second_factor_added")
    assert (event.about, event.by) == (bea.key, bea.key)


def test_the_secret_is_shown_only_to_who_has_lately_shown_that_it_is_she(client, hale, bea, monkeypatch):
    client.force_login(bea)
    page, confirmation = reverse("profile-second-factor"), reverse("profile-confirmation")
    answer = client.get(page, {"next": "/tasks"})
    assert answer["Location"] == f"{confirmation}?next=%2Fprofile%2Fsecond-factor%2F%3Fnext%3D%252Ftasks"
    assert client.post(page, {"code": "000000"})["Location"].startswith(confirmation)
    for _ in range(5):
        assert client.post(confirmation, {"confirm-proof": "wrong"}).status_code == 400
    limited = client.post(confirmation, {"confirm-proof": phone.PASSWORD})
    assert "Too many tries" in limited.content.decode()
    Attempt.objects.all().delete()
    assert client.post(confirmation, {"confirm-proof": phone.PASSWORD, "next": page})["Location"] == page
    assert secret_on(client.get(page))
    later = timezone.now() + freshness.LASTS + dt.timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get(page)["Location"].startswith(confirmation)


def test_a_wrong_code_turns_nothing_on(signed_in, bea):
    answer = signed_in.post(reverse("profile-second-factor"), {"code": "000 00x"})
    assert answer.context["form"].errors.keys() == {"code"}
    assert not phone.has_one(bea)


def test_it_stays_on_the_page_she_came_from_but_never_a_stranger_s(signed_in):
    shown = set_up(signed_in, next="https://evil.example/")
    assert "evil.example" not in shown.content.decode()


def test_a_second_app_does_not_take_the_first_one_s_place(signed_in, bea):
    phone.add(bea)
    assert signed_in.post(reverse("profile-second-factor"), {"code": "000000"}).status_code == 302
    with pytest.raises(Refusal, match="already"):
        phone.add(bea)


def test_new_recovery_codes_ask_the_password_and_end_the_old_ones(signed_in, bea):
    app = phone.add(bea)
    address = reverse("profile-recovery-codes")
    assert signed_in.post(address, {"renewal-proof": "wrong"}).status_code == 400
    shown = signed_in.post(address, {"renewal-proof": phone.PASSWORD})
    assert len(re.findall(CODE, shown.content.decode())) == 10
    assert not second_factor.take_recovery_code(bea, app.codes[0], at=timezone.now())


def test_removing_it_asks_the_password_and_tries_are_counted(signed_in, bea):
    phone.add(bea)
    address = reverse("profile-second-factor-removal")
    for _ in range(5):
        assert "This is not your password" in signed_in.post(address, {"removal-proof": "wrong"}).content.decode()
    assert "Too many tries" in signed_in.post(address, {"removal-proof": phone.PASSWORD}).content.decode()
    assert phone.has_one(bea)


def test_once_removed_the_password_alone_lets_in_and_no_code_is_left(signed_in, bea):
    app = phone.add(bea)
    signed_in.post(reverse("profile-second-factor-removal"), {"removal-proof": phone.PASSWORD})
    assert not phone.has_one(bea)
    assert not second_factor.take_recovery_code(bea, app.codes[0], at=timezone.now())
    assert phone.password(Client(), bea)["Location"] == "/"


def test_who_has_no_password_here_shows_a_code_instead(signed_in, bea):
    app = phone.add(bea)
    bea.set_unusable_password()
    bea.save()
    signed_in.force_login(bea)
    address = reverse("profile-second-factor-removal")
    assert signed_in.post(address, {"removal-proof": "000000"}).status_code == 400
    assert signed_in.post(address, {"removal-proof": app.shows()}).status_code == 302
    assert not phone.has_one(bea)
