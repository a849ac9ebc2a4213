"""What can happen to the forms of kinds."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("public_form.kept", gettext_noop("%(by)s changed a form for customers"))
class PublicFormKept:
    """`case_kind`: the key of the kind whose form it is; whether customers are offered it now."""

    case_kind: str
    is_offered: bool
