"""The cases behind a figure."""

import uuid
from typing import Any

from django.db.models import Q

from makegood.cases.models import FieldValue
from makegood.insight.models import CaseDay, Dimension
from makegood.insight.models.counted import CaseDayQuerySet
from makegood.insight.reports.asking import Asked

BEHIND: dict[str, Q] = {
    **{
        name: Q((f"{name}__gt", 0))
        for name in ("opened", "resolved", "reopened", "closed", "kept", "broken", "excused")
    },
    "first_replies": Q(first_reply__isnull=False),
    "next_replies": ~Q(next_replies=[]),
    "resolutions": Q(resolution__isnull=False),
}
BACKLOG = "backlog"


def behind(asked: Asked, figure: str) -> CaseDayQuerySet:
    """The rows that add to a figure, of cases that the reader may see."""
    found = CaseDay.objects.visible_to(asked.user).filter(**_terms(asked))
    if figure == BACKLOG:
        return found.open_after(asked.days.last)
    return found.of_days(asked.days.first, asked.days.last).filter(BEHIND[figure])


def _terms(asked: Asked) -> dict[str, Any]:
    terms: dict[str, Any] = {}
    if asked.brand:
        terms["brand"] = asked.brand
    if asked.team:
        terms["team"] = asked.team
    if asked.of in (Dimension.PERSON, Dimension.KIND):
        terms[asked.of.value] = asked.what or None
    if asked.of in (Dimension.CHANNEL, Dimension.LANGUAGE):
        terms[asked.of.value] = asked.what
    if asked.of == Dimension.FIELD:
        field, _colon, slug = asked.what.partition(":")
        terms["case__in"] = FieldValue.objects.filter(field=uuid.UUID(field), key=slug).values("case")
    return terms
