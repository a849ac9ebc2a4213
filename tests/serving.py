"""A whole Makegood in real processes, for stories and faults: `with serving() as makegood: makegood.url …`.

It has a data directory and a database of its own (on the PostgreSQL of MAKEGOOD_DATABASE_URL, where that is set).
"""

import contextlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import migrated
from tests.migrated import ROOT

PATIENCE = 60.0


@dataclass
class Makegood:
    """One running installation."""

    data: Path
    environment: dict[str, str]
    port: int
    smtp_port: int
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def printed(self) -> str:
        """What stood on the terminal so far."""
        return (self.data / "terminal").read_text()

    def start(self, *arguments: str) -> None:
        """Start `makegood serve` and wait until it says that all parts answer."""
        with (self.data / "terminal").open("w") as terminal:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "makegood", "serve"),
                    *("--port", str(self.port), "--smtp-port", str(self.smtp_port), *arguments),
                ],
                cwd=ROOT,
                env=self.environment,
                stdout=terminal,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
            )
        eventually(lambda: "Stop with Ctrl-C" in self.printed, self)

    def command(self, *arguments: str, given: str = "") -> str:
        """Run another makegood command on the same installation; returns what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "makegood", *arguments],
            cwd=ROOT,
            env=self.environment,
            input=given,
            text=True,
            capture_output=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body of a page."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()

    def child(self, part: str) -> int:
        """The process id of `web`, `worker` or `mail`."""
        for pid in children(self.process.pid):
            if Path(f"/proc/{pid}/comm").read_text() == f"makegood-{part}\n":
                return pid
        raise ProcessLookupError(part)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to stop; returns the exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def eventually(true: Callable[[], object], makegood: Makegood | None = None) -> None:
    """Wait until it is so. Gives up after a minute: not a measure of speed, only of never."""
    latest = time.monotonic() + PATIENCE
    while not true():
        ended = makegood is not None and makegood.process is not None and makegood.process.poll() is not None
        if ended or time.monotonic() > latest:
            raise AssertionError(f"It never happened. {makegood.printed if makegood else ''}")
        time.sleep(0.05)


@contextmanager
def serving(*arguments: str, start: bool = True, empty: bool = False, **environment: str) -> Iterator[Makegood]:
    """A fresh installation, started unless told otherwise; ended and removed afterwards.

    Its database has its tables already, copied from one that was made before, unless it is to be `empty`.
    """
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder, migrated.database(empty=empty) as url:
        if not empty and not url:
            migrated.copy_file(Path(folder, migrated.DATABASE))
        port, smtp_port = free_port(), free_port()
        makegood = Makegood(
            data=Path(folder),
            environment={
                **migrated.environment(folder, url),
                "MAKEGOOD_BASE_URL": f"http://127.0.0.1:{port}",
                **environment,
            },
            port=port,
            smtp_port=smtp_port,
        )
        try:
            if start:
                makegood.start(*arguments)
            yield makegood
        finally:
            if makegood.process is not None and makegood.process.poll() is None:
                makegood.process.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    makegood.process.wait(20)
                makegood.process.kill()


def free_port() -> int:
    """A port that nobody listens on at the moment."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]
