"""Live: so many agents look at a list and a case each, while so many changes a second happen to what they look at.

Each agent is a stream and a page that does what the script of the page does: it waits until a name comes, fetches the parts
that it concerns, and rests. A change is seen when its words are among what was fetched. Meanwhile another agent opens the
inbox and cases, one after the other; how long that takes is told beside. Prints one JSON object.
"""

import argparse
import asyncio
import json
import random
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from statistics import quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import installation
from benchmarks.load import Ask, Line

LIVE = re.compile(r'data-live="(/live[^"]+)"')
PARTS = re.compile(r'data-live-url="(/cases/[^"]+/parts\?[^"]+)"')
CHANGE = re.compile(r"change-(\d+)-")
# As in live.js.
JITTER, LEAST, BUSY, MOST = 0.4, 1.0, 4, 15.0


@dataclass
class Seen:
    """When each change was made and first seen (seconds since 1970), and how long other pages took (seconds)."""

    made: dict[int, float] = field(default_factory=dict)
    at: dict[int, float] = field(default_factory=dict)
    pages: list[float] = field(default_factory=list)
    fetched: int = 0
    resyncs: int = 0

    def told(self) -> dict[str, Any]:
        """As JSON. Changes that nobody saw are counted apart."""
        late = [self.at[number] - at for number, at in self.made.items() if number in self.at]
        return {
            "changes": len(self.made),
            "unseen": len(self.made) - len(late),
            "seen_after_ms": _cuts(late),
            "pages_ms": _cuts(self.pages),
            "fetched": self.fetched,
            "resyncs": self.resyncs,
        }


class Agent:
    """Somebody who has a case open, beside the list of their own."""

    def __init__(self, port: int, session: str, ref: str, seen: Seen) -> None:
        self.port, self.ref, self.seen = port, ref, seen
        self.line = Line(port, {"sessionid": session})
        self.patient = Line(port, {"sessionid": session})
        self.patient.headers += "HX-Request: true\r\nX-Live: 1\r\nX-Patient: 1\r\n"
        self.wanted: set[str] = set()
        self.woken = asyncio.Event()

    async def open(self) -> None:
        """Open the page, and listen."""
        status, body = await self.line.ask(Ask(f"/cases/{self.ref}?in=mine"))
        page = body.decode()
        stream = LIVE.search(page)
        assert status == 200 and stream, f"{self.ref}: {status}"
        found = [unescape(url) for url in PARTS.findall(page)]
        self.urls = {
            part: next(url for url in found if f"part={part}" in url) for part in ("beside", "conversation", "facts")
        }
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writer.write(f"GET {unescape(stream[1])} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        head = await self.reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in head, head

    async def listen(self) -> None:
        """Until the stream ends."""
        while line := await self.reader.readline():
            if line.startswith(b"event: resync"):
                self.seen.resyncs += 1
                self.wanted |= set(self.urls)
            elif line.startswith(b"data: C-"):
                name = line[6:].strip().decode()
                self.wanted |= {"beside"}
                self.wanted |= {"conversation"} if name.removesuffix("~") == self.ref else set()
                self.wanted |= {"facts"} if name == self.ref else set()
            if self.wanted:
                self.woken.set()

    async def look(self) -> None:
        """As the page does, for ever."""
        while True:
            await self.woken.wait()
            await asyncio.sleep(random.random() * JITTER)
            self.woken.clear()
            parts, self.wanted = self.wanted, set()
            began = time.monotonic()
            status, body = await self.patient.ask(Ask(self._address(parts)))
            assert status == 200, f"{self.ref}: {status}"
            self.seen.fetched += 1
            for number in CHANGE.findall(body.decode()):
                self.seen.at.setdefault(int(number), time.time())
            await asyncio.sleep(min(max(LEAST, (time.monotonic() - began) * BUSY), MOST))

    def _address(self, parts: set[str]) -> str:
        first, *others = sorted(parts, key=list(self.urls).index)
        url = self.urls[first]
        for other in others:
            mine = url.partition("?")[2].split("&")
            url += "".join(f"&{pair}" for pair in self.urls[other].partition("?")[2].split("&") if pair not in mine)
        return url


async def measure(port: int, changer: subprocess.Popen[str], options: argparse.Namespace) -> dict[str, Any]:
    """Let all look, make the changes, and tell what was seen of them."""
    assert changer.stdin and changer.stdout
    seen, loop = Seen(), asyncio.get_running_loop()
    agents = [Agent(port, one["session"], one["ref"], seen) for one in json.loads(changer.stdout.readline())]
    for agent in agents:
        await agent.open()
    busy = [asyncio.create_task(work) for agent in agents for work in (agent.listen(), agent.look())]
    other = asyncio.create_task(_browse(port, agents, seen))
    changer.stdin.write(f"{options.rate * options.seconds} {options.rate}\n")
    changer.stdin.flush()
    began = time.monotonic()
    for _change in range(options.rate * options.seconds):
        number, at = (await loop.run_in_executor(None, changer.stdout.readline)).split()
        seen.made[int(number)] = float(at)
    spent = time.monotonic() - began
    await asyncio.sleep(3)
    for task in (other, *busy):
        task.cancel()
    failed = [
        one for one in await asyncio.gather(other, *busy, return_exceptions=True) if isinstance(one, AssertionError)
    ]
    return seen.told() | {
        "changes_a_second": round(len(seen.made) / spent, 1),
        "failed": [str(one) for one in failed[:3]],
    }


async def _browse(port: int, agents: list[Agent], seen: Seen) -> None:
    """Another tab of one of them: the inbox, a case, and so on, with a moment to read."""
    line = Line(port, {})
    line.headers = agents[0].line.headers
    for agent in agents * 100:
        for path in ("/inbox/mine/", f"/cases/{agent.ref}"):
            began = time.monotonic()
            status, _body = await line.ask(Ask(path))
            assert status == 200, f"{path}: {status}"
            seen.pages.append(time.monotonic() - began)
            await asyncio.sleep(0.2)


def main(arguments: list[str]) -> int:
    """The command."""
    options = _options(arguments)
    like = installation.settled(installation.filled(options.cases, mails=options.mails))
    with installation.passing("live", like=like) as data:
        parts = ("--only", "web") if options.web else ()
        with installation.serving(data, *parts) as makegood, _changing(data, options) as changer:
            told = asyncio.run(measure(makegood.port, changer, options))
    print(json.dumps({"benchmark": "live", "agents": options.agents, "cases": options.cases} | told))
    return 0


def _changing(data: Path, options: argparse.Namespace) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).with_name("changing.py")), str(options.agents), "5"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=installation.environment(data), stdin=pipe, stdout=pipe, text=True)


def _cuts(seconds: list[float]) -> dict[str, float]:
    """Median and 99th percentile, in milliseconds."""
    cuts = quantiles(seconds, n=100, method="inclusive") if len(seconds) > 1 else [0.0] * 99
    return {"p50": round(1000 * cuts[49]), "p99": round(1000 * cuts[98])}


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agents", type=int, default=200, help="who look (default %(default)s)")
    parser.add_argument("--rate", type=int, default=50, help="changes a second (default %(default)s)")
    parser.add_argument("--seconds", type=int, default=20, help="for so long (default %(default)s)")
    parser.add_argument("--cases", type=int, default=10_000, help="how many there are in all (default %(default)s)")
    parser.add_argument("--web", action="store_true", help="without the processes that work in the background")
    parser.add_argument("--mails", type=Path, help="a Python file with ticket(number) to fill from")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
