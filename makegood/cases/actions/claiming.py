"""The customer holds us to what was promised at the sale."""

import datetime as dt

from makegood.cases import events
from makegood.cases.actions.noting import note_order
from makegood.cases.actions.opening import add_words, open_case
from makegood.cases.models import Case, CaseState, Claim, Shelf
from makegood.cases.words import Words
from makegood.events.actions import record, verb
from makegood.orders.models import Order

CLAIM = "claim"  # why such a message stands in its case: see Message.matched_by


@verb
def claim(
    order: Order, *, difference: str, case: Case, subject: str, words: Words, channel: str, at: dt.datetime
) -> Claim:
    """The customer holds us to what was promised at the sale: in the case they look at while that is open, else in a
    new one that follows it. Claimed before, that claim is given and nothing is written."""
    order = Order.objects.select_for_update(of=("self",)).select_related("customer", "brand").get(pk=order.pk)
    earlier = Claim.objects.filter(order=order, difference=difference).select_related("case").first()
    if earlier is not None:
        return earlier
    if case.shelf == Shelf.NONE and case.state not in (CaseState.RESOLVED, CaseState.CLOSED):
        message = add_words(case, customer=order.customer, words=words, channel=channel, at=at)
    else:
        _new, message = open_case(
            brand=order.brand, customer=order.customer, subject=subject, words=words, channel=channel, at=at,
            follows=case,
        )  # fmt: skip
    made = Claim(order=order, difference=difference, case=message.case, message=message, made_at=at)
    made.save(force_insert=True)
    by = order.customer.key
    fact = events.ClaimMade(order=order.ref, difference=difference, message=str(message.pk))
    record(fact, about=made.case.ref, at=at, by=by, facets=made.case.facets)
    note_order(made.case, order, by=by, at=at)
    return made
