"""Who sets how much which role may grant."""

from makegood.staff import permissions
from makegood.staff.models import Role, User

# Roles that work on cases, and so grant.
GRANTING = (Role.AGENT, Role.LEAD, Role.LEADER, Role.ADMIN)


def settable_by(user: User) -> tuple[Role, ...]:
    """Administrators set all; a lead sets what agents may, never what leads may themselves."""
    if not permissions.may(user, permissions.SET_AUTHORITY):
        return ()
    return GRANTING if user.role == Role.ADMIN else (Role.AGENT,)
