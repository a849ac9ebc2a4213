"""The live stream (server-sent events): says the names of what changed, `data: C-7F3K9Q`, and nothing else.

The page fetches what it shows of them, so that rights are checked where they always are. Whoever is signed out hears no more:
the log says so, and no database is asked here. When a listener may have
missed something (it connects late, or takes too slowly) it hears `event: resync` and fetches all that it shows.
"""

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from makegood.config.tail import CASE, News, Tail
from makegood.ui.live import ANYWHERE, FLOOR, LIST, Ticket, read, words_of

ANY_CASE = ("C-", "W-")  # what happens in a case, and who comes to it
PENDING = 200
STREAMS_PER_PERSON = 12
STREAMS = 2000
REMEMBERED = 60.0
SLACK = 1.0  # seconds from what an event is dated to when it counts
STOOD = 10_000  # cases of which it is remembered where they stood
HEARTBEAT = 20.0
LONGEST = 3600.0
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


@dataclass(eq=False)
class Listener:
    """One open stream: what it hears of, and what it has not been told yet."""

    ticket: Ticket
    pending: dict[str, None] = field(default_factory=dict)
    lost: bool = False
    ended: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, name: str, reach: frozenset[str] = frozenset()) -> None:
        """Remember one name to tell, if it is wanted itself or for a place that it reaches; too many, and the listener is
        to fetch everything instead."""
        wanted = self.ticket.topics
        is_wanted = name in wanted or not reach.isdisjoint(wanted) or (LIST in wanted and name.startswith(ANY_CASE))
        told = name if is_wanted else FLOOR
        if is_wanted or (FLOOR in wanted and name.startswith(CASE)):
            self.pending[told] = None
            if len(self.pending) > PENDING:
                self.miss()
            self.wake.set()

    def miss(self) -> None:
        """Something may have been missed."""
        self.pending.clear()
        self.lost = True
        self.wake.set()

    def end(self) -> None:
        """Close the stream."""
        self.ended = True
        self.wake.set()

    def take(self) -> bytes:
        """What to send now."""
        self.wake.clear()
        names, self.pending = self.pending, {}
        lost, self.lost = self.lost, False
        told = "".join(f"data: {name}\n\n" for name in names)
        return (("event: resync\ndata: all\n\n" if lost else "") + told).encode()


class Hub:
    """All streams of this process. Everything here happens in the event loop; only `_heard` is called by the tail."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()
        self.people: Counter[str] = Counter()
        self.recent: dict[str, tuple[float, frozenset[str]]] = {}
        self.stood: dict[str, frozenset[str]] = {}
        self.signed_out: dict[str, float] = {}
        self.since = 0.0
        self.tail: Tail | None = None

    def open(self) -> None:
        """Start listening to the log."""
        loop = asyncio.get_running_loop()
        self.since = time.time()
        self.tail = Tail(lambda news: loop.call_soon_threadsafe(self.publish, news))
        self.tail.start()

    def close(self) -> None:
        """End every stream, so that the server can stop."""
        if self.tail is not None:
            self.tail.stop()
        for listener in self.listeners:
            listener.end()

    def publish(self, news: list[News]) -> None:
        """Tell everybody who wants to know."""
        now = time.time()
        for one in news:
            if one.signed_out:
                self._sign_out(one)
            reach = self._reach(one)
            self.recent.pop(one.name, None)
            self.recent[one.name] = now, reach
            for listener in self.listeners:
                listener.hear(one.name, reach)
        while self.recent and (oldest := next(iter(self.recent))) and self.recent[oldest][0] < now - REMEMBERED:
            del self.recent[oldest]

    def _sign_out(self, one: News) -> None:
        """End the streams of tickets from before; whoever is still signed in gets a new ticket with the page."""
        self.signed_out[one.name] = max(one.signed_out, self.signed_out.get(one.name, 0.0))
        for listener in self.listeners:
            if listener.ticket.user_key == one.name and self.is_spent(listener.ticket):
                listener.end()

    def is_spent(self, ticket: Ticket) -> bool:
        """Whether whose ticket it is was signed out since."""
        return ticket.at <= self.signed_out.get(ticket.user_key, -SLACK) + SLACK

    def _reach(self, one: News) -> frozenset[str]:
        """The places whose lists it concerns: where the case stands, and where it stood; all, where nobody knows that."""
        if not one.places:
            return one.places
        ref = CASE + one.name.partition("-")[2].removesuffix(words_of(""))
        stood = self.stood.pop(ref, frozenset((ANYWHERE,)) if one.moved else one.places)
        self.stood[ref] = one.places
        if len(self.stood) > STOOD:
            del self.stood[next(iter(self.stood))]
        return one.places | stood

    def join(self, ticket: Ticket) -> Listener | None:
        """A new stream, told at once what changed since its page was made; None when there are too many."""
        if len(self.listeners) >= STREAMS or self.people[ticket.user_key] >= STREAMS_PER_PERSON:
            return None
        listener = Listener(ticket)
        if ticket.at < max(self.since, time.time() - REMEMBERED):
            listener.miss()
        for name, (heard, reach) in self.recent.items():
            if heard >= ticket.at - 1:
                listener.hear(name, reach)
        self.listeners.add(listener)
        self.people[ticket.user_key] += 1
        return listener

    def leave(self, listener: Listener) -> None:
        """The stream is closed."""
        self.listeners.discard(listener)
        self.people[listener.ticket.user_key] -= 1
        if not self.people[listener.ticket.user_key]:
            del self.people[listener.ticket.user_key]


HUB = Hub()


async def stream(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """The ASGI end point `/live?ticket=…`."""
    given = parse_qs(scope["query_string"].decode("latin-1")).get("ticket", [""])[0]
    ticket = read(given)
    if ticket is None or HUB.is_spent(ticket):
        return await _refuse(send, 403)
    listener = HUB.join(ticket)
    if listener is None:
        return await _refuse(send, 429)
    watching = asyncio.create_task(_watch(receive, listener))
    try:
        await _tell(listener, send)
    finally:
        watching.cancel()
        HUB.leave(listener)


async def _tell(listener: Listener, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    # Pages come back at different moments when a server starts again.
    await _write(send, f"retry: {random.randint(1000, 4000)}\n\n".encode())  # noqa: S311 - no secret
    until = time.monotonic() + LONGEST
    while not listener.ended and time.monotonic() < until:
        try:
            await asyncio.wait_for(listener.wake.wait(), HEARTBEAT)
        except TimeoutError:
            await _write(send, b"event: beat\ndata: .\n\n")
            continue
        told = listener.take()
        if told:
            await _write(send, told)
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _watch(receive: Any, listener: Listener) -> None:
    """Without this a closed tab would hold its place until the next heart-beat, and a stop would wait for it."""
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.end()


async def _write(send: Any, data: bytes) -> None:
    await send({"type": "http.response.body", "body": data, "more_body": True})


async def _refuse(send: Any, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b""})
