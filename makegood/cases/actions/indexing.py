"""Putting words into the search index, in the transaction of the message they are in."""

import datetime as dt
from collections.abc import Iterable

from django.db import connection

from makegood.cases.models import Case, FieldValue, Message
from makegood.cases.search import places, tokens
from makegood.ui import pictures

PAGES = 500  # of the index, in one transaction
INSERT = {
    "sqlite": "INSERT INTO cases_search (tokens, case_id, message_id, rowid) VALUES (%s, %s, %s, %s)",
    "postgresql": "INSERT INTO cases_search (tokens, case_id, message_id, at) VALUES (array_to_tsvector(%s), %s, %s, %s)",
}


def index(case: Case, message: Message, *, files: tuple[str, ...] = (), first: bool = False) -> None:
    """Make a message findable. With the `first` one the subject, the customer's name and address go in too."""
    text = pictures.named(message.text)
    if first:
        text = f"{case.subject}\n{case.ref} {case.customer.name} {message.sender} {message.sender_name}\n{text}"
    if files:
        text = f"{text}\n{' '.join(files)}"
    found = tokens.of_text(text, message.language or case.language)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            place = places.free(cursor, message.at)
            cursor.execute(INSERT["sqlite"], [" ".join(found), case.pk.hex, message.pk.hex, place])
        else:
            cursor.execute(INSERT["postgresql"], [found, case.pk, message.pk, message.at])


def index_value(case: Case, value: FieldValue, *, at: dt.datetime) -> int | None:
    """Make the text of a field findable as a message is; where it stands in SQLite's index, which finds no other key."""
    found = tokens.of_text(value.text, case.language)
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute(INSERT["postgresql"], [found, case.pk, value.pk, at])
            return None
        place = places.free(cursor, at)
        cursor.execute(INSERT["sqlite"], [" ".join(found), case.pk.hex, value.pk.hex, place])
        return place


def forget_values(values: Iterable[FieldValue]) -> None:
    """The texts of these fields are found no more."""
    column = "rowid" if connection.vendor == "sqlite" else "message_id"
    keys = [one.found_at if column == "rowid" else one.pk for one in values if one.text]
    if keys:
        with connection.cursor() as cursor:
            marks = ", ".join(["%s"] * len(keys))
            cursor.execute(f"DELETE FROM cases_search WHERE {column} IN ({marks})", keys)  # noqa: S608 - names of ours


def move(message: Message, case: Case) -> None:
    """A message has gone to another case."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute("UPDATE cases_search SET case_id = %s WHERE message_id = %s", [case.pk, message.pk])
            return
        for row in places.rows_of(cursor, {message.pk.hex: message.at}):
            cursor.execute("UPDATE cases_search SET case_id = %s WHERE rowid = %s", [case.pk.hex, row])


def forget(messages: Iterable[Message]) -> None:
    """Nothing in these messages is found any more."""
    said = {message.pk: message.at for message in messages}
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            cursor.execute("DELETE FROM cases_search WHERE message_id = ANY(%s)", [list(said)])
            return
        for row in places.rows_of(cursor, {key.hex: at for key, at in said.items()}):
            cursor.execute("DELETE FROM cases_search WHERE rowid = %s", [row])


def begin_tidying() -> None:
    """FTS5 keeps the tokens of what was taken out until it writes its pages anew: have it do so with all of them."""
    _merge(-PAGES)


def tidy_some() -> bool:
    """Some more pages; False when none is left. PostgreSQL does it by itself (autovacuum)."""
    return _merge(PAGES) > 1  # the command itself counts as one change, says FTS5


def _merge(pages: int) -> int:
    """How many rows of the index's own tables it changed."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        before: int = cursor.connection.total_changes
        cursor.execute("INSERT INTO cases_search (cases_search, rank) VALUES ('merge', %s)", [pages])
        return int(cursor.connection.total_changes - before)
