"""What can happen to the fields of cases. What stood in them, and stands now, is not told here: it may be a person's."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("case.field_filled", gettext_noop("%(by)s changed %(change)s"))
class CaseFieldFilled:
    """`field` is a key; `change` that of the row which tells what stood there before and after, until it is erased."""

    field: str
    change: str


@event(
    "case.left_open", gettext_noop("The case was not resolved with the reply: fields that must be filled in are empty")
)
class CaseLeftOpen:
    message: str


@event("field.kept", gettext_noop("%(by)s changed the list of fields"))
class FieldKept:
    """`change`: "added", "changed", "moved", "retired" or "used-again"."""

    field: str
    change: str
