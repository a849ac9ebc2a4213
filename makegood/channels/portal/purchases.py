"""What the customer behind a link bought, promised against delivered. Reads only."""

import dataclasses
import datetime as dt

from django.utils.translation import gettext as _

from makegood.cases.models import Claim, Party
from makegood.channels.portal.proving import is_proved
from makegood.orders.differences import Difference, between
from makegood.orders.models import Order, OrderLine
from makegood.orders.models.order import OrderQuerySet
from makegood.ui import wording

MOST = 10


@dataclasses.dataclass(frozen=True)
class Purchase:
    """One order as its customer sees it; `claim` is what they claimed of `difference` already."""

    order: Order
    lines: list[OrderLine]
    difference: Difference | None
    claim: Claim | None

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def arrived(self) -> int:
        return sum(line.delivered for line in self.lines)

    @property
    def subject(self) -> str:
        """The claim in a few words."""
        known = {"number": self.order.number, "difference": self.difference.label if self.difference else ""}
        return _("Order %(number)s: %(difference)s") % known

    @property
    def words(self) -> str:
        """The claim in the customer's name."""
        known = {
            "number": self.order.number,
            "promised": _day(self.order.promised_at),
            "delivered": _day(self.order.delivered_at),
            "arrived": self.arrived,
            "pieces": self.pieces,
        }
        if self.difference == Difference.LATE:
            told = _("Order %(number)s was promised by %(promised)s and came on %(delivered)s. I make a claim.")
        elif self.difference == Difference.SHORT:
            told = _("Of order %(number)s only %(arrived)s of %(pieces)s pieces have come. I make a claim.")
        else:
            told = _("Order %(number)s was promised by %(promised)s and has not come. I make a claim.")
        return told % known


def of(party: Party, *, at: dt.datetime) -> list[Purchase]:
    """The newest orders that this link may show, three queries."""
    orders = list(seen_by(party).prefetch_related("lines__product", "claims")[:MOST])
    return [_purchase(order, at=at) for order in orders]


def one(party: Party, ref: str, *, at: dt.datetime) -> Purchase | None:
    """One of them."""
    order = seen_by(party).prefetch_related("lines__product", "claims").filter(ref=ref.upper()).first()
    return _purchase(order, at=at) if order is not None else None


def seen_by(party: Party) -> OrderQuerySet:
    """Orders of the case's brand, for the case's very customer. None for whoever is only copied, and none where
    the link proves nothing."""
    case, customer = party.case, party.customer
    if party.role != Party.Role.CUSTOMER or customer is None or customer.pk != case.customer_id:
        return Order.objects.none()
    if customer.erased_at is not None or not is_proved(case):
        return Order.objects.none()
    return Order.objects.of_customer(customer).filter(brand=case.brand_id)


def _purchase(order: Order, *, at: dt.datetime) -> Purchase:
    lines = list(order.lines.all())
    difference = between(
        promised_at=order.promised_at,
        delivered_at=order.delivered_at,
        cancelled_at=order.cancelled_at,
        bought=sum(line.quantity for line in lines),
        delivered=sum(line.delivered for line in lines),
        at=at,
    )
    claim = next((one for one in order.claims.all() if one.difference == difference), None)
    return Purchase(order=order, lines=lines, difference=difference, claim=claim)


def _day(moment: dt.datetime | None) -> str:
    return wording.day(wording.local(moment)) if moment else ""
