"""What a filter word for one of the organisation's own fields means: `field.serial:A1`, `field.price:>5`, `field.colour:none`."""

import dataclasses
import datetime as dt
import re
import uuid
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from makegood.cases.fields import reading
from makegood.cases.filters import days
from makegood.cases.filters.language import Condition, Problem, Unclear
from makegood.cases.models import Field, FieldType, FieldValue
from makegood.cases.models.fields import OF_CHOICE
from makegood.staff.models import User

NONE = "none"
RELATIONS = {">": "gt", ">=": "gte", "<": "lt", "<=": "lte", "": "exact"}
Ask = Callable[[Condition], uuid.UUID | None]


@dataclasses.dataclass(frozen=True)
class Wanted:
    """What must stand in a field, as FieldValue is asked; None: nothing. `is_span`: several of these must all hold."""

    field: uuid.UUID
    such: dict[str, Any] | None
    is_span: bool = False


def of(wanted: Wanted) -> QuerySet[FieldValue]:
    """The rows that hold it; those that hold anything where nothing is wanted."""
    return FieldValue.objects.filter(field=wanted.field, **(wanted.such or {}))


def wanted(field: Field, one: Condition, person: Ask, *, at: dt.datetime, user: User) -> Wanted:
    """What is meant; `person` says whom a name means. Raises Unclear."""
    if one.value.lower() == NONE:
        return Wanted(field.pk, None)
    if field.type == FieldType.NUMBER:
        return Wanted(field.pk, _number(one), is_span=True)
    if field.type == FieldType.DATE:
        return Wanted(field.pk, _days(one, at.astimezone(ZoneInfo(user.timezone)).date()), is_span=True)
    if field.type in OF_CHOICE:
        return Wanted(field.pk, {"key": _choice(field, one)})
    if field.type == FieldType.PERSON:
        return Wanted(field.pk, {"key": _person(one, person)})
    return Wanted(field.pk, _text(one.value))


def _text(value: str) -> dict[str, Any]:
    """The whole text, or with a star behind, its beginning."""
    folded = reading.fold(value.removesuffix("*"))
    if not value.endswith("*"):
        return {"key": folded}
    return {"key__gte": folded, "key__lt": folded + "\U0010ffff"} if folded else {"key__gt": ""}


def _number(one: Condition) -> dict[str, Any]:
    try:
        if ".." in one.value:
            least, most = one.value.split("..", 1)
            return {"number__gte": reading.number_of(least), "number__lte": reading.number_of(most)}
        found = re.match(r"^(>=|<=|>|<|)(.*)$", one.value)
        relation, value = (found[1], found[2]) if found else ("", one.value)
        return {f"number__{RELATIONS[relation]}": reading.number_of(value)}
    except ValueError:
        raise Unclear(Problem("no-number", one.name, one.value))


def _days(one: Condition, today: dt.date) -> dict[str, Any]:
    try:
        span = days.read(one.value, today=today)
    except ValueError:
        raise Unclear(Problem("no-day", one.name, one.value))
    since = {"day__gte": span.since} if span.since else {}
    return since | ({"day__lt": span.until} if span.until else {})


def _choice(field: Field, one: Condition) -> str:
    slug = reading.slug_of(field, one.value)
    if not slug:
        known = tuple(str(choice["slug"]) for choice in field.choices if not choice["retired"])
        raise Unclear(Problem("none-choice", one.name, one.value, (*known[:20], NONE)))
    return slug


def _person(one: Condition, person: Ask) -> str:
    try:
        found = person(one)
    except Unclear as unclear:
        raise Unclear(*(dataclasses.replace(problem, code=_code(problem)) for problem in unclear.problems))
    return str(User.objects.filter(pk=found).values_list("ref", flat=True).get())


def _code(problem: Problem) -> str:
    return "none-person" if problem.code == "none" else problem.code
