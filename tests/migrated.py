"""Tables made once, however many processes of a run share them: each takes a copy.

Making them takes seconds of a processor, copying them a moment. SQLite's file stays beside the other tools in the virtual
environment for the next run, as long as no model and no migration changes.
"""

import atexit
import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import django
import psycopg

from makegood.events import keys

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "makegood.sqlite3"
SHARED = "TESTS_TABLES"  # the folder that all processes of a run know
NAMED = "database"  # in it: the name of the database on PostgreSQL
MAKERS = (
    "**/models.py",
    "**/models/*.py",
    "**/migrations/*.py",
    "promises/guards.py",
    "cases/search/table.py",
    "welcome/tables.py",
)
KEPT, MOST_KEPT = Path(sys.prefix, "tables"), 6


def share() -> None:
    """Make the folder that the processes of this run share; those that it starts have it already."""
    if SHARED in os.environ:
        return
    if _server():
        os.environ[SHARED] = tempfile.mkdtemp(prefix="makegood-tables-")
        atexit.register(_forget, os.environ[SHARED])
        return
    folder = KEPT / _fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    folder.touch()
    for old in sorted(KEPT.iterdir(), key=lambda one: one.stat().st_mtime)[:-MOST_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
    os.environ[SHARED] = str(folder)


def _fingerprint() -> str:
    """Of all that decides how the tables look: models and migrations, what makes the rest, and who runs them."""
    files = [file for kind in MAKERS for file in sorted((ROOT / "makegood").glob(kind))]
    told = hashlib.sha256(django.__version__.encode())
    for file in files:
        told.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return told.hexdigest()[:24]


def environment(data: str, url: str) -> dict[str, str]:
    """Of a process with this data directory and this database ("": SQLite)."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MAKEGOOD_")}
    # Most stories need no language: what is large waits until one does.
    inherited["MAKEGOOD_READ_AHEAD"] = "no"
    return {**inherited, "MAKEGOOD_DATA": data, **({"MAKEGOOD_DATABASE_URL": url} if url else {})}


def copy_file(to: Path) -> None:
    """SQLite's file with all tables, put there."""
    shutil.copy(_made() / DATABASE, to)


def copy_database(name: str) -> None:
    """A database of this name with all tables, on the PostgreSQL that the tests run on; one that was there is gone."""
    made = _made()
    like = (made / NAMED).read_text()
    drop_database(name)
    with _alone(made), psycopg.connect(_server(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')


def drop_database(name: str) -> None:
    """Take a database away, whoever is still in it."""
    with psycopg.connect(_server(), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def database(*, empty: bool = False) -> Iterator[str]:
    """The address of a new database on the PostgreSQL that the tests run on, with all tables or `empty`; the empty text
    on SQLite, whose file is in the data."""
    if not _server():
        yield ""
        return
    name = keys.reference("serving").lower().replace("-", "_")
    if empty:
        with psycopg.connect(_server(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
    else:
        copy_database(name)
    yield urlunsplit(urlsplit(_server())._replace(path=f"/{name}"))
    drop_database(name)


def _server() -> str:
    url = os.environ.get("MAKEGOOD_DATABASE_URL", "")
    return url if url.startswith("postgres") else ""


def _made() -> Path:
    """The folder, once the tables are made."""
    share()
    folder = Path(os.environ[SHARED])
    with _alone(folder):
        if not (folder / "done").exists():
            _make(folder)
            (folder / "done").touch()
    return folder


def _make(folder: Path) -> None:
    name, url = f"makegood_tables_{os.getpid()}", ""
    if _server():
        with psycopg.connect(_server(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        (folder / NAMED).write_text(name)
        url = urlunsplit(urlsplit(_server())._replace(path=f"/{name}"))
    command = [sys.executable, "-m", "makegood", "prepare", "--only", "worker"]
    subprocess.run(command, cwd=ROOT, env=environment(str(folder), url), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _forget(folder: str) -> None:
    named = Path(folder, NAMED)
    if named.exists():
        with contextlib.suppress(psycopg.OperationalError):  # the server went with the run
            drop_database(named.read_text())
    shutil.rmtree(folder, ignore_errors=True)
