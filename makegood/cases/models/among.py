"""Whether a row is one of very many, given by their keys as one value: a value for each takes longer than the answer."""

import json
import uuid
from collections.abc import Collection
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, F, Func
from django.db.models.sql.compiler import SQLCompiler


class Among(Func):
    """A condition for `filter`."""

    output_field = BooleanField()

    def __init__(self, column: str, keys: Collection[uuid.UUID]) -> None:
        super().__init__(F(column))
        self.keys = keys

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *ways: Any, **more: Any
    ) -> tuple[str, tuple[Any, ...]]:
        """The column is compiled as ever."""
        column, values = compiler.compile(self.source_expressions[0])
        keys = [key.hex for key in self.keys]
        if connection.vendor == "sqlite":
            return f"{column} IN (SELECT value FROM json_each(%s))", (*values, json.dumps(keys))  # noqa: S608 - a column alone
        # As text: a list would be written key by key, and take longer than the answer.
        return f"{column} = ANY(%s::uuid[])", (*values, f"{{{','.join(keys)}}}")
