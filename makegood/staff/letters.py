"""What we write to our own people about their account, in their language. Whoever sends mail sends it."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

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
    return Letter(to=user.email, name=user.name, subject=subject, text=text % words, language=user.language)


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
    return Letter(to=user.email, name=user.name, subject=subject, text=text % words, language=user.language)
