"""Many cases are of one kind, or of none; and each is again of the kind that it was of."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases.actions import kinds
from makegood.cases.actions.bulk.nothing import Nothing
from makegood.cases.models import Bulk, Case, Kind
from makegood.events.refusals import Refusal


def choose(case: Case, bulk: Bulk, at: dt.datetime) -> dict[str, Any]:
    """Raises Nothing where it is so already, and Refusal for a kind that is retired."""
    before = case.kind_id
    if before == bulk.kind_id:
        raise Nothing(_("It is of this kind already."))
    kinds.choose(case, bulk.kind, by=bulk.by, at=at)
    return {"kind": str(before or "")}


def choose_back(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    """Raises Refusal where somebody has chosen another since, or the old one is retired by now."""
    if case.kind_id != bulk.kind_id:
        raise Refusal(_("Somebody has chosen another kind meanwhile."))
    kinds.choose(case, Kind.objects.get(pk=before["kind"]) if before["kind"] else None, by=bulk.by, at=at)
