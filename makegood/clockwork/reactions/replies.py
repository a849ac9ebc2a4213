"""A reply that has left the undo time goes into the mail queue, or onto the customer's page alone."""

import datetime as dt

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases import scanning
from makegood.cases.models import Delivery, Message
from makegood.channels.email import actions as email
from makegood.channels.email import asking
from makegood.channels.email.models import Outgoing
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.feedback import actions as feedback


@reacts_to("reply.sent")
def send(event: Event) -> None:
    """Queue the mail; where nobody can be reached by mail, the page is where it is delivered."""
    found = Message.objects.filter(pk=event.data["message"], delivery=Delivery.WAITING)
    message = found.select_related("case__brand", "case__customer", "case__owner", "staff").first()
    if message is None:
        return
    at = timezone.now()
    if told := scanning.refusal(message):
        cases.mark_failed(message, reason=scanning.REFUSED, explanation=told, at=at)
    elif not message.to:
        cases.mark_delivered(message, at=at)
    elif (
        email.queue_reply(message, at=at, asks=_asks(message, at)) is None
        and not Outgoing.objects.filter(message=message).exists()
    ):
        with translation.override(message.staff.language if message.staff else None):
            told = _("This brand has no mailbox in use, so the reply could not leave. Open one, and send it again.")
        cases.mark_failed(message, reason="no-mailbox", explanation=told, at=at)


def _asks(message: Message, at: dt.datetime) -> bool:
    """Whether this reply, which resolved the case, asks how the customer sees it: one mail less than asking apart."""
    return message.resolves and asking.may_ask(message.case) and feedback.ask(message.case, at=at) is not None
