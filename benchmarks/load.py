"""A small load generator: HTTP/1.1 over kept connections to a server on this machine, answers checked. Standard library only."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import quantiles
from urllib.parse import urlencode


@dataclass(frozen=True)
class Ask:
    """One request: a path, the text that its answer must hold, and for a POST its fields."""

    path: str
    expect: str = ""
    fields: Mapping[str, str] | None = None
    status: int = 200


@dataclass
class Times:
    """How long the right answers took, in milliseconds, and what was wrong with the others."""

    spent: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    last: bytes = b""

    def told(self) -> dict[str, object]:
        """As JSON: median, 99th percentile, how many a second."""
        cuts = quantiles(self.spent, n=100, method="inclusive") if len(self.spent) > 1 else [0.0] * 99
        told: dict[str, object] = {
            "asked": len(self.spent),
            "p50_ms": round(cuts[49], 2),
            "p99_ms": round(cuts[98], 2),
            "a_second": round(len(self.spent) / self.seconds, 1) if self.seconds else 0,
        }
        return told | ({"wrong": len(self.wrong), "first_wrong": self.wrong[0]} if self.wrong else {})


class Line:
    """One kept connection."""

    def __init__(self, port: int, cookies: Mapping[str, str]) -> None:
        self.port = port
        self.headers = "".join(
            [
                f"Host: 127.0.0.1:{port}\r\nReferer: http://127.0.0.1:{port}/\r\n",
                f"Cookie: {'; '.join(f'{name}={value}' for name, value in cookies.items())}\r\n" if cookies else "",
            ]
        )
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None

    async def ask(self, ask: Ask) -> tuple[int, bytes]:
        """Status and body."""
        if self.reader is None or self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 24)
        body = urlencode(ask.fields).encode() if ask.fields is not None else b""
        first = f"{'POST' if ask.fields is not None else 'GET'} {ask.path} HTTP/1.1\r\n"
        more = "Content-Type: application/x-www-form-urlencoded\r\n" if body else ""
        self.writer.write(f"{first}{self.headers}{more}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = next((int(line[15:]) for line in head.split("\r\n") if line.startswith("content-length:")), 0)
        if "transfer-encoding: chunked" in head:
            return int(head.split(" ", 2)[1]), await self._chunks()
        return int(head.split(" ", 2)[1]), await self.reader.readexactly(length)

    async def _chunks(self) -> bytes:
        assert self.reader is not None
        body = b""
        while size := int(await self.reader.readline(), 16):
            body += await self.reader.readexactly(size)
            await self.reader.readline()
        await self.reader.readline()
        return body

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()


async def _run(port: int, cookies: Mapping[str, str], asks: Sequence[Ask], lines: int) -> Times:
    times, waiting = Times(), list(reversed(asks))

    async def work() -> None:
        line = Line(port, cookies)
        while waiting:
            ask = waiting.pop()
            began = time.perf_counter()
            status, body = await line.ask(ask)
            spent = (time.perf_counter() - began) * 1000
            if status != ask.status or ask.expect.encode() not in body:
                times.wrong.append(f"{ask.path}: {status}, {len(body)} bytes without {ask.expect!r}")
            else:
                times.spent.append(spent)
                times.last = body
        line.close()

    began = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(lines)))
    times.seconds = time.perf_counter() - began
    return times


def run(port: int, asks: Sequence[Ask], *, cookies: Mapping[str, str] | None = None, lines: int = 1) -> Times:
    """Ask all, over so many connections at once, each asking anew when it is answered."""
    return asyncio.run(_run(port, cookies or {}, asks, lines))
