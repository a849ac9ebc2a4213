"""What addresses about people's ways of signing in take, in the house of the permissions."""

from typing import Any

from makegood.staff.models import User


def addresses(bea: User) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    return {
        "staff-second-factor-removal": {"ref": bea.ref},
        "staff-sessions": {"ref": bea.ref},
        "staff-session-end": {"ref": bea.ref, "key": "0" * 32},
        "profile-session-end": {"key": "0" * 32},
    }
