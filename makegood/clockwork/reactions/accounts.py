"""Mails about a colleague's own account: an invitation, a new password."""

from django.utils import timezone

from makegood.brands.models import Organisation
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff import letters
from makegood.staff.letters import Letter
from makegood.staff.models import User


@reacts_to("staff.invited")
def invite(event: Event) -> None:
    """The invitation, while it has not been taken up."""
    user = User.objects.filter(ref=event.about).first()
    if user is not None and user.is_invited:
        organisation = Organisation.objects.first()
        _send(event, user, letters.invitation(user, organisation=organisation.name if organisation else "Makegood"))


@reacts_to("staff.reset_asked")
def reset(event: Event) -> None:
    """The way back in."""
    user = User.objects.working().filter(ref=event.about).first()
    if user is not None:
        _send(event, user, letters.password_reset(user))


def _send(event: Event, user: User, letter: Letter) -> None:
    email.queue_notice(
        key=event.pk.hex,
        to=user,
        subject=letter.subject,
        text=letter.text,
        at=timezone.now(),
        kind=Outgoing.Kind.ACCOUNT,
    )
