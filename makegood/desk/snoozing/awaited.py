"""The time in the composer until which an answer to the reply is awaited. Reads only."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from makegood.cases.models import Case
from makegood.desk.snoozing import typed
from makegood.desk.snoozing.typed import Typed
from makegood.desk.snoozing.understanding import AWAITED, facts
from makegood.staff.models import User

FIELDS = tuple(AWAITED + name for name in (typed.WORDS, typed.MOMENT, typed.READ))


def read(fields: Mapping[str, str], case: Case, *, by: User, now: dt.datetime) -> Typed:
    """What stands in the field."""
    return typed.read(fields, case, by=by, now=now, before=AWAITED)


def of(case: Case, fields: Mapping[str, str], *, by: User, now: dt.datetime) -> dict[str, Any]:
    """The same, and what is understood of it."""
    return facts("awaited", case, read(fields, case, by=by, now=now))
