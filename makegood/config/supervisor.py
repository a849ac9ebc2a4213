"""Keep a few processes running: start, restart with growing pauses, stop cleanly. Knows nothing of Django.

Each child dies with us (PR_SET_PDEATHSIG), so that even `kill -9` of the supervisor leaves no process behind that
holds the port or works unseen.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1
FIRST_PAUSE = 0.25
LONGEST_PAUSE = 30.0
STEADY_AFTER = 10.0
STOP_WITHIN = 10.0
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass
class Child:
    """One process to keep running: its name, its command, the open files it inherits."""

    name: str
    command: Sequence[str]
    files: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE / 2
    again_at: float = field(default=0.0)


class Supervisor:
    """Runs the children until told to stop; `say` tells the person at the terminal."""

    def __init__(self, children: Sequence[Child], say: Callable[[str], None]) -> None:
        self.children = children
        self.say = say
        self.stopping = False

    def run(self, ready: Callable[[], bool], when_ready: Callable[[], None]) -> int:
        """Start all, call `when_ready` once when `ready` says so, and stay until SIGTERM, SIGINT or SIGHUP."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop)
        for child in self.children:
            self._start(child)
        told = False
        while not self.stopping:
            for child in self.children:
                self._look_after(child)
            if not told and ready():
                told = True
                when_ready()
            time.sleep(0.1)
        return self._stop_all()

    def _stop(self, number: int, frame: object) -> None:
        self.stopping = True

    def _start(self, child: Child) -> None:
        child.started = time.monotonic()
        child.process = subprocess.Popen(  # noqa: S603 - our own commands
            child.command,
            pass_fds=child.files,
            # Many threads make glibc keep a heap for each; with two, all of it takes a tenth less memory.
            env={"MALLOC_ARENA_MAX": "2", **os.environ},
            stdin=subprocess.DEVNULL,
            # A group of its own: Ctrl-C reaches us alone, and we ask the children in order.
            start_new_session=True,
            preexec_fn=_die_with(os.getpid()),  # noqa: PLW1509 - the supervisor has one thread
        )

    def _look_after(self, child: Child) -> None:
        if child.process is not None:
            if child.process.poll() is None:
                return
            steady = time.monotonic() - child.started > STEADY_AFTER
            child.pause = FIRST_PAUSE if steady else min(child.pause * 2, LONGEST_PAUSE)
            child.again_at = time.monotonic() + child.pause
            self.say(f"{child.name} ended ({_ending(child.process)}); starting it again in {child.pause:g} s.")
            child.process = None
        elif time.monotonic() >= child.again_at:
            self._start(child)

    def _stop_all(self) -> int:
        running = [child.process for child in self.children if child.process and child.process.poll() is None]
        for process in running:
            process.terminate()
        latest = time.monotonic() + STOP_WITHIN
        for process in running:
            try:
                process.wait(max(0.0, latest - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.say(f"Process {process.pid} did not stop by itself; ending it. What it held is tried again.")
                process.kill()
                process.wait()
        return 0


def _die_with(parent: int) -> Callable[[], None] | None:
    libc = _libc
    if libc is None:
        return None

    def in_child() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # the supervisor died between the fork and the line above
            os._exit(1)

    return in_child


def _ending(process: subprocess.Popen[bytes]) -> str:
    if process.returncode < 0:
        return signal.Signals(-process.returncode).name
    return f"exit code {process.returncode}"
