"""In which cases words are, newest words first, the same on both engines: read as far as a page needs it.

SQLite's index is walked from its newest row. PostgreSQL's is a GIN index, which tells all rows with a word but not which
are newest: that of `at` stands beside it, and what PostgreSQL keeps of how common tokens are says which to go along.
"""

import datetime as dt
import functools
import json
import math
import uuid
from typing import Any

from django.db import connection

# A common word matches half of everything: only its newest matches are looked at, and first no more than fill a page.
NEWEST, FIRST = 2_000, 200
# PostgreSQL: so many matches are read and sorted at once. A row walked past costs as much as so many that the index of
# tokens names; the longest walk is so many times what it should take. The first stretch of time is so many times what should do.
FEW, WALKED, PATIENCE, AMPLE = 5_000, 10, 4, 1.5

SQLITE = "SELECT case_id FROM cases_search WHERE cases_search MATCH %s ORDER BY rowid DESC LIMIT %s"
EXPECTED = "EXPLAIN (FORMAT JSON) SELECT FROM cases_search WHERE tokens @@ %s::tsquery"
HELD = "SELECT greatest(reltuples, 1) FROM pg_class WHERE oid = 'cases_search'::regclass"
# Moments that part all messages into as many equal heaps.
PARTED = """SELECT histogram_bounds::text::timestamptz[] FROM pg_stats
WHERE schemaname = current_schema() AND tablename = 'cases_search' AND attname = 'at'"""
WALK = """SELECT case_id FROM (SELECT case_id, at, message_id, tokens FROM cases_search ORDER BY at DESC, message_id DESC LIMIT %s)
AS newest WHERE tokens @@ %s::tsquery ORDER BY at DESC, message_id DESC LIMIT %s"""
# The match stands apart, or PostgreSQL may walk the newest rows one by one for a rare word.
GATHER = """WITH matched AS MATERIALIZED
(SELECT case_id, at, message_id FROM cases_search WHERE tokens @@ %s::tsquery AND at >= %s AND at < %s)
SELECT case_id FROM matched ORDER BY at DESC, message_id DESC LIMIT %s"""
EVER, NEVER = "-infinity", "infinity"


class Matches:
    """The keys of the cases in which every group of forms is met, newest words first, each once."""

    def __init__(self, groups: list[list[str]]) -> None:
        is_sqlite = connection.vendor == "sqlite"
        self._newest = functools.partial(_on_sqlite, groups) if is_sqlite else _OnPostgreSQL(groups).newest
        self._keys: list[uuid.UUID] = []
        self._is_whole = False

    def part(self, at: int, count: int) -> list[uuid.UUID]:
        """So many from a place on; fewer at the end."""
        wanted = at + count
        for most in (FIRST, NEWEST):
            if len(self._keys) < wanted and not self._is_whole and (wanted <= most or most == NEWEST):
                found = self._newest(most)
                self._keys = list(dict.fromkeys(found))
                self._is_whole = len(found) < most or most == NEWEST
        return self._keys[at : at + count]


def _on_sqlite(groups: list[list[str]], most: int) -> list[uuid.UUID]:
    """Of each of the newest matching messages the case; `most`: of how many."""
    asked = " AND ".join("(" + " OR ".join(f'"{form}"' for form in group) + ")" for group in groups)
    return [uuid.UUID(str(key)) for key in _rows(SQLITE, asked, most)]


class _OnPostgreSQL:
    """One query there. What PostgreSQL knows of it beforehand is asked once, and only where it decides something."""

    def __init__(self, groups: list[list[str]]) -> None:
        self._asked = " & ".join("(" + " | ".join(f"'{form}'" for form in group) + ")" for group in groups)

    def newest(self, most: int) -> list[uuid.UUID]:
        """The same."""
        if self._expected <= FEW:
            return _rows(GATHER, self._asked, EVER, NEVER, most)
        walk = math.ceil(most * self._held / self._expected)
        if WALKED * walk <= self._expected:
            found = _rows(WALK, PATIENCE * walk, self._asked, most)
            if len(found) == most:
                return found
        return self._by_and_by(most)

    @functools.cached_property
    def _expected(self) -> int:
        """How many messages should match, by the statistics that PostgreSQL keeps of tokens."""
        [told] = _rows(EXPECTED, self._asked)
        return int((json.loads(told) if isinstance(told, str) else told)[0]["Plan"]["Plan Rows"])

    @functools.cached_property
    def _held(self) -> float:
        return float(_rows(HELD)[0])

    @functools.cached_property
    def _edges(self) -> list[dt.datetime]:
        """The newest first."""
        kept = _rows(PARTED)
        return sorted(kept[0], reverse=True) if kept and kept[0] else []

    def _by_and_by(self, most: int) -> list[uuid.UUID]:
        """Stretch by stretch of time, each longer than the one before: neither index is read much further than it must
        be."""
        heaps = max(1, round(AMPLE * most / self._expected * len(self._edges)))
        found: list[uuid.UUID] = []
        until: dt.datetime | str = NEVER
        while len(found) < most and until != EVER:
            since = self._edges[heaps] if heaps < len(self._edges) else EVER
            found += _rows(GATHER, self._asked, since, until, most - len(found))
            until, heaps = since, heaps * PATIENCE
        return found


def _rows(question: str, *values: Any) -> list[Any]:
    """Of each row its one column."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return [value for (value,) in cursor.fetchall()]
