"""The web's door: a connection that asks nothing, never ends asking or never reads its answer gives up its place."""

import asyncio
from typing import Any, ClassVar

from uvicorn.protocols.http.auto import AutoHTTPProtocol

# Uvicorn answers 503 to everybody from this many connections on; from the other on, idle ones make room.
CONNECTIONS, CROWDED = 3000, 2900
ASKS_WITHIN = 20.0  # seconds for a request's headers
READS_WITHIN = 60.0  # seconds for the next 64 kB of an answer


class Door(AutoHTTPProtocol):  # type: ignore[misc,valid-type]
    """One connection. `waiting` holds those with no request under way, the longest waiting first."""

    waiting: ClassVar[dict["Door", None]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._asking: asyncio.TimerHandle | None = None
        self._reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        if len(self.connections) >= CROWDED and self.waiting:
            next(iter(self.waiting)).give_up()
        super().connection_made(transport)
        self.waiting[self] = None
        self._asking = self.loop.call_later(ASKS_WITHIN, self.give_up)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            # The headers are here. How long the body may take is the intake's to say.
            self.waiting.pop(self, None)
            _end(self._asking)
            self._asking = None
        elif self._asking is None:
            self._asking = self.loop.call_later(ASKS_WITHIN, self.give_up)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self.transport.is_closing():
            self.waiting[self] = None

    def pause_writing(self) -> None:
        super().pause_writing()
        self._reading = self.loop.call_later(READS_WITHIN, self.give_up)

    def resume_writing(self) -> None:
        super().resume_writing()
        _end(self._reading)

    def connection_lost(self, exc: Exception | None) -> None:
        self.waiting.pop(self, None)
        _end(self._asking)
        _end(self._reading)
        super().connection_lost(exc)

    def give_up(self) -> None:
        """Close it now; what was not read is not waited for."""
        self.waiting.pop(self, None)
        self.connections.discard(self)
        self.transport.abort()


def _end(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
