"""Sealing and verifying a ledger of a million entries. Prints one JSON object.

    .venv/bin/python benchmarks/seals.py [ENTRIES]

On a database of its own (SQLite in a temporary directory, or the one of MAKEGOOD_DATABASE_URL, which is to be empty):
ten entries for each commitment, of one brand. Sealing goes by the sealer's own batches, verifying is what
`makegood check` does.
"""

# ruff: noqa: E402 - the environment is set before settings are read
import datetime as dt
import json
import os
import sys
import tempfile
import time as clock
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
DATA = tempfile.TemporaryDirectory(prefix="makegood-seals-")
os.environ["MAKEGOOD_DATA"] = DATA.name
os.environ["DJANGO_SETTINGS_MODULE"] = "makegood.config.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from makegood.brands.models import Brand
from makegood.calendars.models import Calendar
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, LedgerEntry
from makegood.promises.verifying import verify

MILLION = 1_000_000
EACH = 10


def main(entries: int) -> None:
    with DATA:
        print(json.dumps({"benchmark": "seals", "entries": entries, **measure(entries)}))


def measure(entries: int) -> dict[str, object]:
    """Seconds to write, seal and verify."""
    call_command("migrate", interactive=False, verbosity=0)
    began = clock.perf_counter()
    write(entries)
    written = clock.perf_counter()
    while promises.seal(at=timezone.now()):
        pass
    sealed = clock.perf_counter()
    cpu = clock.process_time()
    verdict = verify()
    cpu = clock.process_time() - cpu
    verified = clock.perf_counter()
    assert verdict.is_whole and verdict.sealed == entries, verdict
    return {
        "engine": connection.vendor,
        "write_seconds": round(written - began, 1),
        "seal_seconds": round(sealed - written, 1),
        "sealed_per_second": round(entries / (sealed - written)),
        "verify_seconds": round(verified - sealed, 1),
        "verify_cpu_seconds": round(cpu, 1),
        "verified_per_second": round(entries / (verified - sealed)),
    }


def write(entries: int) -> None:
    """Commitments and their entries, in bulk."""
    at = dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC)
    calendar = Calendar.objects.create(name="Always")
    brand = Brand.objects.create(slug="hale", name="Hale", calendar=calendar)

    def commitments() -> Iterator[Commitment]:
        for number in range(0, entries, EACH):
            yield Commitment(about=f"C-{number}", key="first-reply", brand=brand, made_at=at, running_since=at)

    made = commitments()
    left = entries
    while batch := list(islice(made, 1000)):
        Commitment.objects.bulk_create(batch)
        rows = [
            LedgerEntry(commitment=one, kind="warned", at=at + dt.timedelta(seconds=step), due_at=at)
            for one in batch
            for step in range(EACH)
        ]
        LedgerEntry.objects.bulk_create(rows[:left])
        left -= len(rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MILLION)
