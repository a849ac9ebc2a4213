"""Links that let somebody in once: an invitation, a new password. Made of the account's state, stored nowhere.

A link is spent as soon as the password, the address or the last sign-in changes.
"""

import datetime as dt

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.http import base36_to_int

from makegood.staff.models import User


class Key(PasswordResetTokenGenerator):
    """Django's signed token, for one purpose and with a lifetime of its own (at most PASSWORD_RESET_TIMEOUT)."""

    def __init__(self, *, purpose: str, lifetime: dt.timedelta) -> None:
        super().__init__()
        self.key_salt = f"makegood.staff.links.{purpose}"
        self.lifetime = lifetime

    def opens(self, user: User | None, token: str) -> bool:
        """Whether the token is this person's, for this purpose, unspent and not too old."""
        if not self.check_token(user, token):
            return False
        age = self._num_seconds(self._now()) - base36_to_int(token.split("-", maxsplit=1)[0])
        return age <= self.lifetime.total_seconds()


INVITATION = Key(purpose="invitation", lifetime=dt.timedelta(days=3))
RESET = Key(purpose="reset", lifetime=dt.timedelta(hours=1))


def invitation_link(user: User) -> str:
    """The address where an invited person joins; works for three days."""
    return settings.BASE_URL + reverse("invitation", args=[user.ref, INVITATION.make_token(user)])


def reset_link(user: User) -> str:
    """The address where a person sets a new password; works for an hour."""
    return settings.BASE_URL + reverse("reset", args=[user.ref, RESET.make_token(user)])
