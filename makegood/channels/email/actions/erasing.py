"""A customer is erased: the mails that came from them and left for them go, as stored and as sent."""

import uuid
from collections.abc import Collection

from django.db.models import Q

from makegood.channels.email.actions.receiving import forget_mail
from makegood.channels.email.models import KnownMessage, Outgoing, RawMail
from makegood.customers.gone import Gone
from makegood.events.actions import verb

SLICE = 100


@verb
def erase_some(customers: Collection[uuid.UUID], addresses: Collection[str]) -> Gone:
    """A slice of the mails in the cases of these customers, of their own in the cases of others, and of what was parked
    or turned away from their addresses. What has not been looked at yet is taken in first."""
    of_cases, theirs = Q(case__customer__in=customers), Q(message__customer__in=customers)
    # One condition after the other: joined by "or", none of their indexes would be of use.
    for which in (of_cases, Q(to_address__in=addresses, staff=None)):
        keys = list(Outgoing.objects.filter(which).order_by("pk").values_list("pk", flat=True)[:SLICE])
        if keys:
            return Gone(mails=Outgoing.objects.filter(pk__in=keys).delete()[0])
    looked_at = RawMail.objects.exclude(state=RawMail.State.RECEIVED)
    for which in (of_cases, theirs, _from(addresses)):
        mails = list(looked_at.filter(which).order_by("digest", "pk")[:SLICE])
        for raw in mails:
            forget_mail(raw)
        if mails:
            return Gone(mails=len(mails))
    return Gone(also=sum(KnownMessage.objects.filter(which).delete()[0] for which in (of_cases, theirs)))


def _from(addresses: Collection[str]) -> Q:
    """Mails of no case, as whoever handed them over named the sender."""
    sent = Q()
    for address in addresses:
        sent |= Q(envelope_from__iexact=address)
    return Q(case=None) & sent if addresses else Q(pk__in=[])
