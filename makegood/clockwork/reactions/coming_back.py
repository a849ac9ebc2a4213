"""What changes whether somebody came back has their figures told anew, and those of whoever is won back in the cases."""

import uuid
from collections.abc import Sequence

from makegood.cases.models import Case
from makegood.customers.models import Customer
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.recovery import actions as recovery
from makegood.recovery.models import Remedy

OTHERS = ("source", "other", "into")


@reacts_to(
    "case.opened", "order.placed", "order.renewed", "order.cancelled", "recovery.opened", "recovery.triggered", "recovery.acknowledged",
    "recovery.unheard", "recovery.ended", "recovery.reopened", together=True,
)  # fmt: skip
def count(events: Sequence[Event]) -> None:
    """They wrote or bought; they are to be won back, heard from us, or need not be."""
    recovery.note_customers(_customers(events))


@reacts_to(
    "case.merged", "case.merged_into", "case.parted", "case.split_undone", "case.junked", "case.deleted", "case.restored", together=True
)  # fmt: skip
def count_cases(events: Sequence[Event]) -> None:
    """It is no matter of its own, or it is one again; and what was given in it was given in another."""
    refs = {event.about for event in events} | {str(event.data.get(name) or "") for event in events for name in OTHERS}
    recovery.note_customers(_customers(events), cases=refs)


@reacts_to("customer.parted", together=True)
def count_parted(events: Sequence[Event]) -> None:
    """Two customers who were one are two again. Of a merge, whoever gathers what belongs to them notes both."""
    refs = {event.about for event in events} | {str(event.data["other"]) for event in events}
    recovery.note_customers(Customer.objects.filter(ref__in=refs).values_list("pk", flat=True))


@reacts_to("remedy.given", together=True)
def count_gift(events: Sequence[Event]) -> None:
    """Whoever is won back in the case got something."""
    given = Remedy.objects.filter(pk__in=[event.data["remedy"] for event in events])
    cases = Case.objects.filter(pk__in=given.values("case")).values_list("ref", "merged_into__ref")
    recovery.note_customers((), cases=[ref for refs in cases for ref in refs if ref])


def _customers(events: Sequence[Event]) -> set[uuid.UUID]:
    return {uuid.UUID(key) for event in events if (key := event.facets.get("customer"))}
