"""A customer is erased: the words about their cases go; how it went, and the sums, stay."""

import uuid
from collections.abc import Collection

from makegood.events.actions import verb
from makegood.feedback.models import Closing


@verb
def erase_words(customers: Collection[uuid.UUID]) -> int:
    """What they and we said they needed; in how many closings."""
    return Closing.objects.filter(case__customer__in=customers).update(our_need="", their_need="", before={})
