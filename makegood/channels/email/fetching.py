"""Fetching by IMAP: one thread a mailbox, woken by IDLE. A mail is stored for good before it is marked as seen, so a
crash between the two brings it once more, and its fingerprint tells."""

import imaplib
import logging
import threading
import uuid

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from imap_tools import BaseMailBox, ImapToolsError

from makegood.channels.email import actions as email
from makegood.channels.email import signing_in
from makegood.channels.email.models import Mailbox, RawMail
from makegood.channels.email.secrets import Unreadable

LOOKS_EVERY = 15.0
IDLES_FOR = 25.0
LONGEST_PAUSE = 300.0
BATCH = 50
TROUBLES = (OSError, imaplib.IMAP4.error, ImapToolsError, signing_in.SignInFailed, Unreadable)
log = logging.getLogger(__name__)


def run(stop: threading.Event) -> None:
    """Keep a thread for each mailbox that is fetched; look every few seconds which these are."""
    threads: dict[uuid.UUID, tuple[threading.Thread, threading.Event, str]] = {}
    while not stop.is_set():
        wanted = {box.pk: box for box in Mailbox.objects.filter(is_active=True).exclude(imap_host="")}
        for key, (thread, ending, settings) in list(threads.items()):
            if key not in wanted or _settings(wanted[key]) != settings or not thread.is_alive():
                ending.set()
                del threads[key]
        for key, box in wanted.items():
            if key not in threads:
                ending = threading.Event()
                thread = threading.Thread(target=_keep_fetching, args=(key, ending, stop), name=f"imap {box.address}")
                thread.daemon = True
                thread.start()
                threads[key] = (thread, ending, _settings(box))
        close_old_connections()
        stop.wait(LOOKS_EVERY)
    for _thread, ending, _kept in threads.values():
        ending.set()


def _settings(box: Mailbox) -> str:
    """What a running connection depends on; a change starts it anew."""
    names = [field.name for field in Mailbox._meta.fields if field.name.startswith(("imap_", "oauth_"))]
    return "|".join(str(getattr(box, name)) for name in names)


def _keep_fetching(key: uuid.UUID, ending: threading.Event, stop: threading.Event) -> None:
    pause = 2.0
    while not ending.is_set() and not stop.is_set():
        mailbox = Mailbox.objects.select_related("brand", "team").filter(pk=key).first()
        if mailbox is None:
            return
        try:
            box = signing_in.imap(mailbox)
        except TROUBLES as trouble:
            signing_in.forget_tokens()
            pause = _troubled(mailbox, trouble, pause, ending)
            continue
        try:
            while not ending.is_set() and not stop.is_set():
                came = fetch(box, mailbox)
                email.note_fetch(mailbox, came=came > 0, at=timezone.now())
                pause = 2.0
                if not came:
                    box.idle.wait(timeout=IDLES_FOR)
        except (*TROUBLES, DatabaseError) as trouble:
            pause = _troubled(mailbox, trouble, pause, ending)
        finally:
            _leave(box)
    connection.close()


def fetch(box: BaseMailBox, mailbox: Mailbox) -> int:
    """Store what has not been seen, then mark it as seen; how many. Raises what the server or the disk raises."""
    unseen = box.uids("UNSEEN")[:BATCH]
    for uid in unseen:
        _kind, answer = box.client.uid("fetch", uid, "(BODY.PEEK[])")
        raw = next((part[1] for part in answer if isinstance(part, tuple)), None)
        if isinstance(raw, bytes):
            source = RawMail.Source.IMAP
            email.store(raw, mailboxes=[mailbox], source=source, envelope_from="", envelope_to=[], at=timezone.now())
        box.flag(uid, ["\\Seen"], True)
    return len(unseen)


def _troubled(mailbox: Mailbox, trouble: Exception, pause: float, ending: threading.Event) -> float:
    log.warning("%s cannot be fetched: %s", mailbox.address, trouble)
    try:
        email.note_fetch(mailbox, trouble=f"{type(trouble).__name__}: {trouble}", at=timezone.now())
    except DatabaseError:
        log.exception("Nor can that be written down")
        connection.close()
    ending.wait(pause)
    return min(pause * 2, LONGEST_PAUSE)


def _leave(box: BaseMailBox) -> None:
    try:
        box.logout()
    except (OSError, imaplib.IMAP4.error, ImapToolsError):
        log.debug("The connection was gone already")
