"""The fields of a case, as its page shows them."""

from typing import Any

from makegood.cases.fields import standing
from makegood.cases.fields.entering import FieldsForm
from makegood.cases.models import Case

NONE: dict[str, Any] = {"fields_form": None}


def of(case: Case) -> dict[str, Any]:
    """The form with what stands in it; none where a case of its kind has no fields. One question, and one more each where
    a colleague or an order is asked for."""
    there = standing.of(case)
    return {"fields_form": FieldsForm(standing=there, case=case) if there else None}
