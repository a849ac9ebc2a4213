"""What few cases have, asked in one question, so that the page of a case without any asks no more."""

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.db.models import Exists, QuerySet, Subquery

from makegood.brands.models import Organisation
from makegood.cases.models import (
    Case,
    Checklist,
    Field,
    Handover,
    Kind,
    Link,
    Playbook,
    Problem,
    Reminder,
    SideConversation,
    Task,
    Tie,
    Timer,
)
from makegood.cases.models.tag_names import apart, tag_names
from makegood.events.prepared import PreparedQuery
from makegood.feedback.models import Closing
from makegood.recovery import present
from makegood.recovery.present import Present
from makegood.staff.models import User

OWED = dataclasses.fields(Present)


@dataclasses.dataclass(frozen=True)
class Besides:
    """The keys of the offer that waits for somebody to accept the case, of how both sides saw it last, and of its tie to a
    known problem; whether anything was given to teams or contractors, anybody wants to be reminded of it, it has checklists,
    is or was linked with others, and third parties were asked about it; whether the organisation has kinds, fields,
    playbooks and unsolved problems, and tracks time; since when the reader's timer runs; the names of its tags; and what there
    is to make good."""

    handover: uuid.UUID | None
    closing: uuid.UUID | None
    tasks: bool
    reminders: bool
    checklists: bool
    links: bool
    sides: bool
    tie: uuid.UUID | None
    kinds: bool
    fields: bool
    playbooks: bool
    problems: bool
    tracks_time: bool
    timed_since: dt.datetime | None
    tags: list[str]
    owed: Present


def of(case: Case, user: User) -> Besides:
    """One question."""
    found = HELD(case=case.pk, staff=user.pk)[0]
    *own, tags = found[: -len(OWED)]
    owed = Present(*found[-len(OWED) :])
    return Besides(*[*own, apart(tags), owed])


def _held(case: Any, staff: Any) -> QuerySet[Case, Any]:
    offered = Handover.objects.waiting().filter(case=case).values("pk")
    seen = Closing.objects.of_case(case).values("pk")
    awaited = Reminder.objects.standing().filter(case=case)
    tied = Tie.objects.of_case(case).values("pk")
    running = Timer.objects.filter(staff=staff, case__in=Case.objects.part_of(case).values("pk")).values("started_at")
    return Case.objects.filter(pk=case).values_list(
        Subquery(offered[:1]), Subquery(seen[:1]), Exists(Task.objects.of_case(case)), Exists(awaited),
        Exists(Checklist.objects.of_case(case)), Exists(Link.objects.of_case(case)),
        Exists(SideConversation.objects.of_case(case)), Subquery(tied[:1]),
        Exists(Kind.objects.in_use()), Exists(Field.objects.in_use()),
        Exists(Playbook.objects.in_use()), Exists(Problem.objects.unsolved()),
        Exists(Organisation.objects.filter(tracks_time=True)), Subquery(running[:1]), tag_names(), *present.columns(case),
    )  # fmt: skip


HELD = PreparedQuery(_held)
