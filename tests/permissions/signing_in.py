"""What addresses about people's ways of signing in, and of being told, take in the house of the permissions."""

import datetime as dt
from typing import Any

from makegood.staff.models import User
from makegood.staff.notices import actions as notices
from makegood.staff.notices.kinds import Kind
from makegood.staff.passkeys import actions as passkeys
from makegood.staff.passkeys.ceremony import Added
from makegood.staff.push import actions as push


def build(bea: User, *, at: dt.datetime) -> None:
    """Bea has a passkey, a device that shows notices, and one notice."""
    kept = Added(credential="AAAA", public_key=b"", sign_count=0, is_synced=True)
    passkeys.add(bea, kept, name="Telephone", by=bea.key, at=at)
    push.add(bea, endpoint="https://push.example/1", p256dh="", auth="", agent="", by=bea.key, at=at)
    notices.note(bea, Kind.MENTION, key="walk", about="", said="You are named", path="/", at=at)


def addresses(bea: User) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    return {
        "staff-second-factor-removal": {"ref": bea.ref},
        "staff-sessions": {"ref": bea.ref},
        "staff-session-end": {"ref": bea.ref, "key": "0" * 32},
        "profile-session-end": {"key": "0" * 32},
        "push-device-trial": {"key": bea.push_devices.get().pk},
        "push-device-removal": {"key": bea.push_devices.get().pk},
        "told-reading": {"key": bea.notices.get().pk},
        "offline": {"language": "en"},
        "profile-passkey-removal": {"key": bea.passkeys.get().pk},
    }
