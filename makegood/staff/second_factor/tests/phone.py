"""Bea's telephone: an authenticator app for the tests."""

import datetime as dt
from dataclasses import dataclass

import pyotp
from django.urls import reverse
from django.utils import timezone

from makegood.staff.second_factor import actions as second_factor
from makegood.staff.second_factor import one_time
from makegood.staff.second_factor.models import AuthenticatorApp

PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Phone:
    """Knows the secret, shows the codes; `codes` are the recovery codes beside it."""

    secret: str
    codes: list[str]

    def shows(self, at: dt.datetime | None = None) -> str:
        return pyotp.TOTP(self.secret).at(at or timezone.now())


def add(user, *, at=None) -> Phone:
    """The second factor of a person, as if added a while ago: its first code is no longer of this moment."""
    at, secret = at or timezone.now(), one_time.new_secret()
    before = at - dt.timedelta(minutes=5)
    codes = second_factor.add_authenticator(
        user, secret=secret, code=pyotp.TOTP(secret).at(before), by=user.key, at=before
    )
    return Phone(secret, codes)


def password(client, user, **more):
    """The first step of signing in."""
    return client.post(reverse("sign-in"), {"email": user.email, "password": PASSWORD, **more})


def code(client, written):
    """The second."""
    return client.post(reverse("sign-in-code"), {"code": written})


def is_in(client) -> bool:
    return client.get(reverse("profile")).status_code == 200


def has_one(user) -> bool:
    return AuthenticatorApp.objects.filter(user=user).exists()
