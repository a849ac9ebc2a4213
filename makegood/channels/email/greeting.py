"""Whether a new case may be greeted by mail, and if not, why: a greeting must never feed a loop or a flood."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet

from makegood.brands.models import Brand
from makegood.channels.email.addressing import directory
from makegood.channels.email.models import Outgoing
from makegood.channels.email.parsing import ParsedMail
from makegood.channels.email.trust import Proof
from makegood.events.prepared import PreparedQuery

HOUR = dt.timedelta(hours=1)
ROLES = re.compile(
    r"^(?:mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|daemon|abuse|hostmaster|root|nobody|"
    r"listserv|majordomo|owner-.*|.*-request|.*-bounces?|.*-owner|notifications?|alerts?)(?:[-_+=.].*)?$"
)


def _counted(since: Any, field: str, **chosen: Any) -> QuerySet[Outgoing, Any]:
    greetings = Outgoing.objects.greetings_since(since).filter(**chosen)
    return greetings.order_by().values_list(field).annotate(count=Count("pk"))


# No more than GREETINGS_IN_ALL can be found, as then there is none to be added.
IN_ALL = PreparedQuery(lambda since: _counted(since, "kind"))
TO_ADDRESSES = PreparedQuery(lambda since, values: _counted(since, "to_address", to_address__in=values))
TO_DOMAINS = PreparedQuery(lambda since, values: _counted(since, "to_domain", to_domain__in=values))


class Lately:
    """The greetings of the last hour to some addresses and their domains, counted together: three queries."""

    def __init__(self, addresses: Collection[str], *, at: dt.datetime) -> None:
        since, domains = at - HOUR, {_domain(address) for address in addresses}
        self.in_all = sum(count for _kind, count in IN_ALL(since=since))
        self.to_address = Counter(dict(TO_ADDRESSES(since=since, values=sorted(addresses)) if self.in_all else ()))
        self.to_domain = Counter(dict(TO_DOMAINS(since=since, values=sorted(domains)) if self.in_all else ()))

    def add(self, address: str) -> None:
        """One more has been queued."""
        self.in_all += 1
        self.to_address[address] += 1
        self.to_domain[_domain(address)] += 1

    def over(self, address: str) -> str:
        """The limit that one more greeting to `address` would break, as a code; "" for none."""
        if self.to_address[address] >= settings.GREETINGS_PER_ADDRESS:
            return "limit-address"
        if self.to_domain[_domain(address)] >= settings.GREETINGS_PER_DOMAIN:
            return "limit-domain"
        return "limit-all" if self.in_all >= settings.GREETINGS_IN_ALL else ""


def reason_to_withhold(
    mail: ParsedMail | None,
    *,
    brand: Brand,
    address: str,
    null_sender: bool,
    proof: Proof,
    fails: bool,
    lately: Lately,
) -> str:
    """A code saying why not to greet `address` (folded), or "" where one may. `mail` is None for other channels.

    `fails`: mail to the address has come back for good.
    """
    if not address:
        return "no-address"
    if not brand.greets:
        return "brand-does-not-greet"
    if null_sender:
        return "null-sender"
    if mail is not None and (reason := _of_its_kind(mail)):
        return reason
    if is_role(address) or directory.ours(address) is not None:
        return "role-address"
    if proof is Proof.FAILED:
        return "forged"
    if fails:
        return "address-fails"
    return lately.over(address)


def is_role(address: str) -> bool:
    """Whether a folded address is one that no person reads."""
    return ROLES.match(address.partition("@")[0]) is not None


def _of_its_kind(mail: ParsedMail) -> str:
    if mail.is_auto_reply or (mail.auto_submitted and mail.auto_submitted != "no"):
        return "automatic"
    if mail.is_bulk or mail.list_id or mail.loop_markers:
        return "bulk"
    return "junk" if mail.spam_flag else ""


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
