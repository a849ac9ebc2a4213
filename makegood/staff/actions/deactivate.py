"""Somebody leaves, or comes back."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.events import actions as events
from makegood.events.refusals import Refusal
from makegood.staff.actions.sessions import forget_sessions
from makegood.staff.events import Deactivated, Reactivated
from makegood.staff.models import Role, User


@events.verb
def deactivate(user: User, *, by: str, at: dt.datetime) -> User:
    """End somebody's access at once: sessions, tokens, invitation. Their cases go back to the team later.

    Raises Refusal for the last administrator.
    """
    if user.deactivated_at:
        return user
    refuse_losing_the_last_administrator(user)
    user.is_active = False
    user.deactivated_at = at
    user.save(update_fields=["is_active", "deactivated_at"])
    forget_sessions(user)
    user.api_tokens.filter(revoked_at=None).update(revoked_at=at)
    events.record(Deactivated(), about=user.key, by=by, at=at)
    return user


@events.verb
def reactivate(user: User, *, by: str, at: dt.datetime) -> User:
    """Let somebody in again: with their old password, or, where they never had one, as invited."""
    if not user.deactivated_at:
        return user
    user.deactivated_at = None
    user.is_active = user.has_usable_password()
    user.save(update_fields=["is_active", "deactivated_at"])
    events.record(Reactivated(), about=user.key, by=by, at=at)
    return user


def refuse_losing_the_last_administrator(user: User) -> None:
    """Raise Refusal if nobody could manage the installation without this person.

    The rows are locked, so that two administrators cannot remove each other at the same moment.
    """
    admins = list(User.objects.administrators().select_for_update().values_list("pk", flat=True))
    if user.role == Role.ADMIN and admins == [user.pk]:
        raise Refusal(_("This is the last administrator. Make somebody else one first."), field="role")
