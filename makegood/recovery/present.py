"""What a case holds of ours to make good: columns of a question that its page asks anyhow, so that one without any asks no
more."""

import dataclasses
import uuid
from typing import Any

from django.db.models import Exists, Expression, Subquery

from makegood.recovery.models import Ask, Hint, Recovery, Remedy


@dataclasses.dataclass(frozen=True)
class Present:
    """Whether there are remedies and asks; the keys of the recovery that runs, or the last one, and of a hint that waits."""

    remedies: bool
    asks: bool
    recovery: uuid.UUID | None
    hint: uuid.UUID | None


def columns(case: Any) -> tuple[Expression | Subquery, ...]:
    """What `Present` is made of, in its order, for a question about one case."""
    return (
        Exists(Remedy.objects.of_case(case)),
        Exists(Ask.objects.of_case(case)),
        Subquery(Recovery.objects.of_case(case).values("pk")[:1]),
        Subquery(Hint.objects.waiting_in(case).values("pk")[:1]),
    )
