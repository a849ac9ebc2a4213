"""Rows written by SQL that is composed once for each table and its columns.

Taking in a mail writes ten rows, and Django's way from a model to an INSERT or UPDATE takes longer than SQLite's work. For
rows that have their keys and nothing that hangs on saving; `save` everywhere else.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model

from makegood.events import columns

# Where a row holds the value, its field, and the field's short ways to the database.
Columns = Sequence[tuple[str, "Field[Any, Any]", Mapping[type, columns.Way]]]
# In place of a value that was not read with the row.
UNREAD = object()


def insert(*rows: Model) -> None:
    """Write new rows of one model. Raises IntegrityError as `save` does."""
    if not rows:
        return
    connection = connections[DEFAULT_DB_ALIAS]
    sql, where = _inserted(type(rows[0]))
    values = [_values(row, where, connection, adding=True) for row in rows]
    with connection.cursor() as cursor:
        if len(values) == 1:
            cursor.execute(sql, values[0])
        else:
            cursor.executemany(sql, values)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def update(row: Model, *names: str) -> None:
    """Write the named fields of a row. Raises the model's DoesNotExist when there is no such row any more."""
    connection = connections[DEFAULT_DB_ALIAS]
    sql, where = _updated(type(row), names)
    with connection.cursor() as cursor:
        cursor.execute(sql, _values(row, where, connection, adding=False))
        if not cursor.rowcount:
            raise type(row).DoesNotExist(f"{row} is not there to be written")  # type: ignore[attr-defined]


def _values(row: Model, within: Columns, connection: BaseDatabaseWrapper, *, adding: bool) -> list[Any]:
    held = row.__dict__
    return [
        way(value)
        if (way := ways.get((value := held.get(name, UNREAD)).__class__)) is not None
        else field.get_db_prep_save(field.pre_save(row, adding), connection)
        for name, field, ways in within
    ]


@functools.cache
def _inserted(model: type[Model]) -> tuple[str, Columns]:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    named, places = ", ".join(map(_quoted, fields)), ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {_table(model)} ({named}) VALUES ({places})", _columns(fields)  # noqa: S608 - names of our own


@functools.cache
def _updated(model: type[Model], names: tuple[str, ...]) -> tuple[str, Columns]:
    key = model._meta.pk
    fields = [model._meta.get_field(name) for name in names]
    assigned = ", ".join(f"{_quoted(field)} = %s" for field in fields)
    sql = f"UPDATE {_table(model)} SET {assigned} WHERE {_quoted(key)} = %s"  # noqa: S608 - names of our own
    return sql, _columns([*fields, key])


def _columns(fields: Sequence[Any]) -> Columns:
    connection = connections[DEFAULT_DB_ALIAS]
    return [(field.attname, field, columns.ways(field, connection)) for field in fields]


def _quoted(field: Any) -> str:
    return str(connections[DEFAULT_DB_ALIAS].ops.quote_name(field.column))


def _table(model: type[Model]) -> str:
    return str(connections[DEFAULT_DB_ALIAS].ops.quote_name(model._meta.db_table))
