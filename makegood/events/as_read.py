"""Writing only on what was read: between the two somebody else may have written."""

from django.db.models import Model


class ChangedMeanwhile(Exception):
    """It stands there no more as it was read. Read it again, and see what is left to be written."""


def check_as_read(read: Model, held: Model, *fields: str) -> None:
    """`held` is the same row, locked. Raises ChangedMeanwhile where one of these fields is another."""
    if any(getattr(read, field) != getattr(held, field) for field in fields):
        raise ChangedMeanwhile
