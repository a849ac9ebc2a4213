"""Growing a filled installation: its cases, its customers and all that belongs to them are copied inside the database.

Which tables, their models say: customers, events, and whatever points to something copied. Files are shared, and the
words of messages the same; counts that are kept grow in proportion, so that a day's may be off by those who cross midnight.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import connection, models, transaction

from benchmarks.filling import bulk
from benchmarks.filling.moving import DIGITS, Moves, Own, expressions
from benchmarks.filling.sheets import in_places
from makegood.cases.models import Case
from makegood.channels.email.models import Mailbox
from makegood.customers.models import Customer
from makegood.events.keys import ALPHABET
from makegood.events.models import Event, Reaction
from makegood.staff.models import User

# Work that is under way: it would be done once for each copy.
LEFT_OUT = (Reaction,)
ROOTS: tuple[type[models.Model], ...] = (Customer, Event)
# Their rows are counts: each of these numbers is as many times as large.
COUNTERS = ("promises.Tally", "promises.Pace", "recovery.Granted", "feedback.Day", "quality.Tally", "quality.Lot",
            "insight.Tally", "insight.SoldTally", "recovery.CameBackTally")  # fmt: skip
COUNTED = (models.IntegerField, models.BigIntegerField, models.JSONField)
MOST = 16**DIGITS - 1
CHUNK = 20_000  # rows that one statement writes on SQLite, which gathers them first
SEARCH = "cases_search"


def grow(times: int) -> None:
    """Make an installation so many times as large. Raises SystemExit for one that was grown before, or by too much."""
    began = time.monotonic()
    if not 1 < times <= MOST or times > len(ALPHABET) ** 2:
        raise SystemExit(f"Nothing is grown {times} times.")
    if Case.objects.filter(ref__regex=r"^C-.{7,8}$").exists():
        raise SystemExit("It was grown before; begin with a new one.")
    tables = copied()
    with bulk.in_bulk([*(model._meta.db_table for model in tables), SEARCH]):
        with connection.cursor() as cursor, _gathering(cursor):
            _prepare(cursor, times)
            moves = Moves(_own(tables))
            for model in tables:
                _copy(
                    cursor, model._meta.db_table, expressions(model, copied=tables, moves=moves), _which(model, moves)
                )
                _say(f"\r{model._meta.db_table}, {time.monotonic() - began:.0f} s ".ljust(60))
            _copy_search(cursor, moves)
        _multiply(times)
        _say(f"\nMaking the indexes after {time.monotonic() - began:.0f} s …\n")
    _say(f"Grown {times} times in {time.monotonic() - began:.0f} s.\n")


def copied() -> list[type[models.Model]]:
    """The models whose rows are copied: the roots, and what points to them by one step or many, if it has a row."""
    found = dict.fromkeys(ROOTS)
    everything = [model for model in apps.get_models(include_auto_created=True) if model not in LEFT_OUT]
    while more := [model for model in everything if model not in found and _points_to(model, found)]:
        found |= dict.fromkeys(more)
    return [model for model in found if model._base_manager.exists()]


def _points_to(model: type[models.Model], found: dict[type[models.Model], None]) -> bool:
    return any(field.remote_field and field.remote_field.model in found for field in model._meta.concrete_fields)


def _own(tables: list[type[models.Model]]) -> Own:
    keys, prefixes = set(), set()
    named = {
        field.remote_field.model for model in tables for field in model._meta.concrete_fields if field.remote_field
    }
    for model in named - set(tables):
        keys |= {str(key) for key in model._base_manager.values_list("pk", flat=True)}
    for model in tables:
        try:
            model._meta.get_field("ref")
        except FieldDoesNotExist:
            continue
        prefixes.add(model._base_manager.values_list("ref", flat=True)[0][:2])
    addresses = {*Mailbox.objects.values_list("address", flat=True), *User.objects.values_list("email", flat=True)}
    return Own(frozenset(keys), frozenset(addresses), frozenset(prefixes))


def _which(model: type[models.Model], moves: Moves) -> str:
    """Events of our own people are not copied."""
    if model is not Event:
        return "1 = 1"
    return f"substr(original.about, 1, 2) IN ({', '.join(repr(prefix) for prefix in sorted(moves.own.prefixes))})"


def _prepare(cursor: Any, times: int) -> None:
    """The copies, spread evenly over the time between two cases."""
    span = Case.objects.aggregate(first=models.Min("opened_at"), last=models.Max("opened_at"), count=models.Count("pk"))
    apart = (span["last"] - span["first"]).total_seconds() / span["count"] / times
    width = 1 if times <= len(ALPHABET) else 2
    cursor.execute("DROP TABLE IF EXISTS copy")
    cursor.execute("CREATE TEMPORARY TABLE copy (tail text, letters text, seconds integer)")
    for number in range(1, times):
        letters = "".join(
            ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in reversed(range(width))
        )
        cursor.execute("INSERT INTO copy VALUES (%s, %s, %s)", [f"{number:0{DIGITS}x}", letters, round(number * apart)])


def _copy(cursor: Any, table: str, columns: dict[str, str], which: str) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    statement = f'INSERT INTO "{table}" ({named}) SELECT {", ".join(columns.values())} FROM "{table}" AS original'
    _run(cursor, table, f"{statement} CROSS JOIN copy WHERE {which}")


def _copy_search(cursor: Any, moves: Moves) -> None:
    """The words of each message, its case's reference told anew."""
    old, new = "lower(substr(found.ref, 3))", "lower(copy.letters || substr(found.ref, 3))"
    columns = {name: moves.key(f"original.{name}") for name in ("case_id", "message_id")}
    if moves.sqlite:
        columns |= {
            "tokens": f"replace(original.tokens, {old}, {new})",
            "rowid": "original.rowid - 1000 * copy.seconds",
        }
    else:
        among = f"original.tokens @@ quote_literal({old})::tsquery"
        anew = f"ts_delete(original.tokens, {old}) || array_to_tsvector(ARRAY[{new}])"
        columns |= {
            "at": moves.moment("original.at"),
            "tokens": f"CASE WHEN {among} THEN {anew} ELSE original.tokens END",
        }
    # Joined in this order, so that copies of one row stand beside one another.
    told = (
        f"SELECT {', '.join(columns.values())} FROM {SEARCH} AS original "
        "CROSS JOIN copy CROSS JOIN cases_case AS found WHERE found.id = original.case_id"
    )
    into = f"INSERT INTO {SEARCH} ({', '.join(columns)})"
    if moves.sqlite:
        _in_order(cursor, told, f"{into} VALUES (?, ?, ?, ?)")
    else:
        cursor.execute(f"{into} {told}")


def _in_order(cursor: Any, told: str, into: str) -> None:
    """Rows put into SQLite's search index in the order in which it takes them best. The driver itself does it: Django's
    cursor would look at each of a million rows."""
    driver = cursor.connection
    taken = {row for (row,) in driver.execute(f"SELECT rowid FROM {SEARCH}")}
    with transaction.atomic():
        driver.execute(f"CREATE TEMPORARY TABLE told AS {told}")
        rows = driver.execute("SELECT * FROM told ORDER BY 4")
        driver.executemany(into, in_places(rows, taken))
        driver.execute("DROP TABLE told")


def _run(cursor: Any, table: str, statement: str) -> None:
    """A statement that copies; on SQLite by and by, as it gathers the rows of a table that it both reads and writes."""
    if connection.vendor != "sqlite":
        cursor.execute(statement)
        return
    cursor.execute("SELECT count(*) FROM copy")
    step = max(1, CHUNK // cursor.fetchone()[0])
    cursor.execute(f'SELECT min(rowid), max(rowid) FROM "{table}"')
    lowest, highest = cursor.fetchone()
    for first in range(lowest, highest + 1, step):
        with transaction.atomic():
            last = min(first + step - 1, highest)
            cursor.execute(f"{statement} AND original.rowid BETWEEN {first} AND {last}")


@contextmanager
def _gathering(cursor: Any) -> Iterator[None]:
    """Work in memory, and the search index of SQLite is merged once, at the end, not again and again."""
    if connection.vendor != "sqlite":
        # Keys are right by construction; checking each would take longer than all the rest. Needs a superuser.
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("RESET session_replication_role")
        return
    cursor.execute("PRAGMA temp_store = MEMORY")
    for option, value in (("automerge", 0), ("hashsize", 128 << 20)):
        cursor.execute(f"INSERT INTO {SEARCH} ({SEARCH}, rank) VALUES ('{option}', {value})")
    yield
    for option, value in (("automerge", 4), ("hashsize", 1 << 20)):
        cursor.execute(f"INSERT INTO {SEARCH} ({SEARCH}, rank) VALUES ('{option}', {value})")
    cursor.execute(f"INSERT INTO {SEARCH} ({SEARCH}) VALUES ('optimize')")


def _multiply(times: int) -> None:
    """The counts that are kept."""
    for label in COUNTERS:
        model = apps.get_model(label)
        names = [field.attname for field in model._meta.concrete_fields if type(field) in COUNTED]
        rows = list(model._base_manager.all())
        for row in rows:
            for name in names:
                setattr(row, name, _times(getattr(row, name), times))
        model._base_manager.bulk_update(rows, names, batch_size=50)


def _times(value: Any, times: int) -> Any:
    if isinstance(value, dict):
        return {key: _times(one, times) for key, one in value.items()}
    return [_times(one, times) for one in value] if isinstance(value, list) else value * times


def _say(told: str) -> None:
    sys.stderr.write(told)
    sys.stderr.flush()
