"""`makegood backup FOLDER` and `makegood restore FOLDER`: everything an installation is, while it goes on serving."""

import argparse
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

from makegood.config.saying import say

DATABASE = "makegood.sqlite3"
# Made anew by `makegood prepare`, or of no use elsewhere.
LEFT_OUT = (f"{DATABASE}*", "static", "backups", "prepare.lock", "test.sqlite3*")


def main(arguments: list[str]) -> int:
    """The two commands; the first argument says which."""
    parser = argparse.ArgumentParser("makegood", description=__doc__)
    parser.add_argument("what", choices=["backup", "restore"])
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    return {"backup": back_up, "restore": restore}[options.what](options.folder)


def back_up(folder: Path) -> int:
    """Copy database, files and keys to a new folder. The database first: what it names was stored before it."""
    if folder.exists() and any(folder.iterdir()):
        say(f"{folder} is not empty. A backup goes into a folder of its own.")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)  # customers' words and the secret key are in it
    if connection.vendor == "sqlite":
        copy_database(folder / DATABASE)
    else:
        say("The database is PostgreSQL: copy it with pg_dump. Only the files are copied here.")
    for entry in sorted(settings.DATA_DIR.iterdir()):
        if not any(entry.match(pattern) for pattern in LEFT_OUT):
            _copy(entry, folder / entry.name)
    say(f"Everything is in {folder}. It holds the secret key: keep it as safe as the installation itself.")
    return 0


def restore(folder: Path) -> int:
    """Bring a backup into an empty data directory; the next start migrates it when it is of an older version."""
    if (settings.DATA_DIR / DATABASE).exists():
        say(f"{settings.DATA_DIR} holds an installation already. Set MAKEGOOD_DATA to an empty directory.")
        return 1
    if not (folder / "secret-key").exists() and not (folder / DATABASE).exists():
        say(f"{folder} holds no backup of Makegood.")
        return 1
    # The database last: a restore that broke off half-way looks like none.
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name == DATABASE):
        _copy(entry, settings.DATA_DIR / entry.name)
    say(f"Restored to {settings.DATA_DIR}. Start it with: makegood serve")
    return 0


def copy_database(target: Path) -> None:
    """A consistent copy of the SQLite database, made while others write to it."""
    # A connection of its own: VACUUM INTO refuses to run inside a transaction.
    with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=60)) as plain:
        plain.execute("VACUUM INTO ?", [str(target)])


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True, copy_function=_copy_file)
    else:
        _copy_file(source, target)


def _copy_file(source: str | Path, target: str | Path) -> None:
    # What is erased while we copy is meant to be gone.
    with suppress(FileNotFoundError):
        shutil.copy2(source, target)
