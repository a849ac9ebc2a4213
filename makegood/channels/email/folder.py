"""An IMAP folder read from where we left it, whoever else reads in it.

Mails have ascending numbers (UIDs) that hold as long as the folder's UIDVALIDITY does (RFC 3501 §2.3.1.1). We take all
above the last one we stored, read or unread; and below it what is unread, as it came late or somebody wants it seen.
When the numbers are given anew, everything of the days since the last look comes again, and its fingerprint tells.
"""

import datetime as dt
import imaplib

from imap_tools import BaseMailBox

from makegood.channels.email import actions as email
from makegood.channels.email.models import Mailbox, RawMail
from makegood.channels.email.models.mailbox import Begin

BATCH = 50
# More that the server will not give at once is trouble of the server, and no trouble of some mails.
MOST_REFUSED = 100
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Refused(Exception):
    """The server would not give a mail; the text is its answer."""


def begin(box: BaseMailBox, mailbox: Mailbox, *, at: dt.datetime) -> None:
    """Find the place in the folder that `box` has just chosen. Raises what the server raises."""
    validity, following = _told(box, "UIDVALIDITY"), _told(box, "UIDNEXT")
    if mailbox.uid_validity is not None and mailbox.uid_validity == validity:
        return
    newest = following - 1 if following else max(_uids(box, "ALL"), default=0)
    if mailbox.uid_validity is None:
        last = newest
    else:
        # A date is the server's own day, which may have begun elsewhere already.
        day = (mailbox.last_fetched_at or at) - dt.timedelta(days=2)
        recent = _uids(box, f"SINCE {day.day}-{MONTHS[day.month - 1]}-{day.year}")
        last = min(recent) - 1 if recent else newest
    floor = 0 if mailbox.imap_begin == Begin.UNREAD else last
    email.note_place(mailbox, validity=validity, last=last, floor=floor)


def fetch(box: BaseMailBox, mailbox: Mailbox, *, at: dt.datetime) -> int:
    """Store what is new, then mark it as seen; how many. Raises what the server or the disk raises.

    Only what is stored is passed over: a mail that the server will not give now is asked for again, and holds the
    others up no longer than that.
    """
    came, last, refused = 0, mailbox.uid_last, set(mailbox.uid_refused)
    new = _ahead(box, mailbox)[:BATCH]
    try:
        for uid in new or sorted(refused)[:BATCH]:
            try:
                raw = _content(box, uid)
            except Refused:
                if len(refused) >= MOST_REFUSED:
                    raise
                refused.add(uid)
            else:
                if raw is not None:
                    _store(raw, mailbox, at)
                    box.flag(str(uid), ["\\Seen"], True)
                    came += 1
                refused.discard(uid)
            last = max(last, uid)
    finally:
        if (last, sorted(refused)) != (mailbox.uid_last, mailbox.uid_refused):
            validity = mailbox.uid_validity or 0
            email.note_place(mailbox, validity=validity, last=last, refused=sorted(refused))
    return came


def _ahead(box: BaseMailBox, mailbox: Mailbox) -> list[int]:
    """The numbers of what is to be fetched, in the order in which it came."""
    # `n:*` always names the newest mail, too, even when its number is smaller.
    above = {uid for uid in _uids(box, f"UID {mailbox.uid_last + 1}:*") if uid > mailbox.uid_last}
    unread = {uid for uid in _uids(box, "UNSEEN") if uid > mailbox.uid_floor}
    return sorted((above | unread) - set(mailbox.uid_refused))


def _content(box: BaseMailBox, uid: int) -> bytes | None:
    """The bytes of a mail; None when somebody deleted or moved it in this moment. Raises Refused."""
    kind, answer = box.client.uid("fetch", str(uid), "(BODY.PEEK[])")
    if kind != "OK":
        raise Refused(f"{answer!r:.200}")
    raw = next((part[1] for part in answer if isinstance(part, tuple)), None)
    return raw if isinstance(raw, bytes) else None


def _store(raw: bytes, mailbox: Mailbox, at: dt.datetime) -> None:
    source = RawMail.Source.IMAP
    email.store(raw, mailboxes=[mailbox], source=source, envelope_from="", envelope_to=[], at=at)


def _uids(box: BaseMailBox, asked: str) -> list[int]:
    return [int(uid) for uid in box.uids(asked)]


def _told(box: BaseMailBox, name: str) -> int:
    """A number that the server told when the folder was chosen; 0 when it did not."""
    _kind, answer = box.client.response(name)
    said = answer[-1] if answer else None
    if said is None:
        return 0
    try:
        return int(said)
    except ValueError as trouble:
        raise imaplib.IMAP4.error(f"{name} is no number: {said!r:.50}") from trouble
