"""What a case's customer bought, as the case page shows it. Two queries, and one where nothing was bought."""

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import CharField, DateTimeField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils import timezone

from makegood.brands import scope
from makegood.cases.models import Case, Claim, Concern
from makegood.events.prepared import PreparedQuery
from makegood.orders.differences import Difference, between
from makegood.orders.models import Entitlement, Order, OrderLine
from makegood.promises.models import Commitment
from makegood.staff.models import User

NEWEST = 5
TEXT = CharField()
COLUMNS = ("ref", "number", "state", "currency", "total", "placed_at", "promised_at", "delivered_at", "cancelled_at")


def _orders(customer: Any, **who: Any) -> QuerySet[Order, Any]:
    return Order.objects.visible_to(scope.viewer(**who)).of_customer(customer).values_list(*COLUMNS)[:NEWEST]


ORDERS = PreparedQuery(_orders)


class Told(NamedTuple):
    """Something told of an order: `kind` is "promise", "line", "warranty", "support", "claim" or "concern".

    `words`: what was promised or is meant, or a difference; `state`: a commitment's; `at`: due, until, or when;
    `settled_at`: a commitment's; `pieces` and `delivered`: of a line.
    """

    order: str
    kind: str
    words: str
    state: str
    at: dt.datetime | None
    settled_at: dt.datetime | None
    pieces: int
    delivered: int


class Columns(NamedTuple):
    """What COLUMNS hold, in their order."""

    ref: str
    number: str
    state: str
    currency: str
    total: Decimal
    placed_at: dt.datetime
    promised_at: dt.datetime | None
    delivered_at: dt.datetime | None
    cancelled_at: dt.datetime | None


@dataclasses.dataclass(frozen=True)
class Bought:
    """One order and all that is told of it."""

    order: Columns
    told: list[Told]
    difference: Difference | None

    def of(self, *kinds: str) -> list[Told]:
        """What is told of these kinds."""
        return [one for one in self.told if one.kind in kinds]


def of(case: Case, user: User) -> list[Bought]:
    """The customer's newest orders that this person may see."""
    orders = [Columns(*row) for row in ORDERS(customer=case.customer_id, **scope.as_viewer(user))]
    if not orders:
        return []
    now = timezone.now()
    told: dict[str, list[Told]] = {order.ref: [] for order in orders}
    for row in sorted(map(Told._make, TOLD(refs=list(told), case=case.pk)), key=lambda one: one[:3]):
        told[row.order].append(row)
    return [_bought(order, told[order.ref], now) for order in orders]


def _bought(order: Columns, told: list[Told], now: dt.datetime) -> Bought:
    lines = [one for one in told if one.kind == "line"]
    difference = between(
        promised_at=order.promised_at,
        delivered_at=order.delivered_at,
        cancelled_at=order.cancelled_at,
        bought=sum(one.pieces for one in lines),
        delivered=sum(one.delivered for one in lines),
        at=now,
    )
    return Bought(order=order, told=told, difference=difference)


def _told(refs: Any, case: Any) -> QuerySet[Any, Any]:
    """Five tables asked at once, as each question of its own would cost the page a journey to the database."""
    of_orders = {"order__ref__in": refs}
    product = Coalesce(NullIf("product__name", _text("")), "product__sku", _text(""))
    lines = OrderLine.objects.filter(**of_orders)
    entitled = Entitlement.objects.filter(**of_orders)
    claims = Claim.objects.filter(**of_orders)
    concerns = Concern.objects.of_case(case).filter(**of_orders)
    # The first of them says what the columns are, so it is one that has most of them.
    promised = _rows(
        Commitment.objects.filter(about__in=refs),
        order=F("about"),
        kind=_text("promise"),
        words=Cast("words", TEXT),
        state=F("state"),
        at=F("due_at"),
        settled_at=F("settled_at"),
    )
    return promised.union(  # type: ignore[no-any-return]
        _rows(lines, kind=_text("line"), words=product, pieces=F("quantity"), delivered=F("delivered")),
        _rows(entitled, kind=F("kind"), words=Coalesce(NullIf("name", _text("")), product), at=F("until")),
        _rows(claims, kind=_text("claim"), words=F("difference"), at=F("made_at")),
        _rows(concerns, kind=_text("concern")),
        all=True,
    )


def _text(words: str) -> Value:
    return Value(words, output_field=TEXT)


NOTHING: dict[str, Any] = {
    "order": F("order__ref"),
    "kind": _text(""),
    "words": _text(""),
    "state": _text(""),
    "at": Value(None, output_field=DateTimeField()),
    "settled_at": Value(None, output_field=DateTimeField()),
    "pieces": Value(0, output_field=IntegerField()),
    "delivered": Value(0, output_field=IntegerField()),
}


def _rows(rows: QuerySet[Any], **told: Any) -> Any:
    """A QuerySet on any table with the columns of `Told`; what is not told is empty."""
    columns = {f"told_{name}": expression for name, expression in (NOTHING | told).items()}
    return rows.order_by().annotate(**columns).values_list(*columns)


TOLD = PreparedQuery(_told)
