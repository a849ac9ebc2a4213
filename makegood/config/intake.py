"""Taking in a request's whole body before a thread is spent on it, so that slow clients stop nobody.

Limits: size; time (a slow client must still send at a modest rate); and how many bodies one address may have under
way. Over 1 MB a body waits on disk.
"""

import asyncio
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from typing import IO, Any

MEMORY = 1024 * 1024
LARGEST = 100 * 1024 * 1024
# A body may take half a minute, and a second more for each 16 kB that has come.
PATIENCE = 30.0
SLOWEST = 16 * 1024
UNDER_WAY_PER_ADDRESS = 40


@dataclass(frozen=True)
class Refusal(Exception):
    """Why a body was not taken: an HTTP status and a sentence."""

    status: int
    reason: str


class Gone(Exception):
    """The client went away before the body was whole."""


class Intake:
    """Reads bodies; remembers how many each address has under way."""

    def __init__(self) -> None:
        self.under_way: Counter[str] = Counter()

    async def take(self, scope: dict[str, Any], receive: Any) -> tuple[IO[bytes], int]:
        """The body, rewound, and its size in bytes. Raises Refusal, or Gone."""
        announced = _announced(scope)
        if announced > LARGEST:
            raise Refusal(413, "The request is larger than Makegood takes.")
        address = (scope.get("client") or ("",))[0]
        if self.under_way[address] >= UNDER_WAY_PER_ADDRESS:
            raise Refusal(429, "Too many requests from your address are still being sent.")
        self.under_way[address] += 1
        try:
            return await self._read(receive)
        finally:
            self.under_way[address] -= 1
            if not self.under_way[address]:
                del self.under_way[address]

    async def _read(self, receive: Any) -> tuple[IO[bytes], int]:
        body: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=MEMORY)  # noqa: SIM115 - closed by who reads it
        size, started = 0, time.monotonic()
        try:
            while True:
                left = started + PATIENCE + size / SLOWEST - time.monotonic()
                try:
                    message = await asyncio.wait_for(receive(), max(left, 0.001))
                except TimeoutError:
                    raise Refusal(408, "The request came too slowly.") from None
                if message["type"] == "http.disconnect":
                    raise Gone
                chunk = message.get("body", b"")
                size += len(chunk)
                if size > LARGEST:
                    raise Refusal(413, "The request is larger than Makegood takes.")
                body.write(chunk)
                if not message.get("more_body"):
                    body.seek(0)
                    return body, size
        except BaseException:
            body.close()
            raise


def _announced(scope: dict[str, Any]) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0
