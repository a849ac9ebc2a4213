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
    of_cases = Q(case__customer__in=customers)
    leaving = Outgoing.objects.filter(of_cases | Q(to_address__in=addresses, staff=None))
    keys = list(leaving.order_by("pk").values_list("pk", flat=True)[:SLICE])
    if keys:
        return Gone(mails=Outgoing.objects.filter(pk__in=keys).delete()[0])
    theirs = of_cases | Q(message__customer__in=customers) | _from(addresses)
    came = RawMail.objects.filter(theirs).exclude(state=RawMail.State.RECEIVED)
    mails = list(came.order_by("digest", "pk")[:SLICE])
    for raw in mails:
        forget_mail(raw)
    if mails:
        return Gone(mails=len(mails))
    known = KnownMessage.objects.filter(of_cases | Q(message__customer__in=customers))
    return Gone(also=known.delete()[0])


def _from(addresses: Collection[str]) -> Q:
    """Mails of no case, as whoever handed them over named the sender."""
    sent = Q()
    for address in addresses:
        sent |= Q(envelope_from__iexact=address)
    return Q(case=None) & sent if addresses else Q(pk__in=[])
