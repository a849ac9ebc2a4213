"""What can happen to the kinds of cases. A kind is named by its key: what it is called can be changed."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("case.kind_chosen", gettext_noop("%(by)s made the kind %(new_kind)s"))
class CaseKindChosen:
    """`case_kind`: the key of the kind that it has now, `before` of the one that it had; empty: none."""

    case_kind: str
    before: str


@event("kind.kept", gettext_noop("%(by)s changed the list of kinds"))
class KindKept:
    """`change`: "added", "named", "moved", "retired" or "used-again"."""

    case_kind: str
    change: str
