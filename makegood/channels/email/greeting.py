"""Whether a new case may be greeted by mail, and if not, why: a greeting must never feed a loop or a flood."""

import datetime as dt
import re

from django.conf import settings

from makegood.brands.models import Brand
from makegood.channels.email.models import Outgoing
from makegood.channels.email.parsing import ParsedMail
from makegood.channels.email.trust import Proof
from makegood.customers.models import ContactPoint

HOUR = dt.timedelta(hours=1)
ROLES = re.compile(
    r"^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|daemon|abuse|hostmaster|root|nobody|listserv|"
    r"majordomo|owner-.*|.*-request|.*-bounces?|.*-owner|notifications?|alerts?)(?:[+=.].*)?$"
)


def reason_to_withhold(
    mail: ParsedMail | None, *, brand: Brand, address: str, null_sender: bool, proof: Proof, at: dt.datetime
) -> str:
    """A code saying why not to greet `address` (folded), or "" where one may. `mail` is None for other channels."""
    if not address:
        return "no-address"
    if not brand.greets:
        return "brand-does-not-greet"
    if mail is not None and (mail.is_auto_reply or (mail.auto_submitted and mail.auto_submitted != "no")):
        return "automatic"
    if mail is not None and (mail.is_bulk or mail.list_id or mail.loop_markers):
        return "bulk"
    if null_sender:
        return "null-sender"
    if ROLES.match(address.partition("@")[0]):
        return "role-address"
    if proof is Proof.FAILED:
        return "forged"
    failing = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL, value=address, failing_since__isnull=False)
    if failing.exists():
        return "address-fails"
    return _over_limit(address, at)


def _over_limit(address: str, at: dt.datetime) -> str:
    """The limits of the design: 3 an hour for an address, 30 for a domain, 300 in all."""
    recent = Outgoing.objects.greetings_since(at - HOUR)
    if recent.filter(to_address=address)[: settings.GREETINGS_PER_ADDRESS].count() >= settings.GREETINGS_PER_ADDRESS:
        return "limit-address"
    domain = address.rpartition("@")[2]
    if recent.filter(to_domain=domain)[: settings.GREETINGS_PER_DOMAIN].count() >= settings.GREETINGS_PER_DOMAIN:
        return "limit-domain"
    if recent[: settings.GREETINGS_IN_ALL].count() >= settings.GREETINGS_IN_ALL:
        return "limit-all"
    return ""
