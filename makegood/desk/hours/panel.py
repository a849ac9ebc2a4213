"""Time worked on a case, as its page shows it. Reads only."""

import dataclasses
import datetime as dt
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Sum, Window

from makegood.brands import scope
from makegood.cases.models import Case, TimeEntry
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User

SHOWN = 50


@dataclasses.dataclass(frozen=True)
class Panel:
    """The newest entries, each with `is_correctable` for the reader; `total`: minutes of all there are; `since`: when the
    reader's timer was started here."""

    entries: list[TimeEntry]
    total: int
    since: dt.datetime | None

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def seconds(self) -> int:
        return 60 * self.total


def of(case: Case, user: User, *, since: dt.datetime | None) -> Panel:
    """One question."""
    found: list[Any] = ENTRIES(case=case.pk, **scope.as_viewer(user))
    return Panel(found, found[0].total if found else 0, since)


def _entries(case: Any, **who: Any) -> QuerySet[TimeEntry, Any]:
    mine = TimeEntry.objects.correctable_by(scope.viewer(**who)).filter(pk=OuterRef("pk"))
    found = TimeEntry.objects.standing().of_case(case).select_related("staff", "task")
    return found.annotate(total=Window(Sum("minutes")), is_correctable=Exists(mine))[:SHOWN]


ENTRIES = PreparedQuery(_entries)
