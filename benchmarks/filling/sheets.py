"""Rows waiting to be written, one sheet a table, already in the form that the database takes."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import connection, models

from makegood.cases.search import places

Row = tuple[Any, ...]
# PostgreSQL needs the zone, which is always UTC here; Django writes it to SQLite without.
ZONED = connection.vendor != "sqlite"


class Sheet:
    """Rows of one table. What a row does not say has the model's default."""

    def __init__(self, model: type[models.Model]) -> None:
        fields = model._meta.concrete_fields
        self.table = model._meta.db_table
        self.columns = [field.column for field in fields]
        self.rows: list[Row] = []
        self._blank = [_default(field) for field in fields]
        self._at = {field.attname: (place, _form(field)) for place, field in enumerate(fields)}

    def add(self, **values: Any) -> None:
        """Add a row; values by attribute name, keys as hexadecimal digits."""
        row = self._blank.copy()
        for name, value in values.items():
            place, form = self._at[name]
            row[place] = form(value) if form is not None and value is not None else value
        self.rows.append(tuple(row))


class SearchSheet:
    """Rows of the search index, which is no model."""

    table = "cases_search"

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.columns = ["tokens", "case_id", "message_id", "at" if ZONED else "rowid"]

    def add(self, tokens: Iterable[str], *, case_id: str, message_id: str, at: dt.datetime) -> None:
        """A message under its tokens."""
        if ZONED:
            self.rows.append((" ".join(f"'{token}'" for token in tokens), case_id, message_id, _moment(at)))
        else:
            self.rows.append((" ".join(tokens), case_id, message_id, places.of(at)))


def in_places(rows: Iterable[Row], taken: set[int]) -> Iterator[Row]:
    """Rows for SQLite's search index in the order of their places, which come last: whose place is taken, comes behind."""
    for *row, place in rows:
        while place in taken:
            place += 1
        taken.add(place)
        yield (*row, place)


def _default(field: "models.Field[Any, Any]") -> Any:
    if field.primary_key or not field.has_default():
        return "" if field.empty_strings_allowed and not field.null and not field.is_relation else None
    form = _form(field)
    value = field.get_default()
    return form(value) if form is not None and value is not None else value


def _form(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.JSONField):
        return _json
    if isinstance(field, models.DateField):
        return str
    return None


def _moment(at: Any) -> str:
    text: str = at.isoformat(" ")
    return text if ZONED else text[:-6]


def _json(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
