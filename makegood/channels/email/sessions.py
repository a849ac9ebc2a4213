"""One SMTP session: our way of reading a mail's bytes, and the places of which there are only so many.

A slow client holds nobody up: when all places are taken, whoever sends least gives theirs to who comes next.
"""

import asyncio
import time
from typing import Any

from aiosmtpd.smtp import SMTP

LARGEST = 100 * 1024 * 1024
# How much is read ahead of a mail; and how long a command may be, with room for what some programs add.
AHEAD = 256 * 1024
SESSIONS = 20
PATIENCE = 120  # seconds a client may be silent
# Who has been here so long and has sent less than so much a second may be asked to come again.
SETTLED, SLOWEST = 5.0, 1024
LAST = b".\r\n"
CROWDED = b"421 4.3.2 Too many sessions just now, please come again\r\n"


class Room:
    """The places; asked and changed in the one thread of the loop."""

    def __init__(self, places: int) -> None:
        self.places = places
        self.seated: set[Session] = set()

    def has_place(self) -> bool:
        """Whether one is free, or has just been given up by the slowest."""
        if len(self.seated) < self.places:
            return True
        now = time.monotonic()
        slow = [one for one in self.seated if one.may_leave(now)]
        if not slow:
            return False
        min(slow, key=lambda one: one.pace(now)).leave()
        return True


class Session(SMTP):
    """aiosmtpd's, but: lines of any length, a mail's bytes in one piece, and a place that may be lost."""

    line_length_limit = AHEAD

    def __init__(self, room: Room, handler: Any) -> None:
        super().__init__(
            handler,
            data_size_limit=LARGEST,
            enable_SMTPUTF8=True,
            hostname="makegood",
            ident="Makegood",
            timeout=PATIENCE,
            loop=asyncio.get_running_loop(),
        )
        self._room = room
        self._came = 0
        self._begun = self._heard = time.monotonic()
        self._storing = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._room.seated.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._room.seated.discard(self)
        super().connection_lost(error)

    def data_received(self, data: bytes) -> None:
        """Whoever sends is not silent, also in the middle of a large mail."""
        self._came += len(data)
        now = time.monotonic()
        if now - self._heard > 1:
            self._heard = now
            self._reset_timeout()
        super().data_received(data)

    def pace(self, now: float) -> float:
        """Bytes a second since the session began."""
        return self._came / max(now - self._begun, 0.001)

    def may_leave(self, now: float) -> bool:
        """Slow, here for a while, and not waiting for our own disk."""
        return not self._storing and now - self._begun > SETTLED and self.pace(now) < SLOWEST

    def leave(self) -> None:
        """Ask the client to come again, and free the place at once."""
        self._room.seated.discard(self)
        assert isinstance(self.transport, asyncio.Transport)
        self.transport.write(CROWDED)
        if self.transport.get_write_buffer_size():
            self.transport.abort()  # it does not even read
        else:
            self.transport.close()

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802 - aiosmtpd's name
        """Take the bytes up to the lone dot, which stands between two CRLF and nothing else (RFC 5321, 4.1.1.4)."""
        assert self.envelope is not None
        if await self.check_helo_needed():
            return
        if not self.envelope.rcpt_tos:
            await self.push("503 5.5.1 Error: need RCPT command")
            return
        if arg:
            await self.push("501 5.5.4 Syntax: DATA")
            return
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        content = await self._content()
        if content is None:
            await self.push("552 5.3.4 Error: Too much mail data")
        else:
            self.envelope.content = self.envelope.original_content = content
            self._storing = True
            try:
                await self.push(await self._call_handler_hook("DATA"))
            finally:
                self._storing = False
        self._set_post_data_state()  # type: ignore[no-untyped-call]

    async def _content(self) -> bytes | None:
        """A mail's bytes without the dots that SMTP adds; None when they are more than we take.

        One growing piece: a list of lines takes many times the room where lines are short.
        """
        data = bytearray()
        too_much = False
        while not (data == LAST or data.endswith(b"\r\n" + LAST)):
            try:
                data += await self._reader.readuntil(LAST)
            except asyncio.LimitOverrunError as longer:
                data += await self._reader.readexactly(longer.consumed)
            if len(data) > LARGEST:
                too_much = True
                del data[:-8]
        if too_much:
            return None
        del data[-len(LAST) :]
        if data.startswith(b"."):
            del data[:1]
        return bytes(data.replace(b"\r\n.", b"\r\n"))


class Crowded(asyncio.Protocol):
    """No place is free: said at once, so that the sender comes again."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        transport.write(CROWDED)
        transport.close()
