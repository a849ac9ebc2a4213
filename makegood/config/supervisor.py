"""Keep a few processes running: start, restart with growing pauses, stop cleanly. Knows nothing of what they do.

They are forked, so that what was loaded before is one memory for all of them. Each dies with us (PR_SET_PDEATHSIG), so
that even `kill -9` of the supervisor leaves no process behind that holds the port or works unseen.
"""

import ctypes
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1
PR_SET_NAME = 15
M_ARENA_MAX, M_TRIM_THRESHOLD = -8, -1
TOLD_BY = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
FIRST_PAUSE = 0.25
LONGEST_PAUSE = 30.0
STEADY_AFTER = 10.0
STOP_WITHIN = 10.0
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass
class Child:
    """One process to keep running: its name, and what it does until SIGTERM; returns its exit code."""

    name: str
    run: Callable[[], int]
    pid: int = 0  # 0: not running
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
        for number in TOLD_BY:
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
        child.pid = fork(child)

    def _look_after(self, child: Child) -> None:
        if child.pid:
            ending = _ended(child)
            if ending is None:
                return
            steady = time.monotonic() - child.started > STEADY_AFTER
            child.pause = FIRST_PAUSE if steady else min(child.pause * 2, LONGEST_PAUSE)
            child.again_at = time.monotonic() + child.pause
            self.say(f"{child.name} ended ({ending}); starting it again in {child.pause:g} s.")
        elif time.monotonic() >= child.again_at:
            self._start(child)

    def _stop_all(self) -> int:
        running = [child for child in self.children if child.pid and _ended(child) is None]
        for child in running:
            os.kill(child.pid, signal.SIGTERM)
        latest = time.monotonic() + STOP_WITHIN
        while (running := [child for child in running if _ended(child) is None]) and time.monotonic() < latest:
            time.sleep(0.02)
        for child in running:
            self.say(f"Process {child.pid} did not stop by itself; ending it. What it held is tried again.")
            os.kill(child.pid, signal.SIGKILL)
            os.waitpid(child.pid, 0)
        return 0


def _ended(child: Child) -> str | None:
    """How a running child ended, in words; None while it goes on."""
    pid, status = os.waitpid(child.pid, os.WNOHANG)
    if not pid:
        return None
    child.pid = 0
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def fork(child: Child) -> int:
    """Start a child in a process of its own, a copy of this one, and leave it to itself; its process id."""
    # Nobody may be told to stop between the fork and the moment when the child is its own.
    signal.pthread_sigmask(signal.SIG_BLOCK, TOLD_BY)
    parent = os.getpid()
    pid = os.fork()
    if not pid:
        code = 1
        try:
            _become(child.name, parent)
            code = child.run()
        except SystemExit as asked:
            code = asked.code if isinstance(asked.code, int) else 1
        except BaseException:  # nothing of the child may go on in what was the supervisor
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, TOLD_BY)
    return pid


def _become(name: str, parent: int) -> None:
    """What sets a child apart from us: its name for `ps` and `top`, its signals, its input, its memory."""
    # A group of its own: Ctrl-C reaches us alone, and we ask the children in order.
    os.setsid()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number in TOLD_BY:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, TOLD_BY)
    if _libc is None:
        return
    _libc.prctl(PR_SET_NAME, f"makegood-{name}".encode(), 0, 0, 0)
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # the supervisor died between the fork and the line above
        os._exit(1)
    if hasattr(_libc, "mallopt") and not any(name.startswith("MALLOC_") for name in os.environ):
        # Left alone, glibc keeps a heap for each of many threads, and after one large block keeps all large ones.
        _libc.mallopt(M_ARENA_MAX, 2)
        _libc.mallopt(M_TRIM_THRESHOLD, 128 * 1024)
