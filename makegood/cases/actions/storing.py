"""Bytes that several rows may share: whoever stores some, and whoever forgets them, go one after the other."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from makegood.cases import blobs
from makegood.cases.actions.scanning import APART
from makegood.cases.models import Attachment, DraftFile, SideFile, TaskFile
from makegood.cases.words import File
from makegood.events.holding import hold

NAMING = (Attachment, DraftFile, SideFile, TaskFile)


def hold_all(files: Iterable[File]) -> None:
    """Before files are kept: until this transaction ends nobody forgets their bytes. Always in the same order."""
    for digest in sorted({file.kept or blobs.digest_of(file.content) for file in files}):
        hold(digest)


def keep_all(files: Iterable[File]) -> list[dict[str, Any]]:
    """Keep the bytes of files; the fields of a row for each."""
    files = tuple(files)
    hold_all(files)
    return [
        {
            "digest": _kept(file),
            "name": file.name[:255] or "file",
            "content_type": file.content_type[:120],
            "size": len(file.content),
        }
        for file in files
    ]


def keep_ahead(files: Iterable[File]) -> tuple[File, ...]:
    """Keep the bytes of files before the transaction that names them, so that nobody else waits for the disk meanwhile.
    Who never names them forgets them (`forget_unshared`). Raises OSError."""
    return tuple(dataclasses.replace(file, kept=blobs.keep(file.content)) for file in files)


def _kept(file: File) -> str:
    # What was kept ahead may have been forgotten since, with a message of the same bytes.
    return file.kept if file.kept and blobs.is_there(file.kept) else blobs.keep(file.content)


def forget_unshared(digests: Iterable[str]) -> int:
    """Delete bytes that no row names any more; how many. Part of the verb that deleted the rows.

    When its transaction fails the rows are there again without their bytes: call it where they go all the same.
    """
    forgotten = 0
    for digest in sorted(set(digests)):
        hold(digest)
        if not any(table.objects.filter(digest=digest).exists() for table in NAMING):
            blobs.forget(digest)
            blobs.forget(digest, shelf=APART)
            forgotten += 1
    return forgotten
