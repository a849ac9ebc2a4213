"""Entering the mails that come at once: by one transaction, so that twenty senders wait for one commit and not in a row.

Each sender waits for its own mail all the same: what cannot be entered together is entered one by one, so that one bad
mail is asked to come again and the others are not.
"""

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import Executor

from django.db import DatabaseError, OperationalError, close_old_connections, connection

from makegood.channels.email import actions as email
from makegood.channels.email.actions.receiving import Kept
from makegood.channels.email.at_hand import AtHand
from makegood.channels.email.intake import arrived

log = logging.getLogger(__name__)


class Entering:
    """Belongs to one loop. While one transaction is written, those who come wait for the next. `at_hand`: where what is
    entered is given to be taken in, when this process does that."""

    def __init__(self, threads: Executor, at_hand: AtHand | None = None) -> None:
        self._threads = threads
        self._at_hand = at_hand
        self._waiting: list[tuple[Kept, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    def give_no_more(self) -> None:
        """This process ends: what still comes is for the next one, which finds it at once."""
        self._at_hand = None

    async def enter(self, mail: Kept) -> None:
        """Return once the mail's rows are committed. Raises DatabaseError or OSError when they cannot be."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((mail, done))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        await done

    async def _write_all(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                come, self._waiting = self._waiting, []
                troubles: Sequence[Exception | None]
                try:
                    mails = [mail for mail, _done in come]
                    troubles = await loop.run_in_executor(self._threads, _write, mails, self._at_hand)
                except Exception as unable:  # no thread to write in, or a connection that cannot be given back
                    troubles = [unable] * len(come)
                for (_mail, done), trouble in zip(come, troubles, strict=True):
                    if done.cancelled():
                        continue  # its session has gone; the mail is here
                    done.set_exception(trouble) if trouble else done.set_result(None)
        finally:
            self._writing = None


def _write(mails: Sequence[Kept], at_hand: AtHand | None) -> list[Exception | None]:
    """Enter them; the trouble of each, None where it is entered. Runs in a thread."""
    try:
        here = at_hand if at_hand is not None and at_hand.has_room() else None
        together = _attempt(mails, here)
        if together is None or len(mails) == 1 or isinstance(together, OperationalError):
            return [together] * len(mails)  # a database that is away or held is no mail's fault
        log.warning("%s mails could not be entered together, now each alone: %s", len(mails), together)
        return [_attempt([mail], here) for mail in mails]
    finally:
        close_old_connections()  # into the pool, where there is one


def _attempt(mails: Sequence[Kept], here: AtHand | None) -> Exception | None:
    try:
        email.enter(mails, begun=here is not None)
    except Exception as trouble:
        if isinstance(trouble, DatabaseError):
            connection.close()
        return trouble
    if here is not None:
        here.give((row, mail.raw) for mail in mails for row in mail.rows)
    arrived.set()
    return None
