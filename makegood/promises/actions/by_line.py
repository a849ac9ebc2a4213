"""Promises as a charter line says them: drawn up when an event starts them, or made by a room above for what it alone knows."""

import dataclasses
import datetime as dt
import uuid

from makegood.brands.models import Brand
from makegood.calendars.models import CalendarVersion
from makegood.events.actions import record, verb
from makegood.events.writing import insert
from makegood.promises import clock
from makegood.promises.actions.entries import Kind, enter
from makegood.promises.events import PromiseMade
from makegood.promises.models import CharterLine, Commitment, Form, Hours
from makegood.staff.models import Team


@dataclasses.dataclass(frozen=True)
class Subject:
    """What a commitment is about, and whose it is."""

    about: str
    brand: uuid.UUID | str
    team: uuid.UUID | str | None
    customer: uuid.UUID | str | None


def drawn_up(
    line: CharterLine, subject: Subject, *, opening: CalendarVersion | None, at: dt.datetime, since: dt.datetime
) -> Commitment:
    """The commitment, not yet written: made at a moment, its clock running since that or another one. `opening` is the
    brand's calendar, for lines that count its hours."""
    version = opening if line.hours == Hours.OPENING else None
    seconds = clock.work_seconds(line, version)
    run = clock.run(version=version, since=since, seconds=seconds) if seconds is not None else None
    within = line.form == Form.WITHIN
    return Commitment(
        about=subject.about, key=line.key, line=line, calendar=version, brand_id=subject.brand, team_id=subject.team,
        customer_id=subject.customer, form=line.form, ends_on=line.ends_on, work_seconds=seconds, made_at=at,
        running_since=since, due_at=run.due_at if run else None, warn_at=run.warn_at if run and within else None,
        # A promise never to do something asks nothing of anybody until it is broken.
        owed=within,
    )  # fmt: skip


@verb
def make_by_line(line: CharterLine, *, about: str, brand: Brand, team: Team | None, at: dt.datetime) -> Commitment:
    """Promise to us, about something whose events no charter notices by itself, what a line says: a task is answered."""
    subject = Subject(about, brand.pk, team.pk if team else None, customer=None)
    commitment = drawn_up(line, subject, opening=clock.calendar_version(brand.pk, at), at=at, since=at)
    insert(commitment)
    enter(commitment, Kind.MADE, at=at)
    record(PromiseMade(commitment=str(commitment.pk), key=line.key), about=about, at=at, by="")
    return commitment
