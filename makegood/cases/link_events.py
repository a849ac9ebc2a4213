"""What can happen between cases that are linked. `other` is a reference, `way` how the case stands to it: "child-of",
"parent-of", "duplicate-of", "duplicated-by", "blocked-by", "blocks" or "related"."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("case.linked", gettext_noop("%(by)s linked this case with %(other)s"))
class CaseLinked:
    other: str
    way: str


@event("case.unlinked", gettext_noop("%(by)s took the link with %(other)s off"))
class CaseUnlinked:
    other: str
    way: str


@event("case.parent_resolved", gettext_noop("Its parent %(other)s was resolved"))
class ParentResolved:
    other: str
