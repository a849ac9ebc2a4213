"""The SMTP listener: takes only our addresses, stores before it says 250, and never bounces afterwards."""

import asyncio
import datetime as dt
import logging
import threading
from concurrent.futures import ThreadPoolExecutor

from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import DatabaseError, close_old_connections

from makegood.channels.email import actions as email
from makegood.channels.email import sessions
from makegood.channels.email.actions.receiving import Kept
from makegood.channels.email.addressing import directory
from makegood.channels.email.at_hand import AtHand
from makegood.channels.email.entering import Entering
from makegood.channels.email.models import RawMail

STORING_THREADS = 4
log = logging.getLogger(__name__)


class Handler:
    """What we answer to RCPT and DATA. Work that waits for the disk runs in a few threads."""

    def __init__(self, at_hand: AtHand | None) -> None:
        self.threads = ThreadPoolExecutor(STORING_THREADS, thread_name_prefix="store")
        self.entering = Entering(self.threads, at_hand)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Only our addresses; 451 while we cannot tell."""
        loop = asyncio.get_running_loop()
        try:
            ours = await loop.run_in_executor(self.threads, _look_up, address)
        except DatabaseError as trouble:
            log.warning("Cannot look up %s: %s", address, trouble)
            return "451 4.3.0 Cannot look up this address just now, please come again"
        if ours is None:
            return "550 5.1.1 No such address here"
        if len(envelope.rcpt_tos) >= 100:
            return "452 4.5.3 Too many recipients, please send the rest separately"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """250 only once the bytes are on disk and the row is committed; 451 while they cannot be."""
        raw = envelope.content
        if not isinstance(raw, bytes):
            return "451 4.3.0 Nothing came"
        loop = asyncio.get_running_loop()
        recipients = list(envelope.rcpt_tos)
        try:
            kept = await loop.run_in_executor(self.threads, _keep, raw, envelope.mail_from or "", recipients)
            await self.entering.enter(kept)
        except (OSError, DatabaseError) as trouble:
            log.error("A mail could not be stored, its sender was asked to come again: %s", trouble)
            return "451 4.3.0 It could not be stored just now, please come again"
        return "250 2.0.0 Stored"

    async def handle_exception(self, trouble: Exception) -> str:
        """A fault of ours must cost nobody a mail: whatever it is, the sender keeps it and comes again."""
        log.error("A session failed, its sender was asked to come again", exc_info=trouble)
        return "451 4.3.0 Something went wrong on our side, please come again"


def _look_up(address: str) -> object:
    try:
        return directory.ours(address)
    finally:
        close_old_connections()


def _keep(raw: bytes, sender: str, recipients: list[str]) -> Kept:
    boxes = {}
    try:
        for recipient in recipients:
            ours = directory.ours(recipient)
            if ours is not None:
                boxes[ours.mailbox.pk] = ours.mailbox
    finally:
        close_old_connections()  # into the pool, where there is one
    return email.keep(
        raw,
        # Closed since we said yes: it is parked, where somebody sees it.
        mailboxes=boxes.values() or [None],
        source=RawMail.Source.SMTP,
        # aiosmtpd's word for the null sender of bounces; for us it is an empty one.
        envelope_from="" if sender == "<>" else sender,
        envelope_to=recipients,
        at=dt.datetime.now(dt.UTC),
    )


def run(host: str, port: int, stop: threading.Event, *, at_hand: AtHand | None = None) -> None:
    """Listen until told to stop; sessions in the middle of a mail get a moment to end it. `at_hand`: where mail is given
    to be taken in by this process."""
    asyncio.run(_serve(host, port, stop, at_hand))


async def _serve(host: str, port: int, stop: threading.Event, at_hand: AtHand | None) -> None:
    handler = Handler(at_hand)
    room = sessions.Room(sessions.SESSIONS)

    def session() -> asyncio.Protocol:
        return sessions.Session(room, handler) if room.has_place() else sessions.Crowded()

    loop = asyncio.get_running_loop()
    server = await loop.create_server(session, host, port, backlog=200)
    async with server:
        while not stop.is_set():
            await asyncio.sleep(0.1)
        server.close()
        handler.entering.give_no_more()
        for _ in range(30):
            if not room.seated:
                break
            await asyncio.sleep(0.1)
    handler.threads.shutdown(wait=True)
