"""Which fields a case must have before it is resolved."""

from django.utils.translation import gettext as _

from makegood.cases.models import Case, Field, FieldValue
from makegood.events.prepared import PreparedQuery
from makegood.events.refusals import Refusal

TO_RESOLVE = PreparedQuery(lambda: Field.objects.to_resolve().in_order())
FILLED = PreparedQuery(lambda case: FieldValue.objects.filter(case=case).values_list("field", flat=True))


class Unfilled(Refusal):
    """A case is not resolved, as these fields are empty."""

    def __init__(self, fields: list[Field]) -> None:
        super().__init__(_("Fill in first: %(fields)s.") % {"fields": named(fields)})
        self.fields = fields


def named(fields: list[Field]) -> str:
    """Their names in a line."""
    return ", ".join(map(str, fields))


def missing(case: Case) -> list[Field]:
    """The fields that a case of its kind needs and that are empty, in their order. One question where none is needed."""
    needed = [field for field in TO_RESOLVE() if field.is_of(case)]
    filled = set(FILLED(case=case.pk)) if needed else set()
    return [field for field in needed if field.pk not in filled]


def check(case: Case) -> None:
    """Raises Unfilled. Part of the verb that resolves it."""
    empty = missing(case)
    if empty:
        raise Unfilled(empty)
