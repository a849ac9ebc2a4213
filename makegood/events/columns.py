"""What a value becomes for the database, by the shortest way: as the field itself says, for the values that most rows hold."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, CharField, DateTimeField, Field, ForeignKey, JSONField, TextField, UUIDField
from django.db.models import PositiveBigIntegerField as PositiveBig
from django.db.models import PositiveIntegerField as Positive
from django.db.models import PositiveSmallIntegerField as PositiveSmall

Way = Callable[[Any], Any]


def _itself(value: Any) -> Any:
    return value


def _naive(value: dt.datetime) -> str | None:
    return str((value if value.tzinfo is dt.UTC else value.astimezone(dt.UTC)).replace(tzinfo=None))


def _hex(value: uuid.UUID) -> str:
    return value.hex


# Fields of these very classes, values of these very classes: a subclass may have a mind of its own.
EVERYWHERE: dict[type, dict[type, Way]] = {
    CharField: {str: _itself},
    TextField: {str: _itself},
    BooleanField: {bool: _itself},
    JSONField: {},
}
SQLITE: dict[type, dict[type, Way]] = {
    **EVERYWHERE,
    UUIDField: {uuid.UUID: _hex},
    DateTimeField: {dt.datetime: _naive},
    **{kind: {int: _itself} for kind in (Positive, PositiveBig, PositiveSmall)},
}
POSTGRESQL: dict[type, dict[type, Way]] = {**EVERYWHERE, UUIDField: {uuid.UUID: _itself}}


def ways(field: "Field[Any, Any]", connection: BaseDatabaseWrapper) -> Mapping[type, Way]:
    """The short ways of a field, by the class of the value; of what is not among them `get_db_prep_save` knows more."""
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return {}
    target: Any = field
    while isinstance(target, ForeignKey):
        target = target.target_field
    known = (SQLITE if connection.vendor == "sqlite" else POSTGRESQL).get(type(target))
    return {} if known is None else {**known, type(None): _itself}
