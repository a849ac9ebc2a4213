"""Bytes as files: written, synced and renamed before anything relies on them."""

import os
import secrets
from pathlib import Path
from typing import IO

_lasting: set[Path] = set()


class Folder:
    """One shelf in the data directory: <data>/<shelf>/ab/abcdef…"""

    def __init__(self, root: Path) -> None:
        self.root = root

    def place(self, digest: str) -> Path:
        """Where the bytes of a digest lie."""
        return self.root / digest[:2] / digest

    def has(self, digest: str) -> bool:
        return self.place(digest).exists()

    def keep(self, digest: str, content: bytes, *, durable: bool) -> None:
        """Store bytes. Raises OSError."""
        path = self.place(digest)
        _make(path.parent)
        if path.exists() and path.stat().st_size == len(content):
            # Another writer may have renamed it a moment ago and not synced the folder yet.
            if durable:
                _sync(path.parent)
            return
        # A name of its own, so that two writers of the same bytes never share a half-written file.
        unfinished = path.with_name(f"{digest}.{secrets.token_hex(6)}")
        try:
            with unfinished.open("wb") as file:
                file.write(content)
                file.flush()
                if durable:
                    os.fsync(file.fileno())
            unfinished.rename(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        if durable:
            _sync(path.parent)

    def open(self, digest: str) -> IO[bytes]:
        """To be read and closed. Raises FileNotFoundError."""
        return self.place(digest).open("rb")

    def forget(self, digest: str) -> None:
        self.place(digest).unlink(missing_ok=True)


def _make(folder: Path) -> None:
    """Make a folder that a power cut does not take away with what is in it: its name is synced, too, once a process."""
    if folder in _lasting and folder.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for above in (folder.parent, folder.parent.parent):
        _sync(above)
    _lasting.add(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
