"""What few cases have, asked in one question, so that the page of a case without any asks no more."""

import dataclasses
import uuid
from typing import Any

from django.db.models import Exists, QuerySet, Subquery

from makegood.cases.models import Case, Checklist, Handover, Link, Reminder, SideConversation, Task, Tie
from makegood.cases.models.tag_names import apart, tag_names
from makegood.events.prepared import PreparedQuery
from makegood.feedback.models import Closing


@dataclasses.dataclass(frozen=True)
class Besides:
    """The keys of the offer that waits for somebody to accept the case, and of how both sides saw it last; whether
    anything was given to teams or contractors, whether anybody wants to be reminded of it, and whether it has checklists, whether it is or was
    linked with others, whether third parties were asked about it; the key of its tie to a known problem; the names of its tags."""

    handover: uuid.UUID | None
    closing: uuid.UUID | None
    tasks: bool
    reminders: bool
    checklists: bool
    links: bool
    sides: bool
    tie: uuid.UUID | None
    tags: list[str]


def of(case: Case) -> Besides:
    """One question."""
    handover, closing, tasks, reminders, checklists, links, sides, tie, tags = HELD(case=case.pk)[0]
    return Besides(handover, closing, tasks, reminders, checklists, links, sides, tie, apart(tags))


def _held(case: Any) -> QuerySet[Case, Any]:
    offered = Handover.objects.waiting().filter(case=case).values("pk")
    seen = Closing.objects.of_case(case).values("pk")
    awaited = Reminder.objects.standing().filter(case=case)
    tied = Tie.objects.of_case(case).values("pk")
    return Case.objects.filter(pk=case).values_list(
        Subquery(offered[:1]), Subquery(seen[:1]), Exists(Task.objects.of_case(case)), Exists(awaited),
        Exists(Checklist.objects.of_case(case)), Exists(Link.objects.of_case(case)),
        Exists(SideConversation.objects.of_case(case)), Subquery(tied[:1]), tag_names(),
    )  # fmt: skip


HELD = PreparedQuery(_held)
