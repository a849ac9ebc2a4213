"""What can happen to bulk work; what happens to each case is told there, by the events of the single acts."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("bulk.begun", gettext_noop("%(by)s began to act on many cases"))
class BulkBegun:
    """`deed`: "take", "give", "hand", "tag", "untag", "resolve", "junk", "tie", "kind", "start", "tick", "tell" or "undo"."""

    bulk: str
    deed: str
    total: int


@event("bulk.finished", gettext_noop("What was to be done to many cases is done"))
class BulkFinished:
    bulk: str
    done: int
    refused: int
