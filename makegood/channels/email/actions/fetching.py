"""Who fetches a mailbox, and how far they have come. No events: it happens every minute."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from makegood.channels.email.models import Mailbox
from makegood.events.actions import verb

LEASE = dt.timedelta(seconds=45)
# What makes a folder another one: after a change of these the numbers of its mails mean nothing.
FOLDER = ("address", "imap_host", "imap_user", "imap_folder")
NOWHERE: dict[str, Any] = {"uid_validity": None, "uid_floor": 0, "uid_last": 0, "uid_refused": []}


@verb
def hold_mailboxes(*, by: str, at: dt.datetime) -> set[uuid.UUID]:
    """Lease the mailboxes that nobody else fetches at the moment, and keep one's own; which these are.

    A worker that dies leaves them to the next when the lease is over. Two that both think they hold one do no harm:
    a mail that comes twice is a duplicate.
    """
    wanted = Mailbox.objects.filter(is_active=True).exclude(imap_host="")
    free = Q(fetched_by=by) | Q(fetched_until=None) | Q(fetched_until__lte=at)
    wanted.filter(free).update(fetched_by=by, fetched_until=at + LEASE)
    return set(wanted.filter(fetched_by=by).values_list("pk", flat=True))


@verb
def let_mailboxes_go(*, by: str) -> None:
    """Leave one's mailboxes to others at once."""
    Mailbox.objects.filter(fetched_by=by).update(fetched_by="", fetched_until=None)


@verb
def note_place(
    mailbox: Mailbox, *, validity: int, last: int, floor: int | None = None, refused: Sequence[int] = ()
) -> bool:
    """Write down how far the folder has been fetched; False when it is another folder, or another numbering, by now."""
    same = {name: getattr(mailbox, name) for name in (*FOLDER, "uid_validity")}
    place = {
        "uid_validity": validity,
        "uid_last": last,
        "uid_floor": mailbox.uid_floor if floor is None else floor,
        "uid_refused": list(refused),
    }
    written = Mailbox.objects.filter(pk=mailbox.pk, **same).update(**place)
    for name, value in place.items():
        setattr(mailbox, name, value)
    return bool(written)
