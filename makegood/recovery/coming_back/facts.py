"""What the recoveries of some customers, and customers without any, add to the figures as they stand now. Reads only.

Coming back is an order that was not cancelled, the renewal of what one entitled to, or a matter of its own that somebody
works on: what only goes on with the same one is none. Erased customers count as they did: what they bought, and when they wrote, stays.
"""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce, Least

from makegood.cases.models import Case, Shelf
from makegood.customers.models import Customer
from makegood.orders.models import Order, OrderState, Renewal
from makegood.recovery.coming_back import rates
from makegood.recovery.models import CameBack, Outcome, Recovery, Remedy, RemedyState, Untroubled

UNCOUNTED = (Outcome.NEEDLESS, Outcome.JOINED)
FIRST = Least(Coalesce("wrote", "ordered"), Coalesce("ordered", "wrote"))


@dataclasses.dataclass(frozen=True)
class First:
    """When we first heard of a customer, with which brand, and when next; when they next bought, again or by renewing;
    whether they ever were to be won back."""

    at: dt.datetime
    brand: uuid.UUID
    next_wrote: dt.datetime | None
    next_bought: list[dt.datetime | None]
    troubled: bool

    @property
    def day(self) -> dt.date:
        """In UTC."""
        return self.at.astimezone(dt.UTC).date()


def of(customers: Collection[uuid.UUID]) -> tuple[list[CameBack], list[Untroubled]]:
    """What they add, as rows that are not stored. A bounded number of questions, however many they are."""
    firsts = _firsts(customers)
    calm = [_untroubled(key, first) for key, first in firsts.items() if not first.troubled]
    return _came_back(customers, firsts), calm


def _came_back(customers: Collection[uuid.UUID], firsts: dict[uuid.UUID, First]) -> list[CameBack]:
    found = Recovery.objects.filter(customer__in=customers).exclude(outcome__in=UNCOUNTED).order_by()
    after = OuterRef("opened_at")
    found = found.annotate(
        ordered=_first(_orders().filter(placed_at__gt=after), "placed_at"),
        renewed=_first(_renewals().filter(renewed_at__gt=after), "renewed_at"),
        wrote=_first(_matters().filter(opened_at__gt=after), "opened_at"),
    )
    columns = ("pk", "customer", "case", "brand", "team", "opened_at", "responded_at", "brand__timezone")
    rows: list[tuple[Any, ...]] = list(found.values_list(*columns, "ordered", "renewed", "wrote"))
    gifts = _gifts({row[2] for row in rows if row[2]})
    return [
        CameBack(
            recovery_id=key, brand_id=brand, team_id=team, day=opened.astimezone(dt.UTC).date(),
            since=firsts[customer].day.replace(day=1) if customer in firsts else None,
            pace=rates.pace(opened, heard, zone=ZoneInfo(zone)),
            gifts="".join(f" {kind} " for kind in sorted(gifts.get(case, ()))),
            heard=rates.days_until(opened, [heard], at_once=True),
            bought=rates.days_until(opened, [ordered, renewed]),
            came=rates.days_until(opened, [ordered, renewed, wrote]),
        )
        for key, customer, case, brand, team, opened, heard, zone, ordered, renewed, wrote in rows
    ]  # fmt: skip


def _untroubled(key: uuid.UUID, first: First) -> Untroubled:
    return Untroubled(
        customer_id=key, brand_id=first.brand, day=first.day,
        bought=rates.days_until(first.at, first.next_bought),
        came=rates.days_until(first.at, [*first.next_bought, first.next_wrote]),
    )  # fmt: skip


def _firsts(customers: Collection[uuid.UUID]) -> dict[uuid.UUID, First]:
    """Of those of whom we have heard: a customer who never bought, and only was taken for one, is not among them."""
    found = Customer.objects.filter(pk__in=customers).order_by()
    heard = found.annotate(
        wrote=_first(_matters("pk"), "opened_at"), ordered=_first(_orders("pk"), "placed_at"),
        wrote_to=_brand_of_first(_matters("pk"), "opened_at"), ordered_from=_brand_of_first(_orders("pk"), "placed_at"),
    ).annotate(first=FIRST)  # fmt: skip
    heard = heard.annotate(
        next_wrote=_first(_matters("pk").filter(opened_at__gt=OuterRef("first")), "opened_at"),
        next_ordered=_first(_orders("pk").filter(placed_at__gt=OuterRef("first")), "placed_at"),
        next_renewed=_first(_renewals("pk").filter(renewed_at__gt=OuterRef("first")), "renewed_at"),
        troubled=Exists(Recovery.objects.filter(customer=OuterRef("pk"))),
    )
    known = ("pk", "first", "wrote", "wrote_to", "ordered_from")
    following = ("next_wrote", "next_ordered", "next_renewed", "troubled")
    return {
        key: First(first, wrote_to if wrote == first else ordered_from, again, [ordered, renewed], troubled)
        for key, first, wrote, wrote_to, ordered_from, again, ordered, renewed, troubled in heard.values_list(
            *known, *following
        )
        if first is not None
    }


def _gifts(cases: Collection[uuid.UUID]) -> dict[uuid.UUID, set[str]]:
    """The kinds of what was given in these cases, and in what was merged into them."""
    within = {case: {case} for case in cases}  # of each part, which of these it is part of
    near = list(within)
    for _level in range(2):  # as Case.objects.part_of has it
        merged = Case.objects.filter(merged_into__in=near).order_by().values_list("pk", "merged_into")
        near = []
        for part, whole in merged:
            assert whole is not None
            within[part] = within.get(part, set()) | within[whole]
            near.append(part)
    found: dict[uuid.UUID, set[str]] = {}
    given = Remedy.objects.filter(case__in=list(within), state=RemedyState.GIVEN).order_by()
    for case, kind in given.values_list("case", "kind").distinct():
        for whole in within[case] if case else ():
            found.setdefault(whole, set()).add(kind)
    return found


def _orders(customer: str = "customer") -> QuerySet[Order]:
    return Order.objects.filter(customer=OuterRef(customer)).exclude(state=OrderState.CANCELLED)


def _renewals(customer: str = "customer") -> QuerySet[Renewal]:
    """Of orders that were not cancelled."""
    return Renewal.objects.filter(order__customer=OuterRef(customer)).exclude(order__state=OrderState.CANCELLED)


def _matters(customer: str = "customer") -> QuerySet[Case]:
    return Case.objects.filter(customer=OuterRef(customer), follows=None, shelf=Shelf.NONE)


def _first(rows: QuerySet[Any], field: str) -> Subquery:
    """When the first of them was."""
    return Subquery(rows.order_by(F(field).asc()).values(field)[:1])


def _brand_of_first(rows: QuerySet[Any], field: str) -> Subquery:
    """Of which brand the first of them is. SQLite reads a foreign key as a UUID only when told that it is one."""
    return Subquery(rows.order_by(F(field).asc(), "pk").values("brand")[:1], output_field=UUIDField())
