"""Bytes kept once by their digest, outside the web root: written, synced and renamed before anything relies on them."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings


def place(digest: str, *, shelf: str = "blobs") -> Path:
    """Where the bytes of a digest lie: <data>/<shelf>/ab/abcdef…"""
    if len(digest) != 64 or not all(letter in "0123456789abcdef" for letter in digest):
        raise ValueError("a digest is 64 hexadecimal digits")
    return Path(settings.DATA_DIR) / shelf / digest[:2] / digest


def keep(content: bytes, *, shelf: str = "blobs", durable: bool = True) -> str:
    """Store bytes and return their SHA-256 digest. `durable`: on disk for good before it returns. Raises OSError."""
    digest = hashlib.sha256(content).hexdigest()
    path = place(digest, shelf=shelf)
    if path.exists() and path.stat().st_size == len(content):
        return digest
    path.parent.mkdir(parents=True, exist_ok=True)
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


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
