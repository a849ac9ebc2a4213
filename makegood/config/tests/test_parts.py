"""What is loaded before the parts are forked."""

import json
import subprocess
import sys

LOADED = """
import gc, json, threading
from makegood.config.parts import PARTS, load
mains = load(tuple(PARTS))
from django.db import connections
print(json.dumps({
    "parts": sorted(mains),
    "threads": threading.active_count(),
    "connections": len([one for one in connections.all(initialized_only=True) if one.connection is not None]),
    "frozen": gc.get_freeze_count() > 100_000,
}))
"""


def test_it_starts_no_thread_and_opens_no_connection_as_neither_survives_a_fork():
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {
        "parts": ["mail", "web", "worker"], "threads": 1, "connections": 0, "frozen": True,
    }  # fmt: skip
