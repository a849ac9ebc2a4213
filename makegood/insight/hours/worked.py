"""Minutes worked, within what a report asks for and its reader may see. Reads only."""

import dataclasses
import uuid
from collections.abc import Iterator

from django.db.models import Count, Sum

from makegood.cases.models import Shelf, TimeEntry
from makegood.cases.models.hours import TimeEntryQuerySet
from makegood.insight.models import Dimension
from makegood.insight.reports.asking import Asked

HEAD = ["day", "at", "case", "brand", "team", "person", "email", "task", "minutes", "by_timer", "note"]
CHUNK = 500


@dataclasses.dataclass(frozen=True)
class Worked:
    """What one person noted on the cases of one team. `cases`: how many different ones; `address`: of the entries."""

    team: str
    person: str
    minutes: int
    cases: int
    address: str

    @property
    def seconds(self) -> int:
        return 60 * self.minutes


def behind(asked: Asked) -> TimeEntryQuerySet:
    """The entries that count, the newest first: one's own, or of all cases that the reader may see."""
    found = TimeEntry.objects.standing().visible_to(asked.user).exclude(case__shelf=Shelf.DELETED)
    found = found.filter(day__gte=asked.days.first, day__lte=asked.days.last)
    if asked.brand:
        found = found.filter(case__brand=asked.brand)
    if asked.team:
        found = found.filter(team=asked.team)
    if asked.of == Dimension.PERSON and asked.what:
        found = found.filter(staff=uuid.UUID(asked.what))
    return found.order_by("-at", "-id")


def by_person(asked: Asked) -> list[Worked]:
    """One question; rows by the names of team and person."""
    named = (
        behind(asked)
        .order_by("team__name", "staff__name", "staff")
        .values("team", "team__name", "staff", "staff__name")
    )
    return [
        Worked(
            team=row["team__name"],
            person=row["staff__name"],
            minutes=row["all_minutes"],
            cases=row["all_cases"],
            address=asked.address("report-time-entries", team=row["team"], only=f"{Dimension.PERSON}:{row['staff']}"),
        )
        for row in named.annotate(all_minutes=Sum("minutes"), all_cases=Count("case", distinct=True))
    ]


def rows(asked: Asked) -> Iterator[list[str]]:
    """Each entry, for a file."""
    yield HEAD
    for one in for_pages(behind(asked)).iterator(CHUNK):
        yield [
            one.day.isoformat(), one.at.isoformat(), one.case.ref, one.case.brand.slug, one.team.name, one.staff.name,
            one.staff.email, one.task.ref if one.task else "", str(one.minutes), str(one.is_timed).lower(), one.note,
        ]  # fmt: skip


def for_pages(found: TimeEntryQuerySet) -> TimeEntryQuerySet:
    """With all that a row shows, in one query."""
    return found.select_related("case__brand", "team", "staff", "task")
