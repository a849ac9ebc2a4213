"""Nobody who writes again and again keeps the others from writing."""

import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

from makegood.events import turns

WRITES_ONCE = """
import sys
from makegood.events.turns import Turns
turns = Turns(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
with turns.taken():
    print("writing", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_process(path):
    """One that takes a turn when it is told to, and ends it when it is told again."""
    command = [sys.executable, "-c", WRITES_ONCE, path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "ready\n"
        yield other


def tell(other):
    other.stdin.write("\n")
    other.stdin.flush()


def wait_until_it_waits(of):
    """Until the place of the next one is taken."""
    while of._take(turns.NEXT, 0):
        of._leave(turns.NEXT)
        time.sleep(0.01)


class Eager(threading.Thread):
    """Writes again and again without a pause."""

    def __init__(self, of):
        super().__init__(daemon=True)
        self.of, self.written, self.enough = of, 0, threading.Event()

    def run(self):
        while not self.enough.is_set():
            with self.of.taken():
                self.written += 1
                self.enough.wait(0.01)


def test_whoever_waits_is_next_in_the_same_process(tmp_path):
    of = turns.Turns(str(tmp_path / "turns"))
    eager = Eager(of)
    eager.start()
    for _ in range(10):
        before = eager.written
        with of.taken():
            assert eager.written - before <= 2
    eager.enough.set()
    eager.join(10)


def test_whoever_waits_is_next_in_another_process(tmp_path):
    path = str(tmp_path / "turns")
    of = turns.Turns(path)
    eager = Eager(of)
    with another_process(path) as other:
        with of.taken():
            tell(other)
            wait_until_it_waits(of)
            eager.start()
        assert other.stdout.readline() == "writing\n"
        # Without turns it would have been there dozens of times before the other one looked.
        assert eager.written <= 1
        eager.enough.set()
        tell(other)
    eager.join(10)


def test_one_that_is_killed_leaves_its_turn_to_the_others(tmp_path, monkeypatch):
    path = str(tmp_path / "turns")
    with another_process(path) as other:
        tell(other)
        assert other.stdout.readline() == "writing\n"
        other.kill()
        other.wait()
    monkeypatch.setattr(turns, "PATIENCE", -1)
    with turns.Turns(path).taken() as in_turn:
        assert in_turn


def test_who_has_waited_long_enough_writes_without_a_turn(tmp_path, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 0.05)
    of = turns.Turns(str(tmp_path / "turns"))
    told = []

    def other():
        with of.taken() as in_turn:
            told.append(in_turn)

    with of.taken():
        thread = threading.Thread(target=other)
        thread.start()
        thread.join(10)
    assert told == [False]
    with of.taken() as in_turn:
        assert in_turn


def test_where_files_cannot_be_locked_everybody_writes_and_no_place_stays_taken(tmp_path):
    queue = turns.Turns(str(tmp_path / "turns"))
    os.close(queue._file)
    with queue.taken() as in_turn:
        assert not in_turn
    assert not any(place.locked() for place in queue._places)
