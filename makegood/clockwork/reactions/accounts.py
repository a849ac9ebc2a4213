"""Mails about a colleague's own account: an invitation, a new password, a second factor, a passkey."""

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


@reacts_to("staff.second_factor_added")
def second_factor_added(event: Event) -> None:
    """Whatever is there now: what happened then is told."""
    user = User.objects.working().filter(ref=event.about).first()
    if user is not None:
        _send(event, user, letters.second_factor_added(user))


@reacts_to("staff.second_factor_removed")
def second_factor_removed(event: Event) -> None:
    """And who did it, when it was somebody else."""
    user = User.objects.working().filter(ref=event.about).first()
    if user is not None:
        by = User.objects.filter(ref=event.by).exclude(ref=event.about).first()
        _send(event, user, letters.second_factor_removed(user, by=by.name if by else ""))


@reacts_to("staff.passkey_added")
def passkey_added(event: Event) -> None:
    """Whatever is there now: what happened then is told."""
    user = User.objects.working().filter(ref=event.about).first()
    if user is not None:
        _send(event, user, letters.passkey_added(user))


@reacts_to("staff.passkey_removed")
def passkey_removed(event: Event) -> None:
    """And who did it, when it was somebody else."""
    user = User.objects.working().filter(ref=event.about).first()
    if user is not None:
        by = User.objects.filter(ref=event.by).exclude(ref=event.about).first()
        _send(event, user, letters.passkey_removed(user, by=by.name if by else ""))


@reacts_to("staff.recovery_code_used")
def recovery_code_used(event: Event) -> None:
    """With how many are left."""
    user = User.objects.working().filter(ref=event.about).first()
    if user is not None:
        _send(event, user, letters.recovery_code_used(user, left=event.data["left"]))


def _send(event: Event, user: User, letter: Letter) -> None:
    email.queue_notice(
        key=event.pk.hex,
        to=user,
        subject=letter.subject,
        text=letter.text,
        at=timezone.now(),
        kind=Outgoing.Kind.ACCOUNT,
    )
