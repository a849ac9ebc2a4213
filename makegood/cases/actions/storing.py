"""Bytes that several rows may share: whoever stores some, and whoever forgets them, go one after the other."""

from collections.abc import Iterable

from makegood.cases import blobs
from makegood.cases.actions.scanning import APART
from makegood.cases.models import Attachment, DraftFile, TaskFile
from makegood.cases.words import File
from makegood.events.holding import hold


def hold_all(files: Iterable[File]) -> None:
    """Before files are kept: until this transaction ends nobody forgets their bytes. Always in the same order."""
    for digest in sorted({blobs.digest_of(file.content) for file in files}):
        hold(digest)


def forget_unshared(digests: Iterable[str]) -> int:
    """Delete bytes that no row names any more; how many. Part of the verb that deleted the rows.

    When its transaction fails the rows are there again without their bytes: call it where they go all the same.
    """
    forgotten = 0
    for digest in sorted(set(digests)):
        hold(digest)
        if not any(table.objects.filter(digest=digest).exists() for table in (Attachment, DraftFile, TaskFile)):
            blobs.forget(digest)
            blobs.forget(digest, shelf=APART)
            forgotten += 1
    return forgotten
