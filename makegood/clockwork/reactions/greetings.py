"""Cases that came by another way than mail are greeted by mail too, where there is an address."""

from typing import Any

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case, Party
from makegood.channels.email import actions as email
from makegood.channels.email.greeting import Lately, reason_to_withhold
from makegood.channels.email.trust import Proof
from makegood.customers.models import ContactPoint
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.promises.models import Commitment


def _is_not_greeted(data: dict[str, Any]) -> bool:
    """It came by mail; or it was split off, and a reply that went along has answered."""
    return bool(data.get("answered_by")) or (data.get("channel") == "email" and not data.get("split_at"))


@reacts_to("case.opened", unless=_is_not_greeted)
def greet(event: Event) -> None:
    """Mail decides by itself, when it takes a mail in; this is for all the rest."""
    case = Case.objects.filter(ref=event.about).select_related("brand", "customer", "owner").first()
    if case is None or _is_not_greeted(event.data):
        return
    party = case.parties.filter(role=Party.Role.CUSTOMER).first()
    at = timezone.now()
    address = party.address if party else ""
    reason = reason_to_withhold(
        None, brand=case.brand, address=address, null_sender=False, proof=Proof.UNKNOWN,
        fails=ContactPoint.objects.filter(value=address, failing_since__isnull=False).exists(), lately=Lately([address], at=at),
    )  # fmt: skip
    if not reason:
        email.queue_greeting(case, at=at)
    elif Commitment.objects.about(case.ref).running().filter(key="acknowledged").exists():
        cases.withhold_greeting(case, reason=reason, at=at)
