"""Giving somebody another role."""

import datetime as dt

from makegood.events import actions as events
from makegood.staff.actions.deactivate import refuse_losing_the_last_administrator
from makegood.staff.events import RoleChanged
from makegood.staff.models import Role, User


@events.verb
def change_role(user: User, *, role: str, by: str, at: dt.datetime) -> User:
    """Change what somebody may do, from their next page on. Raises Refusal for the last administrator."""
    before, after = Role(user.role), Role(role)
    if before == after:
        return user
    refuse_losing_the_last_administrator(user)
    user.role = after
    user.save(update_fields=["role"])
    events.record(RoleChanged(before=before.value, after=after.value), about=user.key, by=by, at=at)
    return user
