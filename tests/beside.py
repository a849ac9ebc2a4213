"""Run two commands at the same time: one that mostly waits, and one that fills the rest of the machine.

    python tests/beside.py 'make test-browser' 'make test-postgres test-sqlite'

The second prints as it goes and takes only what the first leaves it of the processors. What the first prints is kept and
comes in the end, so that neither stands between the lines of the other. Ends with 1 when either failed, after both ended.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from typing import IO

GENTLER = 2  # by how much the second gives way, as `nice` counts


def run(waiting: str, filling: str) -> int:
    """Run both shell commands to their ends; the exit code is 0 when both are."""
    with tempfile.TemporaryFile() as kept:
        both = [_start(["sh", "-c", waiting], kept), _start(["nice", "-n", str(GENTLER), "sh", "-c", filling], None)]
        # To be told to stop is for both; we stay until they have tidied up.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, frame: _tell(both, number))
        filled, waited = both[1].wait(), both[0].wait()
        kept.seek(0)
        shutil.copyfileobj(kept, sys.stdout.buffer)
        sys.stdout.flush()
    return int(bool(waited or filled))


def _start(command: list[str], kept: IO[bytes] | None) -> subprocess.Popen[bytes]:
    """In a group of its own, which hears of Ctrl-C from us and once."""
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=kept, stderr=kept, process_group=0)


def _tell(both: list[subprocess.Popen[bytes]], number: int) -> None:
    for each in both:
        if each.poll() is None:
            os.killpg(each.pid, number)


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
