"""A customer is erased: what stood in the fields of their cases goes, too."""

from makegood.cases.actions import indexing
from makegood.cases.models import Case, FieldChange, FieldValue


def erase_of(case: Case) -> None:
    """What stands there, and what did. Part of the verb that erases the case."""
    indexing.forget_values(FieldValue.objects.filter(case=case).exclude(text=""))
    FieldValue.objects.filter(case=case).delete()
    FieldChange.objects.filter(case=case).update(before="", after="")
