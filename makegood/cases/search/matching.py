"""In which cases words are, newest words first, the same on both engines: read as far as a page needs it, and never further
than STEPS go. Where these end the next page goes on.

SQLite's index is walked from its newest row. PostgreSQL's is a GIN index, which tells all rows with a word but not which
are newest: that of `at` stands beside it, and what PostgreSQL keeps of how common tokens are says which to go along.
"""

import datetime as dt
import functools
import json
import math
import uuid
from collections.abc import Collection
from typing import Any

from django.db import connection

from makegood.cases.models import FieldValue, Message
from makegood.cases.search import places
from makegood.ui import keyset

# A common word matches half of everything: of what matches so much is looked at, first no more than fills a page.
STEPS = (200, 600, 2_000, 10_000)
# PostgreSQL: so many matches are read and sorted at once. A row walked past costs as much as so many that the index of
# tokens names; the longest walk is so many times what it should take. The first stretch of time is so many times what should do.
FEW, WALKED, PATIENCE, AMPLE = 5_000, 10, 4, 1.5

SQLITE = (
    "SELECT case_id, rowid FROM cases_search WHERE cases_search MATCH %s AND rowid < %s ORDER BY rowid DESC LIMIT %s"
)
# In few cases: so many messages are looked up; of more, or where they do not stand where they should, so many matches are
# walked through for those in these cases.
MOST_SAID, FURTHER = 1_000, 20_000
SQLITE_IN_FEW = f"SELECT case_id FROM ({SQLITE}) WHERE case_id IN (SELECT value FROM json_each(%s))"  # noqa: S608
SQLITE_END = (
    "SELECT rowid FROM cases_search WHERE cases_search MATCH %s AND rowid < %s ORDER BY rowid DESC LIMIT 1 OFFSET %s"
)
EXPECTED = "EXPLAIN (FORMAT JSON) SELECT FROM cases_search WHERE tokens @@ %(asked)s::tsquery"
# How many messages there are, and the moments that part them into equal heaps.
HELD = """SELECT greatest(reltuples, 1), (SELECT histogram_bounds::text::timestamptz[] FROM pg_stats
WHERE schemaname = current_schema() AND tablename = 'cases_search' AND attname = 'at')
FROM pg_class WHERE oid = 'cases_search'::regclass"""
# Of each of the newest the case; of the last one that was wanted also its place.
TOLD = """, newest AS (SELECT * FROM found ORDER BY at DESC, message_id DESC LIMIT %(most)s),
numbered AS (SELECT *, row_number() OVER (ORDER BY at DESC, message_id DESC) = %(most)s AS is_last FROM newest)
SELECT case_id, CASE WHEN is_last THEN at END, CASE WHEN is_last THEN message_id END FROM numbered
ORDER BY at DESC, message_id DESC"""
WALK = f"""WITH walked AS (SELECT case_id, at, message_id, tokens FROM cases_search
WHERE (at, message_id) < (%(until)s, %(key)s) ORDER BY at DESC, message_id DESC LIMIT %(walk)s),
found AS (SELECT case_id, at, message_id FROM walked WHERE tokens @@ %(asked)s::tsquery){TOLD}"""  # noqa: S608 - words of ours
# The match stands apart, or PostgreSQL may walk the newest rows one by one for a rare word.
GATHER = f"""WITH found AS MATERIALIZED (SELECT case_id, at, message_id FROM cases_search
WHERE tokens @@ %(asked)s::tsquery AND at >= %(since)s AND (at, message_id) < (%(until)s, %(key)s)){TOLD}"""  # noqa: S608 - words of ours
# In few cases, named by their keys: what is said in them, or stands in their fields, is found along its own index.
IN_FEW = """WITH said AS MATERIALIZED (SELECT id FROM cases_message WHERE case_id = ANY(%(cases)s)
UNION ALL SELECT id FROM cases_fieldvalue WHERE case_id = ANY(%(cases)s))
SELECT case_id FROM cases_search JOIN said ON message_id = said.id WHERE tokens @@ %(asked)s::tsquery
ORDER BY at DESC, message_id DESC"""
EVER, NEVER = "-infinity", "infinity"
FIRST_KEY = uuid.UUID(int=0)
NEWEST_ROW = 2**63 - 1
LONGEST_ROW = len(str(NEWEST_ROW))


class Matches:
    """The keys of the cases in which every group of forms is met, newest words first, each once. Of messages behind a place
    ("" is before all; one that makes no sense, too) as many are looked at as STEPS say; of `few` cases, if these are
    given, all, or as far as SQLite gets with them."""

    def __init__(self, groups: list[list[str]], *, behind: str = "", few: Collection[uuid.UUID] | None = None) -> None:
        self._on = _OnSQLite(groups, behind) if connection.vendor == "sqlite" else _OnPostgreSQL(groups, behind)
        self._few = few
        self._keys: list[uuid.UUID] = []
        self._read, self._is_whole = 0, False  # how many messages; whether no more are
        self._end = ""

    def part(self, at: int, count: int) -> list[uuid.UUID]:
        """So many from a number on, or fewer; none at the end."""
        while not self._is_whole and (self._read < at + count or len(self._keys) <= at):
            self._go_on(at + count)
        return self._keys[at : at + count]

    def before(self, at: int) -> list[uuid.UUID]:
        """All before a number."""
        self.part(at, 1)
        return self._keys[:at]

    def end(self) -> str:
        """The place behind which matches go on that are not looked at; "" where there are none."""
        while not self._is_whole:
            self._go_on(STEPS[-1])
        return self._end

    def _go_on(self, wanted: int) -> None:
        """By one step, or as many together as there must be."""
        if self._few is not None:
            found, self._end = self._on.in_few(self._few)
            self._is_whole = True
        else:
            further = [most for most in STEPS if most > self._read]
            self._read = next((most for most in further if most >= wanted), further[-1])
            found, end = self._on.newest(self._read)
            self._is_whole = not end or self._read == STEPS[-1]
            self._end = end if self._is_whole else ""
        self._keys = list(dict.fromkeys(found))


class _OnSQLite:
    def __init__(self, groups: list[list[str]], behind: str) -> None:
        self._groups = groups
        self._asked = " AND ".join("(" + " OR ".join(f'"{form}"' for form in group) + ")" for group in groups)
        self._behind = (
            int(behind) if behind.isascii() and behind.isdigit() and len(behind) < LONGEST_ROW else NEWEST_ROW
        )

    def newest(self, most: int) -> tuple[list[uuid.UUID], str]:
        """Of each of the newest matching messages the case, and the place of the last, if they are `most`."""
        found = _rows(SQLITE, (self._asked, self._behind, most))
        return [uuid.UUID(str(key)) for key, _row in found], str(found[-1][1]) if len(found) == most else ""

    def in_few(self, cases: Collection[uuid.UUID]) -> tuple[list[uuid.UUID], str]:
        """Of each matching message in these cases the case; and where the walk ended, if it could not tell all."""
        said = _said_in(cases)
        if said is not None and (rows := places.rows_with_tokens(said)) is not None:
            fitting = [(row, case) for row, case, held in rows if row < self._behind and self._is_met(held)]
            return [uuid.UUID(case) for _row, case in sorted(fitting, reverse=True)], ""
        named = json.dumps([key.hex for key in cases])
        found = _rows(SQLITE_IN_FEW, (self._asked, self._behind, FURTHER, named))
        end = _rows(SQLITE_END, (self._asked, self._behind, FURTHER - 1))
        return [uuid.UUID(str(key)) for (key,) in found], str(end[0][0]) if end else ""

    def _is_met(self, held: str) -> bool:
        tokens = set(held.split())
        return all(not tokens.isdisjoint(group) for group in self._groups)


def _said_in(cases: Collection[uuid.UUID]) -> dict[str, int] | None:
    """Where the words of messages and fields of these cases should stand, by their keys as they stand there; None where they
    are too many."""
    said = list(Message.objects.filter(case__in=cases).order_by().values_list("pk", "at")[: MOST_SAID + 1])
    if len(said) > MOST_SAID:
        return None
    texts = FieldValue.objects.filter(case__in=cases, found_at__isnull=False).values_list("pk", "found_at")
    return {key.hex: places.of(at) for key, at in said} | {key.hex: row for key, row in texts if row is not None}


class _OnPostgreSQL:
    """One query there. What PostgreSQL knows of it beforehand is asked once, and only where it decides something."""

    def __init__(self, groups: list[list[str]], behind: str) -> None:
        self._asked = " & ".join("(" + " | ".join(f"'{form}'" for form in group) + ")" for group in groups)
        self._behind: tuple[Any, uuid.UUID] = keyset.place(behind, keyset.moment) or (NEVER, FIRST_KEY)

    def newest(self, most: int) -> tuple[list[uuid.UUID], str]:
        """The same."""
        found = self._found(most)
        end = keyset.write(*found[-1][1:]) if len(found) == most else ""
        return [key for key, _at, _message in found], end

    def in_few(self, cases: Collection[uuid.UUID]) -> tuple[list[uuid.UUID], str]:
        """Of each matching message in these cases the case."""
        return [key for (key,) in _rows(IN_FEW, {"asked": self._asked, "cases": list(cases)})], ""

    def _found(self, most: int) -> list[Any]:
        if self._expected <= FEW:
            return self._gathered(most, EVER, self._behind)
        held, edges = self._held
        walk = math.ceil(most * held / self._expected)
        if WALKED * walk <= self._expected:
            found = self._asked_for(WALK, most, self._behind, walk=PATIENCE * walk)
            if len(found) == most:
                return found
        return self._by_and_by(most, edges)

    def _by_and_by(self, most: int, edges: list[dt.datetime]) -> list[Any]:
        """Stretch by stretch of time, each longer than the one before: neither index is read much further than it must
        be."""
        until, key = self._behind
        heaps = max(1, round(AMPLE * most / self._expected * len(edges)))
        if until != NEVER:
            edges = [edge for edge in edges if edge < until]
        found: list[Any] = []
        while len(found) < most and until != EVER:
            since = edges[heaps] if heaps < len(edges) else EVER
            found += self._gathered(most - len(found), since, (until, key))
            until, key, heaps = since, FIRST_KEY, heaps * PATIENCE
        return found

    def _gathered(self, most: int, since: dt.datetime | str, until: tuple[Any, uuid.UUID]) -> list[Any]:
        return self._asked_for(GATHER, most, until, since=since)

    def _asked_for(self, question: str, most: int, until: tuple[Any, uuid.UUID], **more: Any) -> list[Any]:
        return _rows(question, {"asked": self._asked, "most": most, "until": until[0], "key": until[1], **more})

    @functools.cached_property
    def _expected(self) -> int:
        """How many messages should match, by the statistics that PostgreSQL keeps of tokens."""
        [(told,)] = _rows(EXPECTED, {"asked": self._asked})
        return int((json.loads(told) if isinstance(told, str) else told)[0]["Plan"]["Plan Rows"])

    @functools.cached_property
    def _held(self) -> tuple[float, list[dt.datetime]]:
        """The moments: the newest first."""
        [(count, parted)] = _rows(HELD)
        return float(count), sorted(parted or (), reverse=True)


def _rows(question: str, values: Any = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())
