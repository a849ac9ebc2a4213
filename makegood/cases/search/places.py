"""Where words stand in the search index of SQLite, which has no other order than that of its rows: by when they were said."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from django.db import connection

# Rows of one moment stand behind one another; so far behind it, they are looked for one by one.
ROOM = 1_000
TAKEN = "SELECT max(id) FROM cases_search_content WHERE id >= %s AND id < %s"
THERE = "SELECT rowid FROM cases_search WHERE rowid >= %s AND rowid < %s AND message_id = %s"
# By key and place: those that stand there; those that stand behind it, nobody knows how far; whether there is room for them.
AT = """SELECT found.rowid, found.case_id, found.message_id, found.tokens FROM json_each(%s) AS said
CROSS JOIN cases_search AS found WHERE found.rowid = said.value AND found.message_id = said.key"""
BEHIND = """SELECT found.rowid, found.case_id, found.message_id, found.tokens FROM json_each(%s) AS said
CROSS JOIN cases_search AS found WHERE found.rowid > said.value AND found.rowid < said.value + %s AND found.message_id = said.key"""
CROWDED = "SELECT 1 FROM json_each(%s) AS said CROSS JOIN cases_search_content AS found WHERE found.id = said.value + %s LIMIT 1"
MOST_BEHIND = 50


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


def rows_with_tokens(said: Mapping[str, int]) -> list[tuple[int, str, str]] | None:
    """Rows, cases and tokens of what should stand at these places, by its keys, and is in the index; None where that cannot
    be told without walking through it."""
    with connection.cursor() as cursor:
        cursor.execute(AT, [json.dumps(said)])
        rows = cursor.fetchall()
        told = {message for _row, _case, message, _tokens in rows}
        elsewhere = {key: place for key, place in said.items() if key not in told}
        if len(elsewhere) > MOST_BEHIND:
            return None
        if elsewhere:
            cursor.execute(BEHIND, [json.dumps(elsewhere), ROOM])
            rows += cursor.fetchall()
            cursor.execute(CROWDED, [json.dumps(elsewhere), ROOM - 1])
            if cursor.fetchone() is not None:
                return None
    return [(row, case, tokens) for row, case, _message, tokens in rows]
