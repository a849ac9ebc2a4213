"""Erasing a customer, a slice at a time: what was killed goes on with what is left, as only that is looked for."""

import datetime as dt
import uuid

from makegood.cases import actions as cases
from makegood.cases.actions import hours
from makegood.cases.models import Case, Task
from makegood.channels.email import actions as email
from makegood.customers import actions as customers
from makegood.customers.gone import Gone
from makegood.customers.models import Customer, Erasure
from makegood.events import actions as events
from makegood.feedback import actions as feedback
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.promises import actions as promises
from makegood.recovery import actions as recovery
from makegood.staff.notices import actions as notices


def work(*, at: dt.datetime) -> int:
    """One slice of one erasure, in one transaction; how many were taken up. Only when nothing is left to be found in
    cases and mails it is finished."""
    # Asked without a transaction first: a look at nothing must not take SQLite's write lock.
    if not Erasure.objects.running().exists():
        return 0
    with events.moment():
        erasure = customers.next_to_erase()
        if erasure is None:
            return 0
        known = list(Customer.objects.part_of(erasure.customer).values_list("pk", flat=True))
        gone = _slice(erasure, known, at=at)
        if gone:
            customers.note_gone(erasure, gone)
        elif cases.tidy_search(begin=erasure.tidying_at is None):
            customers.note_tidying(erasure, at=at)
        else:
            _finish(erasure, known, at=at)
    return 1


def _slice(erasure: Erasure, known: list[uuid.UUID], *, at: dt.datetime) -> Gone:
    """Cases are closed before their mails go: what waits to leave does not, and nothing comes in meanwhile."""
    return (
        cases.erase_some(known, by=erasure.by.key, at=at)
        or email.erase_some(known, erasure.addresses)
        or cases.erase_elsewhere(known, erasure.addresses)
    )


def _finish(erasure: Erasure, known: list[uuid.UUID], *, at: dt.datetime) -> None:
    orders.erase_words(known, erasure.addresses, by=erasure.by.key, at=at)
    recovery.erase_words(known, by=erasure.by, at=at)
    feedback.erase_words(known)
    cases.erase_answers(known)
    cases.erase_reminders(known)
    hours.erase_time_notes(known)
    events.forget_troubles(known, about=_theirs(known))
    notices.erase_words(Case.objects.filter(customer__in=known).values("ref"))
    promises.erase_salts(erasure.customer, by=erasure.by, at=at)
    customers.finish_erasure(erasure, at=at)


def _theirs(known: list[uuid.UUID]) -> list[str]:
    """What events of theirs are about: they themselves, their cases with tasks, their orders."""
    found = [one.key for one in Customer.objects.filter(pk__in=known)]
    for rows in (
        Case.objects.filter(customer__in=known),
        Task.objects.filter(case__customer__in=known),
        Order.objects.filter(customer__in=known),
    ):
        found += rows.values_list("ref", flat=True)
    return found
