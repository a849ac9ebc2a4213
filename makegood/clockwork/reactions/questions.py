"""Words after *resolved*: the customer is asked whether it is solved."""

from django.utils import timezone

from makegood.cases.models import Case, CaseState
from makegood.channels.email import actions as email
from makegood.events.models import Event
from makegood.events.registry import reacts_to


@reacts_to("case.asked")
def ask(event: Event) -> None:
    """Ask by mail, unless it has been answered meanwhile."""
    case = Case.objects.filter(ref=event.about).select_related("brand", "customer", "owner").first()
    if case is not None and case.state == CaseState.RESOLVED and case.asked_at is not None:
        email.queue_question(case, at=timezone.now())
