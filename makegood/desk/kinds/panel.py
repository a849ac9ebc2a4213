"""What kind of matter a case is, as its page shows it."""

from typing import Any

from makegood.cases.models import Case, Kind
from makegood.events.prepared import PreparedQuery

IN_USE = PreparedQuery(Kind.objects.in_use)
NONE: dict[str, Any] = {"chosen_kind": "", "kinds": []}


def of(case: Case) -> dict[str, Any]:
    """Its kind, and which can be chosen. One question."""
    chosen = case.kind
    listed = [(str(kind.pk), str(kind)) for kind in IN_USE()]
    if chosen is not None and chosen.retired_at is not None:
        listed.append((str(chosen.pk), str(chosen)))
    return {"chosen_kind": str(case.kind_id or ""), "kinds": listed}
