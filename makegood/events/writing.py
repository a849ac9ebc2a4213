"""Rows written by SQL that is composed once for each table and its columns.

Taking in a mail writes ten rows, and Django's way from a model to an INSERT or UPDATE takes longer than SQLite's work. For
rows that have their keys and nothing that hangs on saving; `save` everywhere else.
"""

import functools
from collections.abc import Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Field, Model, TextField

Columns = Sequence["Field[Any, Any]"]
# What a field of this very class hands to the database as it is, where it is of this very class.
PLAIN: dict[type, type] = {CharField: str, TextField: str}


def insert(*rows: Model) -> None:
    """Write new rows of one model. Raises IntegrityError as `save` does."""
    if not rows:
        return
    connection = connections[DEFAULT_DB_ALIAS]
    sql, fields = _inserted(type(rows[0]))
    values = [_values(row, fields, connection, adding=True) for row in rows]
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
    sql, fields = _updated(type(row), names)
    with connection.cursor() as cursor:
        cursor.execute(sql, _values(row, fields, connection, adding=False))
        if not cursor.rowcount:
            raise type(row).DoesNotExist(f"{row} is not there to be written")  # type: ignore[attr-defined]


def _values(row: Model, fields: Columns, connection: BaseDatabaseWrapper, *, adding: bool) -> list[Any]:
    held = row.__dict__
    return [
        value
        if (value := held.get(field.attname)).__class__ is PLAIN.get(field.__class__)
        else field.get_db_prep_save(field.pre_save(row, adding), connection)
        for field in fields
    ]


@functools.cache
def _inserted(model: type[Model]) -> tuple[str, Columns]:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    columns, places = ", ".join(map(_quoted, fields)), ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {_table(model)} ({columns}) VALUES ({places})", fields  # noqa: S608 - names of our own


@functools.cache
def _updated(model: type[Model], names: tuple[str, ...]) -> tuple[str, Columns]:
    key = model._meta.pk
    fields = [model._meta.get_field(name) for name in names]
    assigned = ", ".join(f"{_quoted(field)} = %s" for field in fields)
    sql = f"UPDATE {_table(model)} SET {assigned} WHERE {_quoted(key)} = %s"  # noqa: S608 - names of our own
    return sql, [*fields, key]  # type: ignore[list-item]


def _quoted(field: Any) -> str:
    return str(connections[DEFAULT_DB_ALIAS].ops.quote_name(field.column))


def _table(model: type[Model]) -> str:
    return str(connections[DEFAULT_DB_ALIAS].ops.quote_name(model._meta.db_table))
