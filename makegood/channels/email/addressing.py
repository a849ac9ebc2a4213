"""Our own addresses: which mailbox a recipient means, and the token behind the plus."""

import base64
import dataclasses
import hashlib
import hmac
import re
import threading
import time
import uuid

from django.conf import settings

from makegood.channels.email.models import Mailbox
from makegood.customers.addresses import fold

KNOWN_FOR = 3.0
PUSH = re.compile(r"^([0-9a-f]{32})-([a-z2-7]{26})$")


@dataclasses.dataclass(frozen=True)
class Ours:
    """A recipient that is ours: its mailbox, and the token behind `+` ("" without one)."""

    mailbox: Mailbox
    token: str


class Directory:
    """The active mailboxes by folded address, read anew every KNOWN_FOR seconds. One a process, for any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read_at = 0.0
        self._boxes: dict[str, Mailbox] = {}
        self._domains: set[str] = set()

    def boxes(self) -> dict[str, Mailbox]:
        """All active mailboxes by address."""
        with self._lock:
            if time.monotonic() - self._read_at > KNOWN_FOR:
                found = Mailbox.objects.filter(is_active=True).select_related("brand", "team")
                found = found.prefetch_related("brand__teams")
                self._boxes = {box.address: box for box in found}
                self._domains = {address.rpartition("@")[2] for address in self._boxes}
                self._read_at = time.monotonic()
            return self._boxes

    def is_our_domain(self, domain: str) -> bool:
        """Whether one of the mailboxes has it."""
        self.boxes()
        return domain.lower() in self._domains

    def forget(self) -> None:
        """Read anew at the next question."""
        with self._lock:
            self._read_at = 0.0

    def ours(self, address: str) -> Ours | None:
        """The mailbox of a recipient: exact, plus-addressed, or postmaster of one of our domains. None: not ours."""
        folded = fold(address)
        local, _at, domain = folded.rpartition("@")
        boxes = self.boxes()
        if folded in boxes:
            return Ours(boxes[folded], "")
        plain, _plus, token = local.partition("+")
        if f"{plain}@{domain}" in boxes:
            return Ours(boxes[f"{plain}@{domain}"], token)
        if local == "postmaster":
            for box in boxes.values():
                if box.address.endswith(f"@{domain}"):
                    return Ours(box, "")
        return None


directory = Directory()


def push_token(mailbox: Mailbox) -> str:
    """What stands in the address to which a mail provider pushes this mailbox's mail; nobody can guess it."""
    purpose = f"makegood.mailbox.push:{mailbox.pk}:{mailbox.push_turn}"
    digest = hmac.digest(settings.SECRET_KEY.encode(), purpose.encode(), hashlib.sha256)
    return f"{mailbox.pk.hex}-{base64.b32encode(digest).decode().lower()[:26]}"


def pushed_to(token: str) -> Mailbox | None:
    """The active mailbox of a push token; None for a wrong or renewed one."""
    found = PUSH.match(token)
    mailbox = Mailbox.objects.filter(pk=uuid.UUID(found[1]), is_active=True).first() if found else None
    if mailbox is None or not hmac.compare_digest(token, push_token(mailbox)):
        return None
    return mailbox
