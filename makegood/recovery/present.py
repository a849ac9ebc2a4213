"""What a case holds of ours to make good, asked in one question, so that a page of a case without any asks no more."""

import dataclasses
import uuid
from typing import Any

from django.db.models import Exists, QuerySet, Subquery

from makegood.cases.models import Case
from makegood.events.prepared import PreparedQuery
from makegood.recovery.models import Ask, Hint, Recovery, Remedy


@dataclasses.dataclass(frozen=True)
class Present:
    """Whether there are remedies and asks; the keys of the recovery that runs, or the last one, and of a hint that waits."""

    remedies: bool
    asks: bool
    recovery: uuid.UUID | None
    hint: uuid.UUID | None


def of(case: Case) -> Present:
    """One question."""
    return Present(*HELD(case=case.pk)[0])


def _held(case: Any) -> QuerySet[Case, Any]:
    return Case.objects.filter(pk=case).values_list(
        Exists(Remedy.objects.of_case(case)),
        Exists(Ask.objects.of_case(case)),
        Subquery(Recovery.objects.of_case(case).values("pk")[:1]),
        Subquery(Hint.objects.waiting_in(case).values("pk")[:1]),
    )


HELD = PreparedQuery(_held)
