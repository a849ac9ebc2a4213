"""A reply that has left the undo time goes into the mail queue, or onto the customer's page alone."""

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Delivery, Message
from makegood.channels.email import actions as email
from makegood.events.models import Event
from makegood.events.registry import reacts_to


@reacts_to("reply.sent")
def send(event: Event) -> None:
    """Queue the mail; where nobody can be reached by mail, the page is where it is delivered."""
    found = Message.objects.filter(pk=event.data["message"], delivery=Delivery.WAITING)
    message = found.select_related("case__brand", "case__customer", "case__owner", "staff").first()
    if message is None:
        return
    at = timezone.now()
    if not message.to:
        cases.mark_delivered(message, at=at)
    else:
        email.queue_reply(message, at=at)
