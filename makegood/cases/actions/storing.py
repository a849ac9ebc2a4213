"""Bytes that several rows may share: whoever stores some, and whoever forgets them, go one after the other."""

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
    for digest in sorted({blobs.digest_of(file.content) for file in files}):
        hold(digest)


def keep_all(files: Iterable[File]) -> list[dict[str, Any]]:
    """Keep the bytes of files; the fields of a row for each."""
    files = tuple(files)
    hold_all(files)
    return [
        {
            "digest": blobs.keep(file.content),
            "name": file.name[:255] or "file",
            "content_type": file.content_type[:120],
            "size": len(file.content),
        }
        for file in files
    ]


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
