"""Questions composed once and asked often.

Django composes the SQL of a query each time it is asked. For a question that finds a few rows by a key that takes some
five times as long as the answer, and a page asks twenty. A `PreparedQuery` is composed once for all, with slots where
values will stand; asking it fills them in. What the rows become is Django's as ever.
"""

import dataclasses
import datetime as dt
import enum
import uuid
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.expressions import Expression
from django.db.models.sql.compiler import SQLCompiler
from django.db.transaction import TransactionManagementError

Row = TypeVar("Row")


class Slot(Expression):
    """Where a value will stand, or, with a `length`, a list of so many."""

    def __init__(self, name: str, length: int | None = None) -> None:
        super().__init__()
        self.name, self.length = name, length

    @property
    def pk(self) -> "Slot":
        """A slot for a key stands for what has the key, too: `Case.objects.part_of(slot)`."""
        return self

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        if self.length is None:
            return "%s", [_Place(self.name)]
        return f"({', '.join(['%s'] * self.length)})", [_Place(self.name, index) for index in range(self.length)]


@dataclasses.dataclass(frozen=True)
class _Place:
    """Among the parameters of composed SQL: the value of this name, or one of its list."""

    name: str
    index: int | None = None


@dataclasses.dataclass(frozen=True)
class _Composed:
    """A question as Django composed it. `compiler`: knows which column becomes what, None where no row can fit;
    `converters`: what turns the database's values into ours, by column."""

    rows: QuerySet[Any, Any]
    compiler: SQLCompiler | None
    sql: str
    parameters: tuple[Any, ...]
    converters: Mapping[int, Any]


class PreparedQuery(Generic[Row]):
    """A question that `compose` composes from slots, by name: `PreparedQuery(lambda case: Seen.objects.filter(case=case))`.

    It is asked with values of the same names: keys (as UUIDs), aware times, texts and numbers, and lists of these for
    `__in`. True, False, None, an empty list and a member of an enumeration are no values but make a question of their own:
    `compose` gets them as they are.
    """

    def __init__(self, compose: Callable[..., QuerySet[Any, Row]]) -> None:
        self._compose = compose
        self._composed: dict[tuple[Any, ...], _Composed] = {}

    def __call__(self, **values: Any) -> list[Row]:
        """Ask. A list and no QuerySet: nothing can be composed any further."""
        values = _all_filled_up(values)
        composed = self._for(values)
        return _ask(composed, values) if composed.compiler else []

    def sql(self, **values: Any) -> tuple[str, tuple[Any, ...]] | None:
        """What would be asked, with its parameters, to be put into a larger question; None where no row can fit."""
        values = _all_filled_up(values)
        composed = self._for(values)
        connection = connections[composed.rows.db]
        return (composed.sql, _parameters(composed, values, connection)) if composed.compiler else None

    def _for(self, values: Mapping[str, Any]) -> _Composed:
        shape = tuple((name, _shape(value)) for name, value in values.items())
        composed = self._composed.get(shape)
        if composed is None:
            composed = self._composed[shape] = self._prepare(values)
        return composed

    def _prepare(self, values: Mapping[str, Any]) -> _Composed:
        rows = self._compose(**{name: _slot(name, value) for name, value in values.items()})
        compiler = rows.query.get_compiler(rows.db)
        try:
            sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            return _Composed(rows, None, "", (), {})
        converters = compiler.get_converters([column for column, *_ in compiler.select or ()])
        return _Composed(rows, compiler, sql, tuple(parameters), converters)


def _ask(composed: _Composed, values: Mapping[str, Any]) -> list[Any]:
    """A copy of the rows, whose query hands out a compiler that has nothing left to compose."""
    connection = connections[composed.rows.db]
    if composed.rows.query.select_for_update and connection.get_autocommit():
        raise TransactionManagementError("rows are held within a transaction only")  # Django says so when it composes
    parameters = _parameters(composed, values, connection)
    compiler = _copied(composed.compiler)
    compiler.connection = connection
    compiler.as_sql = lambda *args, **kwargs: (composed.sql, parameters)
    compiler.get_converters = lambda expressions: composed.converters
    query = _copied(composed.rows.query)
    query.get_compiler = lambda *args, **kwargs: compiler
    rows = _copied(composed.rows)
    rows._query = query
    return list(rows)


def _parameters(composed: _Composed, values: Mapping[str, Any], connection: BaseDatabaseWrapper) -> tuple[Any, ...]:
    return tuple(
        _value(values[one.name] if one.index is None else values[one.name][one.index], connection)
        if isinstance(one, _Place)
        else one
        for one in composed.parameters
    )


def _copied(thing: Any) -> Any:
    """A shallow copy; copy.copy takes longer, and of a QuerySet it would ask the database."""
    copied = object.__new__(type(thing))
    copied.__dict__.update(thing.__dict__)
    return copied


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, bool | enum.Enum)


def _shape(value: Any) -> Any:
    return len(value) if isinstance(value, list) else value if _is_plain(value) else ""


def _slot(name: str, value: Any) -> Any:
    if _is_plain(value) or value == []:
        return value
    return Slot(name, len(value)) if isinstance(value, list) else Slot(name)


def _value(value: Any, connection: BaseDatabaseWrapper) -> Any:
    """As the driver of the database takes it."""
    if isinstance(value, uuid.UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, dt.datetime) else value


def _all_filled_up(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _filled_up(value) if isinstance(value, list) else value for name, value in values.items()}


def _filled_up(values: list[Any]) -> list[Any]:
    """To a power of two with its last value, which changes no answer: so there are few lengths to compose for."""
    missing = (1 << (len(values) - 1).bit_length()) - len(values) if values else 0
    return values + values[-1:] * missing
