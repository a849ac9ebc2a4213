"""Who of our people it is that the provider has sent."""

import datetime as dt

from django.conf import settings
from django.utils.translation import get_language

from makegood.staff import actions as staff
from makegood.staff.models import User, fold
from makegood.staff.oidc.flow import Person


class NobodyHere(Exception):
    """Nobody with this address may work here."""


def find(person: Person, *, at: dt.datetime) -> User:
    """The member of staff with the address that the provider vouches for: who works here, who is invited and joins by
    this, or, where the settings say so, somebody new. Raises NobodyHere."""
    email = fold(person.email)
    user = User.objects.filter(email=email).first() if email else None
    if user is not None and user.deactivated_at:
        raise NobodyHere
    if user is not None:
        return user if user.is_active else staff.accept_by_provider(user, at=at)
    if not email or not may_be_new(email):
        raise NobodyHere
    return staff.enrol(
        email=email,
        name=person.name.strip() or email.partition("@")[0],
        role=settings.OIDC_NEW_ROLE,
        language=get_language() or "en",
        at=at,
    )


def may_be_new(email: str) -> bool:
    """Whether somebody with this address joins by merely signing in: only of the domains named, and never by default."""
    domain = email.rpartition("@")[2]
    return bool(settings.OIDC_NEW_ROLE) and domain in {fold(one) for one in settings.OIDC_NEW_DOMAINS}
