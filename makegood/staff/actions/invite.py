"""Inviting somebody to the staff, and joining."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from makegood.calendars.places import is_time_zone
from makegood.events import actions as events
from makegood.events.keys import reference
from makegood.events.refusals import Refusal
from makegood.staff.events import Invited, Joined
from makegood.staff.models import Role, Team, User, fold


@events.verb
def invite(
    *,
    email: str,
    name: str,
    role: str = Role.AGENT,
    teams: Iterable[Team] = (),
    language: str = "en",
    timezone: str = "UTC",
    by: str,
    at: dt.datetime,
) -> User:
    """Make a member of staff who cannot sign in until they accept. Raises Refusal if the address is taken."""
    user = _new(email=email, name=name, role=role, language=language, timezone=timezone, at=at)
    user.is_active = False
    user.save(force_insert=True)
    user.teams.set(teams)
    events.record(Invited(role=user.role), about=user.key, by=by, at=at)
    return user


@events.verb
def invite_again(user: User, *, by: str, at: dt.datetime) -> User:
    """Invite somebody once more who has not accepted yet. Raises Refusal when they have."""
    if not user.is_invited:
        raise Refusal(_("This person has already joined."))
    user.invited_at = at
    user.save(update_fields=["invited_at"])
    events.record(Invited(role=user.role), about=user.key, by=by, at=at)
    return user


@events.verb
def accept(user: User, *, name: str, password: str, language: str, timezone: str, at: dt.datetime) -> User:
    """Take up an invitation: from now on they sign in with this password."""
    if not user.is_invited:
        raise Refusal(_("This invitation has already been used."))
    user.name = clean_name(name)
    user.language = checked_language(language)
    user.timezone = checked_time_zone(timezone)
    user.set_password(password)
    user.is_active = True
    user.save(update_fields=["name", "language", "timezone", "password", "is_active"])
    events.record(Joined(role=user.role), about=user.key, by=user.key, at=at)
    return user


@events.verb
def accept_by_provider(user: User, *, at: dt.datetime) -> User:
    """Take up an invitation by signing in with the company's provider, which vouches for the address: no password fits."""
    if not user.is_invited:
        raise Refusal(_("This invitation has already been used."))
    user.is_active = True
    user.save(update_fields=["is_active"])
    events.record(Joined(role=user.role), about=user.key, by=user.key, at=at)
    return user


@events.verb
def enrol(
    *,
    email: str,
    name: str,
    role: str = Role.AGENT,
    teams: Iterable[Team] = (),
    language: str = "en",
    timezone: str = "UTC",
    password: str = "",
    by: str = "",
    at: dt.datetime,
    origin: str = "live",
) -> User:
    """Make a member of staff who works from now on, as the first owner; without `password` none fits."""
    user = _new(email=email, name=name, role=role, language=language, timezone=timezone, at=at)
    if password:
        user.set_password(password)
    user.save(force_insert=True)
    user.teams.set(teams)
    events.record(Joined(role=user.role), about=user.key, by=by or user.key, at=at, origin=origin)
    return user


def _new(*, email: str, name: str, role: str, language: str, timezone: str, at: dt.datetime) -> User:
    user = User(
        ref=reference("S"),
        email=checked_email(email),
        name=clean_name(name),
        role=Role(role),
        language=checked_language(language),
        timezone=checked_time_zone(timezone),
        invited_at=at,
    )
    user.set_unusable_password()
    return user


def checked_email(email: str, *, of: User | None = None) -> str:
    """The address as we keep it. Raises Refusal when it is none, or somebody else's."""
    email = fold(email)
    try:
        validate_email(email)
    except ValidationError:
        raise Refusal(_("“%(address)s” is not a mail address.") % {"address": email}, field="email") from None
    if User.objects.filter(email=email).exclude(ref=of.ref if of else "").exists():
        raise Refusal(_("Somebody with the address %(address)s is already here.") % {"address": email}, field="email")
    return email


def clean_name(name: str) -> str:
    """A name without stray spaces. Raises Refusal when nothing is left."""
    name = " ".join(name.split())[:120]
    if not name:
        raise Refusal(_("A name is needed."), field="name")
    return name


def checked_language(language: str) -> str:
    """A language the pages speak. Raises Refusal for others."""
    if language not in dict(settings.LANGUAGES):
        raise Refusal(_("Makegood does not speak “%(language)s” yet.") % {"language": language})
    return language


def checked_time_zone(name: str) -> str:
    """A time zone we can count in. Raises Refusal for others."""
    if not is_time_zone(name):
        raise Refusal(_("“%(name)s” is not a time zone. Write it like Europe/Vilnius.") % {"name": name})
    return name
