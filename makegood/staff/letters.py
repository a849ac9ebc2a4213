"""What we write to our own people about their account, in their language. Whoever sends mail sends it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from makegood.staff.links import invitation_link, reset_link
from makegood.staff.models import User


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A mail to one member of staff: plain text, lines ended with a newline."""

    to: str
    name: str
    subject: str
    text: str
    language: str


def invitation(user: User, *, organisation: str) -> Letter:
    """The invitation, with a fresh link."""
    with translation.override(user.language):
        text = _(
            "Hello %(name)s,\n\n"
            "You are invited to work with %(organisation)s in Makegood, where we keep our promises to customers.\n\n"
            "Open this link to choose your password:\n%(link)s\n\n"
            "It works once, for three days. If you did not expect this, you can leave it unanswered.\n"
        )
        words = {"name": user.name, "organisation": organisation, "link": invitation_link(user)}
        subject = _("%(organisation)s invites you to Makegood") % {"organisation": organisation}
    return _letter(user, subject, text % words)


def second_factor_added(user: User) -> Letter:
    """So that nobody else adds one unseen."""
    with translation.override(user.language):
        text = _(
            "Hello %(name)s,\n\n"
            "Your account in Makegood has a second factor now: signing in asks for a code of an authenticator app.\n\n"
            "If it was not you who set it up, tell an administrator at once.\n"
        )
        subject = _("Your second factor is on")
    return _letter(user, subject, text % {"name": user.name})


def second_factor_removed(user: User, *, by: str) -> Letter:
    """`by` is the name of whoever did it, "" when it was they themselves."""
    with translation.override(user.language):
        if by:
            text = _(
                "Hello %(name)s,\n\n"
                "%(by)s removed the second factor of your account in Makegood: your password alone lets you in now.\n"
                "Set up a new one on the page of your settings: %(link)s\n\n"
                "If you did not ask for it, talk to them at once.\n"
            )
        else:
            text = _(
                "Hello %(name)s,\n\n"
                "The second factor of your account in Makegood was removed: your password alone lets you in now.\n"
                "Set up a new one on the page of your settings: %(link)s\n\n"
                "If it was not you, choose a new password and tell an administrator at once.\n"
            )
        words = {"name": user.name, "by": by, "link": settings.BASE_URL + reverse("profile-second-factor")}
        subject = _("Your second factor is off")
    return _letter(user, subject, text % words)


def passkey_added(user: User) -> Letter:
    """So that nobody else adds one unseen."""
    with translation.override(user.language):
        text = _(
            "Hello %(name)s,\n\n"
            "A passkey was added to your account in Makegood: from now on it signs in as you, without a password.\n"
            "See your passkeys on the page of your settings: %(link)s\n\n"
            "If it was not you, remove it and tell an administrator at once.\n"
        )
        words = {"name": user.name, "link": settings.BASE_URL + reverse("profile-passkeys")}
        subject = _("A passkey was added")
    return _letter(user, subject, text % words)


def passkey_removed(user: User, *, by: str) -> Letter:
    """`by` is the name of whoever did it, "" when it was they themselves."""
    with translation.override(user.language):
        if by:
            text = _(
                "Hello %(name)s,\n\n"
                "%(by)s removed a passkey of your account in Makegood: it signs you in no more.\n"
                "See your passkeys on the page of your settings: %(link)s\n\n"
                "If you did not ask for it, talk to them at once.\n"
            )
        else:
            text = _(
                "Hello %(name)s,\n\n"
                "A passkey of your account in Makegood was removed: it signs you in no more.\n"
                "See your passkeys on the page of your settings: %(link)s\n\n"
                "If it was not you, choose a new password and tell an administrator at once.\n"
            )
        words = {"name": user.name, "by": by, "link": settings.BASE_URL + reverse("profile-passkeys")}
        subject = _("A passkey was removed")
    return _letter(user, subject, text % words)


def recovery_code_used(user: User, *, left: int) -> Letter:
    """`left`: how many codes are left."""
    with translation.override(user.language):
        text = ngettext(
            "Hello %(name)s,\n\n"
            "Somebody, hopefully you, signed in to Makegood with one of your recovery codes. One is left.\n"
            "Make new ones on the page of your settings: %(link)s\n\n"
            "If it was not you, choose a new password and tell an administrator at once.\n",
            "Hello %(name)s,\n\n"
            "Somebody, hopefully you, signed in to Makegood with one of your recovery codes. %(left)d are left.\n"
            "Make new ones on the page of your settings: %(link)s\n\n"
            "If it was not you, choose a new password and tell an administrator at once.\n",
            left,
        )
        words = {"name": user.name, "left": left, "link": settings.BASE_URL + reverse("profile-second-factor")}
        subject = _("A recovery code was used")
    return _letter(user, subject, text % words)


def _letter(user: User, subject: str, text: str) -> Letter:
    return Letter(to=user.email, name=user.name, subject=subject, text=text, language=user.language)


def password_reset(user: User) -> Letter:
    """The way back in, with a fresh link."""
    with translation.override(user.language):
        text = _(
            "Hello %(name)s,\n\n"
            "Somebody, hopefully you, asked for a new password for Makegood. Open this link to choose one:\n"
            "%(link)s\n\n"
            "It works once, for an hour. If it was not you, do nothing: your password stays as it is.\n"
        )
        words = {"name": user.name, "link": reset_link(user)}
        subject = _("A new password for Makegood")
    return _letter(user, subject, text % words)
