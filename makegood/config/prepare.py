"""What stands between a checkout and a server: backup, migrations, static files, translations.

Runs in a process of its own before `serve` starts the others, and again changes nothing when nothing changed.
"""

import argparse
import datetime as dt
import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import connection

from makegood.config import backup, translations
from makegood.config.saying import say
from makegood.welcome import code, tables

# Any number, but the same in each process: PostgreSQL's name for "someone is migrating this database".
MIGRATING = 5_318_008_7


def main(arguments: list[str]) -> int:
    """The command `makegood prepare`."""
    parser = argparse.ArgumentParser("makegood prepare", description=__doc__)
    parser.add_argument("--only", choices=["web", "worker", "mail"], help="what this machine is going to serve")
    only = parser.parse_args(arguments).only
    translations.compile_all()
    with _alone():
        migrate()
        if only in {None, "web"}:
            collect_static()
    if only in {None, "web"}:
        _show_code()
    return 0


@contextmanager
def _alone() -> Iterator[None]:
    """One preparation at a time: on this machine by a locked file, on PostgreSQL by its own lock."""
    with (settings.DATA_DIR / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # A migration may take its time; the limits of page requests would cut it off.
                cursor.execute("SET statement_timeout = 0")
                cursor.execute("SET lock_timeout = 0")
                cursor.execute("SET idle_in_transaction_session_timeout = 0")
                cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        yield
        connection.close()


def migrate() -> None:
    """Bring the database to this version, after a copy of an older one."""
    missing = tables.missing()
    if not missing:
        return
    if tables.are_there():
        say(f"The database is of an older version; {len(missing)} changes to make.")
        back_up()
    else:
        say("Making the database …")
    tables.bring()


def back_up() -> Path | None:
    """Copy the database before it is changed, and say where. PostgreSQL's own tools do that better than we could."""
    if connection.vendor != "sqlite":
        say("PostgreSQL: no copy was made here. Your own backups (pg_dump, WAL archive) are what you go back to.")
        return None
    folder = settings.DATA_DIR / "backups"
    folder.mkdir(exist_ok=True)
    target = folder / f"makegood-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}.sqlite3"
    backup.copy_database(target)
    say(f"A copy of the database as it was: {target}")
    return target


def collect_static() -> None:
    """Put static files under their hashed names, when one of them is new or has changed."""
    mark = settings.STATIC_ROOT / ".collected"
    now = _fingerprint()
    if mark.exists() and mark.read_text() == now:
        return
    # Files of the version before stay: pages that are open ask for them still.
    call_command("collectstatic", interactive=False, verbosity=0)
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    mark.write_text(now)


def _fingerprint() -> str:
    seen = hashlib.sha256(str(settings.BASE_DIR).encode())
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            file = Path(storage.path(path)).stat()
            seen.update(f"{path}\0{file.st_size}\0{file.st_mtime_ns}\0".encode())
    return seen.hexdigest()


def _show_code() -> None:
    current = code.current()
    if current:
        say(f"The first visit asks for this one-time code: {current}")
