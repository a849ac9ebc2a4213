"""Which promises are in force, and the charter that a brand starts with."""

import dataclasses
import datetime as dt
import functools
import uuid
from typing import Any

from makegood.events import together
from makegood.events.models import Event
from makegood.events.prepared import PreparedQuery
from makegood.promises.models import CharterLine, CharterVersion, Form, Hours
from makegood.promises.remedies import RemedyTerms

ACKNOWLEDGED = "acknowledged"
FIRST_REPLY = "first-reply"
NEXT_REPLY = "next-reply"
RESOLVED = "resolved"
FIXED = "fixed"
# What whoever is asked for help inside a case owes us. A charter may say within which time; whatever it says, they
# are counted as these.
TASK_GIVEN, TASK_ANSWERED, TASK_DONE = "task.given", "task.answered", "task.done"
OF_TASKS = {TASK_ANSWERED: "task-answer", TASK_DONE: "task-done"}
Unit = CharterLine.Unit


@dataclasses.dataclass(frozen=True)
class Terms:
    """The terms of one promise, as a charter line or before it is published."""

    key: str
    form: str
    starts_on: list[str]
    ends_on: list[str]
    amount: int | None
    unit: str
    hours: str
    pauses_on: list[str] = dataclasses.field(default_factory=list)
    resumes_on: list[str] = dataclasses.field(default_factory=list)
    excused_on: list[str] = dataclasses.field(default_factory=list)
    unless: list[str] = dataclasses.field(default_factory=list)
    scope: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    remedy: RemedyTerms | None = None

    def columns(self) -> dict[str, Any]:
        """As a charter line keeps them."""
        told = {name: value for name, value in vars(self).items() if name != "remedy"}
        owed = vars(self.remedy) if self.remedy else {}
        return told | {f"remedy_{name}": value for name, value in owed.items()}


DEFAULT = (
    Terms(
        key=ACKNOWLEDGED,
        form=Form.WITHIN,
        starts_on=["case.opened"],
        ends_on=["case.acknowledged", "reply.sent"],
        amount=60,
        unit=Unit.SECONDS,
        hours=Hours.ALWAYS,
        excused_on=["case.greeting_withheld"],
    ),
    Terms(
        key=FIRST_REPLY,
        form=Form.WITHIN,
        starts_on=["case.opened"],
        ends_on=["reply.sent"],
        amount=4,
        unit=Unit.HOURS,
        hours=Hours.OPENING,
    ),
    Terms(
        key=NEXT_REPLY,
        form=Form.WITHIN,
        starts_on=["customer.wrote"],
        ends_on=["reply.sent", "case.resolved"],
        amount=8,
        unit=Unit.HOURS,
        hours=Hours.OPENING,
        unless=[FIRST_REPLY, NEXT_REPLY],
    ),
    Terms(
        key=RESOLVED,
        form=Form.WITHIN,
        starts_on=["case.opened", "case.reopened"],
        ends_on=["case.resolved", "case.told_why"],
        amount=3,
        unit=Unit.DAYS,
        hours=Hours.OPENING,
        pauses_on=["reply.sent"],
        resumes_on=["customer.wrote"],
    ),
    Terms(
        key=FIXED,
        form=Form.NEVER,
        starts_on=["case.resolved"],
        ends_on=["case.reopened"],
        amount=7,
        unit=Unit.DAYS,
        hours=Hours.ALWAYS,
    ),
)


class Book:
    """The lines of one charter version, found by the event that starts them."""

    def __init__(self, lines: list[CharterLine]) -> None:
        self.by_start: dict[str, list[CharterLine]] = {}
        for line in lines:
            for name in line.starts_on:
                self.by_start.setdefault(name, []).append(line)

    def started_by(self, event: Event) -> list[CharterLine]:
        """Lines that this event starts, its facets within their scope."""
        return self.starting(event.name, event.facets)

    def starting(self, name: str, facets: dict[str, Any]) -> list[CharterLine]:
        """The same, of an event by its name."""
        return [line for line in self.by_start.get(name, ()) if within_scope(line.scope, facets)]


def within_scope(scope: dict[str, list[str]], facets: dict[str, Any]) -> bool:
    """Whether each facet that the scope names has one of the values it allows."""
    return all(facets.get(facet) in values for facet, values in scope.items())


def book_in_force(brand_id: uuid.UUID | str, at: dt.datetime) -> Book:
    """The lines that bind what is promised at a moment; empty before the first charter."""
    versions = together.once(("charters", brand_id), lambda: _versions(brand_id))
    version = next((pk for valid_from, pk in versions if valid_from <= at), None)
    return _book(version) if version else Book([])


VERSIONS = PreparedQuery(lambda brand: CharterVersion.objects.filter(brand=brand).values_list("valid_from", "pk"))


def _versions(brand_id: uuid.UUID | str) -> list[tuple[dt.datetime, uuid.UUID]]:
    return VERSIONS(brand=uuid.UUID(str(brand_id)))


@functools.lru_cache(maxsize=64)
def _book(version_id: uuid.UUID) -> Book:
    # A published version never changes, so it is read once a process.
    return Book(list(CharterLine.objects.filter(version_id=version_id).select_related("version")))
