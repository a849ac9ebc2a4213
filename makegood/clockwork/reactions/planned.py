"""A reply did not leave at its time: its author hears of it, and what it said of how we see the case is taken back, too."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from makegood.cases.models import Message, PlannedReply
from makegood.channels.email import actions as email
from makegood.channels.email.letters import desk_link
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.feedback import actions as feedback
from makegood.promises import reasons


@reacts_to("reply.stopped")
def take_account_back(event: Event) -> None:
    """As when it is undone by hand."""
    message = Message.objects.filter(pk=event.data["message"]).select_related("case", "staff").first()
    if message is not None and message.staff is not None:
        feedback.take_back(message, by=message.staff, at=timezone.now())


@reacts_to("reply.stopped")
def tell(event: Event) -> None:
    """Unless they have read it by then."""
    returned = PlannedReply.objects.returned().filter(message=event.data["message"])
    planned = returned.select_related("staff", "message__case__brand").first()
    if planned is None or not planned.staff.is_active or not planned.staff.wants_mail:
        return
    user, case = planned.staff, planned.message.case
    with translation.override(user.language):
        subject = _("[%(ref)s] Your reply did not leave") % {"ref": case.ref}
        told = _("Your reply did not leave: %(reason)s. Its words are in your draft.")
        text = told % {"reason": reasons.told(event.data["reason"])}
    email.queue_notice(
        key=f"returned.{planned.pk.hex}", to=user, subject=subject, case=case, at=timezone.now(),
        text=f"{text}\n\n{case.subject}\n\n{desk_link(case)}#composer\n",
    )  # fmt: skip
