"""When a break is final, what the charter names is owed at once, and the customer is told without asking."""

import uuid

from django.utils import timezone

from makegood.channels.email import actions as email
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.recovery import actions as recovery
from makegood.recovery.models import Remedy, Voucher


@reacts_to("promise.final")
def owe(event: Event) -> None:
    """What the charter names for the broken promise."""
    recovery.owe(uuid.UUID(event.data["commitment"]), at=timezone.now())


@reacts_to("promise.corrected", "promise.excused")
def withdraw(event: Event) -> None:
    """It was kept after all, or need not be: what nobody was told of is owed no more."""
    recovery.withdraw(uuid.UUID(event.data["commitment"]), at=timezone.now())


@reacts_to("remedy.owed", "remedy.granted")
def tell(event: Event) -> None:
    """The letter: what happened, that we are sorry, what they get and by when."""
    at = timezone.now()
    owed = Remedy.objects.filter(pk=event.data["remedy"]).select_related("case", "customer").first()
    if owed is None:
        return
    reaches = owed.case is not None and email.reaches(owed.case.present, owed.customer)
    remedy = recovery.tell(owed.pk, reaches=reaches, at=at)
    if remedy is not None:
        code = Voucher.objects.filter(remedy=remedy).values_list("code", flat=True).first()
        email.queue_remedy(remedy, code=code or "", at=at)


@reacts_to("remedy.sent_again")
def send_again(event: Event) -> None:
    """The same letter, to where a colleague says."""
    remedy = Remedy.objects.filter(pk=event.data["remedy"], undelivered="").select_related("case", "customer").first()
    if remedy is not None and remedy.letter_to:
        code = Voucher.objects.filter(remedy=remedy).values_list("code", flat=True).first()
        email.queue_remedy(remedy, code=code or "", at=timezone.now())
