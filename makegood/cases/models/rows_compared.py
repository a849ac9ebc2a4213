"""Two columns compared with two values as one, `(next_due_at, id) > (…, …)`: an index finds the place at once."""

import datetime as dt
import uuid
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, DateTimeField, Expression, F, Field, Func, UUIDField, Value
from django.db.models.sql.compiler import SQLCompiler


class Compared(Func):
    """A condition for `filter`. `sign` is "<", "<=", ">" or ">="."""

    output_field = BooleanField()

    def __init__(self, column: str, sign: str, moment: dt.datetime, key: uuid.UUID) -> None:
        super().__init__(F(column), F("id"), _as_value(moment, DateTimeField()), _as_value(key, UUIDField()))
        self.sign = sign

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *ways: Any, **more: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        """The parts are compiled as ever; only the signs between them are ours."""
        parts: list[str] = []
        parameters: list[str | int] = []
        for expression in self.source_expressions:
            sql, values = compiler.compile(expression)
            parts.append(sql)
            parameters += values
        return f"({parts[0]}, {parts[1]}) {self.sign} ({parts[2]}, {parts[3]})", tuple(parameters)


def _as_value(given: Any, field: "Field[Any, Any]") -> Expression:
    """A value, or what will stand for one in a prepared query."""
    return given if isinstance(given, Expression) else Value(given, output_field=field)
