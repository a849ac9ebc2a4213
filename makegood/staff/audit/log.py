"""Reading for an audit: the log, and who saw what; newest first, in the order in which it was written down, which nobody
can choose.

A key of either begins with its moment, so a span of time is a range of the table itself and needs no index of its own.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from makegood.events.keys import floor
from makegood.events.models import Event
from makegood.staff.audit import kinds
from makegood.staff.models import Look

Row = Event | Look
PAGE = 50
DAYS = 7


@dataclass(frozen=True)
class Asked:
    """Whose doings (`S-…` or "" for all staff), of which sort ("" for all), on which days of the reader's time zone."""

    person: str
    sort: str
    since: dt.date
    until: dt.date


def asked(*, person: str, sort: str, since: dt.date | None, until: dt.date | None, today: dt.date) -> Asked:
    """With the last seven days where no days are given."""
    until = until or max(today, since or today)
    return Asked(person=person, sort=sort, since=since or until - dt.timedelta(days=DAYS - 1), until=until)


def page(wanted: Asked, after: str) -> tuple[list[Row], str]:
    """The rows behind a place, PAGE of them, and the place that the next page goes on from ("" at the end)."""
    place = _key(after)
    events: list[Row] = [] if wanted.sort == kinds.LOOKS else list(_behind(_events(wanted), place))
    looks: list[Row] = list(_behind(_looks(wanted), place)) if wanted.sort in ("", kinds.LOOKS) else []
    rows = sorted(events + looks, key=lambda row: row.pk, reverse=True)
    return rows[:PAGE], str(rows[PAGE - 1].pk) if len(rows) > PAGE else ""


def everything(wanted: Asked) -> Iterator[list[Row]]:
    """All of them, page by page, so that a long export keeps no transaction open."""
    after = ""
    while True:
        rows, after = page(wanted, after)
        yield rows
        if not after:
            return


def written_at(row: Row) -> dt.datetime:
    """When it was written down, from its key."""
    return dt.datetime.fromtimestamp((row.pk.int >> 80) / 1000, dt.UTC)


def _events(wanted: Asked) -> QuerySet[Event]:
    found = Event.objects.filter(**_within(wanted))
    if wanted.sort:
        found = found.filter(name__in=kinds.names_in(wanted.sort))
    if wanted.person:
        return found.filter(Q(by=wanted.person) | Q(about=wanted.person))
    return found.filter(Q(by__startswith="S-") | Q(about__startswith="S-"))


def _looks(wanted: Asked) -> QuerySet[Look]:
    found = Look.objects.filter(**_within(wanted))
    return found.filter(by=wanted.person) if wanted.person else found


def _within(wanted: Asked) -> dict[str, uuid.UUID]:
    after = wanted.until + dt.timedelta(days=1)
    return {"id__gte": floor(_start(wanted.since)), "id__lt": floor(_start(after))}


def _behind(rows: QuerySet[Any], place: uuid.UUID | None) -> QuerySet[Any]:
    rows = rows.filter(id__lt=place) if place else rows
    return rows.order_by("-id")[: PAGE + 1]


def _start(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def _key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text[:36])
    except ValueError:
        return None
