"""Run by sweep.py on an installation: `sweeping.py OPEN DUE` makes so many commitments, and prints the sweep's seconds."""

import datetime as dt
import os
import sys
import time
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "makegood.config.settings")

import django


def main(count: int, due: int) -> None:
    """Make them, sweep, print."""
    django.setup()
    # Models can be read only now.
    commitments = import_module("benchmarks.filling.commitments")
    settle = import_module("makegood.clockwork.promising").settle
    now = dt.datetime.now(dt.UTC)
    while settle(at=now):
        pass  # what the installation itself had due is not counted
    commitments.make(due, due_at=now + dt.timedelta(hours=1))
    commitments.make(count - due, due_at=now + dt.timedelta(days=30), elsewhere=True)
    began = time.perf_counter()
    swept = 0
    while did := settle(at=now + dt.timedelta(hours=2)):
        swept += did
    spent = time.perf_counter() - began
    assert swept >= due, f"only {swept} of {due} were settled"
    print(spent)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
