"""A place in an ordered list, as it stands in an address: the moment and the key of a row. Pure."""

import datetime as dt
import uuid


def write(moment: dt.datetime, key: uuid.UUID) -> str:
    """The cursor of a row. In UTC, so that no `+` of a zone is read as a space in an address."""
    return f"{moment.astimezone(dt.UTC).isoformat().removesuffix('+00:00')}Z~{key}"


def read(cursor: str) -> tuple[dt.datetime, uuid.UUID] | None:
    """Moment and key; None for what makes no sense, which begins the list again."""
    moment, _sign, key = cursor.partition("~")
    try:
        at = dt.datetime.fromisoformat(moment)
        return (at, uuid.UUID(key)) if at.tzinfo else None
    except ValueError:
        return None
