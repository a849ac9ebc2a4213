"""What addresses about people's ways of signing in take, in the house of the permissions."""

import datetime as dt
from typing import Any

from makegood.staff.models import User
from makegood.staff.passkeys import actions as passkeys
from makegood.staff.passkeys.ceremony import Added
from makegood.staff.push import actions as push


def build(bea: User, *, at: dt.datetime) -> None:
    """Bea has a passkey, and a device that shows notices."""
    kept = Added(credential="AAAA", public_key=b"", sign_count=0, is_synced=True)
    passkeys.add(bea, kept, name="Telephone", by=bea.key, at=at)
    push.add(bea, endpoint="https://push.example/1", p256dh="", auth="", agent="", by=bea.key, at=at)


def addresses(bea: User) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    return {
        "staff-second-factor-removal": {"ref": bea.ref},
        "staff-sessions": {"ref": bea.ref},
        "staff-session-end": {"ref": bea.ref, "key": "0" * 32},
        "profile-session-end": {"key": "0" * 32},
        "push-device-trial": {"key": bea.push_devices.get().pk},
        "push-device-removal": {"key": bea.push_devices.get().pk},
        "offline": {"language": "en"},
        "profile-passkey-removal": {"key": bea.passkeys.get().pk},
    }
