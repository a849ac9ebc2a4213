"""What can happen to notes about a customer, and to what a customer agrees to. Never a word of either."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("customer.note_written", gettext_noop("%(by)s wrote a note about this customer"))
class NoteWritten:
    note: str


@event("customer.note_changed", gettext_noop("%(by)s changed a note about this customer"))
class NoteChanged:
    note: str


@event("customer.note_removed", gettext_noop("%(by)s removed a note about this customer"))
class NoteRemoved:
    note: str


@event("customer.consent_given", gettext_noop("%(by)s noted that this customer gave a consent"))
class ConsentGiven:
    """`consent`: the key of what was noted, `purpose` of what for; `said_on`: the day on which they said it."""

    consent: str
    purpose: str
    said_on: str


@event("customer.consent_withdrawn", gettext_noop("%(by)s noted that this customer withdrew a consent"))
class ConsentWithdrawn:
    """As when one is given."""

    consent: str
    purpose: str
    said_on: str
