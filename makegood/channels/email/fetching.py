"""Fetching by IMAP: one thread a mailbox in one of the workers, woken by IDLE. A mail is stored for good before we pass
it over, so a crash between the two brings it once more, and its fingerprint tells."""

import dataclasses
import imaplib
import logging
import os
import secrets
import socket
import threading
import uuid

from django.db import Error as DatabaseFailure
from django.db import close_old_connections, connection
from django.utils import timezone
from imap_tools import BaseMailBox, ImapToolsError

from makegood.channels.email import access_tokens, folder, signing_in
from makegood.channels.email import actions as email
from makegood.channels.email.demo import is_demo
from makegood.channels.email.models import Mailbox

LOOKS_EVERY = 15.0
IDLES_FOR = 25.0
LONGEST_PAUSE = 300.0
TROUBLES = (OSError, imaplib.IMAP4.error, ImapToolsError)
log = logging.getLogger(__name__)


def run(stop: threading.Event) -> None:
    """Keep a thread for each mailbox that this worker holds; look every few seconds which these are."""
    threads: dict[uuid.UUID, Fetching] = {}
    name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"[-100:]
    try:
        while not stop.is_set():
            _look(threads, stop, name)
            close_old_connections()
            stop.wait(LOOKS_EVERY)
        email.let_mailboxes_go(by=name)
    finally:
        # Also when the look failed: the next run starts threads of its own.
        for one in threads.values():
            one.ending.set()


@dataclasses.dataclass(frozen=True)
class Fetching:
    """A thread that fetches one mailbox, what ends it, and the settings it was started with."""

    thread: threading.Thread
    ending: threading.Event
    settings: str


def _look(threads: dict[uuid.UUID, Fetching], stop: threading.Event, name: str) -> None:
    fetched = {box.pk: box for box in Mailbox.objects.filter(is_active=True).exclude(imap_host="")}
    if fetched and is_demo():
        fetched = {}
    # Without one there is nothing to hold, and nothing to write every few seconds.
    held = email.hold_mailboxes(by=name, at=timezone.now()) if fetched else set()
    wanted = {key: box for key, box in fetched.items() if key in held}
    for key, one in list(threads.items()):
        if key not in wanted or _settings(wanted[key]) != one.settings or not one.thread.is_alive():
            one.ending.set()
            del threads[key]
    for key, box in wanted.items():
        if key not in threads:
            ending = threading.Event()
            told = f"imap {box.address}"
            thread = threading.Thread(target=_keep_fetching, args=(key, ending, stop), name=told, daemon=True)
            thread.start()
            threads[key] = Fetching(thread, ending, _settings(box))


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
        except Exception as trouble:
            pause = _troubled(mailbox, trouble, pause, ending)
            continue
        try:
            folder.begin(box, mailbox, at=timezone.now())
            idles = "IDLE" in _abilities(box)
            while not ending.is_set() and not stop.is_set():
                came = folder.fetch(box, mailbox, at=timezone.now())
                email.note_fetch(mailbox, trouble=missing(mailbox), came=came > 0, at=timezone.now())
                pause = 2.0
                if not came and idles:
                    box.idle.wait(timeout=IDLES_FOR)
                elif not came:
                    ending.wait(IDLES_FOR)
        except Exception as trouble:
            # Whatever a server answers: it shows on the mailbox, and the next try starts from a new connection.
            pause = _troubled(mailbox, trouble, pause, ending)
        finally:
            _leave(box)
    connection.close()


def _abilities(box: BaseMailBox) -> list[str]:
    """What the server can do (IDLE: RFC 2177), asked after signing in, as some say it only then."""
    _kind, told = box.client.capability()
    return b" ".join(part for part in told if isinstance(part, bytes)).decode("ascii", "replace").upper().split()


def missing(mailbox: Mailbox) -> str:
    """What is wrong though the server speaks with us: "" when nothing is."""
    if not mailbox.uid_refused:
        return ""
    return f"The server does not give {len(mailbox.uid_refused)} of the mails in this folder; they are asked for again."


def _troubled(mailbox: Mailbox, trouble: Exception, pause: float, ending: threading.Event) -> float:
    log.warning("%s cannot be fetched: %s", mailbox.address, trouble)
    told = str(trouble) if isinstance(trouble, access_tokens.SignInFailed) else f"{type(trouble).__name__}: {trouble}"
    try:
        email.note_fetch(mailbox, trouble=told, at=timezone.now())
    except DatabaseFailure:
        log.exception("Nor can that be written down")
        connection.close()
    ending.wait(pause)
    return min(pause * 2, LONGEST_PAUSE)


def _leave(box: BaseMailBox) -> None:
    try:
        box.logout()
    except TROUBLES:
        log.debug("The connection was gone already")
