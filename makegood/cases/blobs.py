"""Bytes kept once by their digest, outside the web root: written, synced and renamed before anything relies on them."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings

_lasting: set[Path] = set()


def place(digest: str, *, shelf: str = "blobs") -> Path:
    """Where the bytes of a digest lie: <data>/<shelf>/ab/abcdef…"""
    if len(digest) != 64 or not all(letter in "0123456789abcdef" for letter in digest):
        raise ValueError("a digest is 64 hexadecimal digits")
    return Path(settings.DATA_DIR) / shelf / digest[:2] / digest


def keep(content: bytes, *, shelf: str = "blobs", durable: bool = True) -> str:
    """Store bytes and return their SHA-256 digest. `durable`: on disk for good before it returns. Raises OSError."""
    digest = hashlib.sha256(content).hexdigest()
    path = place(digest, shelf=shelf)
    _make_folder(path.parent)
    if path.exists() and path.stat().st_size == len(content):
        # Another writer may have renamed it a moment ago and not synced the folder yet.
        if durable:
            _sync_folder(path.parent)
        return digest
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
        _sync_folder(path.parent)
    return digest


def read(digest: str, *, shelf: str = "blobs") -> bytes:
    """The bytes of a digest. Raises FileNotFoundError."""
    return place(digest, shelf=shelf).read_bytes()


def is_there(digest: str, *, shelf: str = "blobs") -> bool:
    """Whether the bytes of a digest are kept."""
    return place(digest, shelf=shelf).exists()


def forget(digest: str, *, shelf: str = "blobs") -> None:
    """Delete the bytes of a digest, if they are there. Whoever calls it has made sure that nobody needs them."""
    place(digest, shelf=shelf).unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    """Make a folder that a power cut does not take away with what is in it: its name is synced, too, once a process."""
    if folder in _lasting and folder.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for above in (folder.parent, folder.parent.parent):
        _sync_folder(above)
    _lasting.add(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
