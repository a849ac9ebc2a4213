"""Bytes kept once by their digest, outside the web root: stored for good before anything relies on them.

In the data directory, or where MAKEGOOD_STORAGE_URL says. What was kept in the data directory before that was set is
still found there.
"""

import functools
import hashlib
from pathlib import Path
from typing import IO

from django.conf import settings

from makegood.cases.keeping import Bucket, Folder


def digest_of(content: bytes) -> str:
    """The digest by which bytes are kept: SHA-256, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes, *, shelf: str = "blobs", durable: bool = True) -> str:
    """Store bytes and return their SHA-256 digest. `durable`: for good before it returns. Raises OSError."""
    digest = digest_of(content)
    _store(shelf).keep(digest, content, durable=durable)
    return digest


def read(digest: str, *, shelf: str = "blobs") -> bytes:
    """The bytes of a digest. Raises FileNotFoundError, or OSError when the storage is in trouble."""
    with fetch(digest, shelf=shelf) as content:
        return content.read()


def fetch(digest: str, *, shelf: str = "blobs") -> IO[bytes]:
    """The bytes of a digest as an open file, to be read and closed. Raises FileNotFoundError, OSError."""
    _check(digest)
    store = _store(shelf)
    try:
        return store.open(digest)
    except FileNotFoundError:
        if isinstance(store, Folder):
            raise
        return _folder(shelf).open(digest)


def is_there(digest: str, *, shelf: str = "blobs") -> bool:
    """Whether the bytes of a digest are kept."""
    return _store(shelf).has(_check(digest))


def forget(digest: str, *, shelf: str = "blobs") -> None:
    """Delete the bytes of a digest, if they are there. Whoever calls it has made sure that nobody needs them."""
    _store(shelf).forget(_check(digest))
    _folder(shelf).forget(digest)


def place(digest: str, *, shelf: str = "blobs") -> Path:
    """Where the bytes of a digest lie in the data directory: <data>/<shelf>/ab/abcdef…"""
    return _folder(shelf).place(_check(digest))


def _check(digest: str) -> str:
    if len(digest) != 64 or not all(letter in "0123456789abcdef" for letter in digest):
        raise ValueError("a digest is 64 hexadecimal digits")
    return digest


def _store(shelf: str) -> Folder | Bucket:
    return _bucket(settings.STORAGE_URL, shelf) if settings.STORAGE_URL else _folder(shelf)


def _folder(shelf: str) -> Folder:
    return Folder(Path(settings.DATA_DIR) / shelf)


@functools.lru_cache(maxsize=16)
def _bucket(url: str, shelf: str) -> Bucket:
    return Bucket(url, shelf)
