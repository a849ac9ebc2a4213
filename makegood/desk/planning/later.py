"""The time in the composer at which a reply is to leave. Reads only."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from makegood.cases.models import Case
from makegood.desk.snoozing import typed, understanding
from makegood.staff.models import User


def of(case: Case, fields: Mapping[str, str], user: User) -> dict[str, Any]:
    """What stands in the field, and what is understood of it."""
    return understanding.facts("later", case, typed.read(fields, case, by=user, now=timezone.now()))
