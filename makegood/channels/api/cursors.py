"""Cursors: where a list goes on, as text that says nothing to others. Each belongs to one order of one list."""

import base64
import datetime as dt
import json
import uuid

from ninja.errors import HttpError


def write(order: str, moment: dt.datetime, key: uuid.UUID) -> str:
    """The place behind a row."""
    return base64.urlsafe_b64encode(json.dumps([order, moment.isoformat(), str(key)]).encode()).decode()


def read(cursor: str, order: str) -> tuple[dt.datetime, uuid.UUID]:
    """The place that a cursor names; 400 for what is no cursor of this list."""
    try:
        given, moment, key = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        at = dt.datetime.fromisoformat(moment)
        if given != order or at.tzinfo is None:
            raise ValueError("another order")
        return at.astimezone(dt.UTC), uuid.UUID(key)
    except (ValueError, TypeError, AttributeError, OverflowError):
        raise HttpError(400, "This cursor is not one of ours for this list. Begin again without it.")
