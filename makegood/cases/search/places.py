"""Where words stand in the search index of SQLite, which has no other order than that of its rows: by when they were said."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

# Rows of one moment stand behind one another; so far behind it, they are looked for one by one.
ROOM = 1_000
TAKEN = "SELECT max(id) FROM cases_search_content WHERE id >= %s AND id < %s"
THERE = "SELECT rowid FROM cases_search WHERE rowid >= %s AND rowid < %s AND message_id = %s"


def of(at: dt.datetime) -> int:
    """The place of words of a moment: milliseconds since 1970."""
    return round(at.timestamp() * 1000)


def free(cursor: Any, at: dt.datetime) -> int:
    """The first place for more words of a moment."""
    place = of(at)
    while _is_taken(cursor, place):
        cursor.execute(TAKEN, [place, place + ROOM])
        place = cursor.fetchone()[0] + 1
    return place


def _is_taken(cursor: Any, place: int) -> bool:
    cursor.execute("SELECT 1 FROM cases_search_content WHERE id = %s", [place])
    return cursor.fetchone() is not None


def rows_of(cursor: Any, said: Mapping[str, dt.datetime]) -> list[int]:
    """The rows of messages (keys as they stand there), each said then; for those that are not where they should be, all
    rows are walked through once."""
    found: list[int] = []
    elsewhere = []
    for message, at in said.items():
        first = of(at)
        cursor.execute(THERE, [first, first + ROOM, message])
        rows = [row for (row,) in cursor.fetchall()]
        found += rows
        elsewhere += [] if rows else [message]
    if elsewhere:
        marks = ", ".join(["%s"] * len(elsewhere))
        cursor.execute(f"SELECT rowid FROM cases_search WHERE message_id IN ({marks})", elsewhere)  # noqa: S608 - marks alone
        found += [row for (row,) in cursor.fetchall()]
    return found
