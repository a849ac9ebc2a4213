"""Which recoveries the return rates are made of, and customers without trouble beside them. Reads only.

A bounded number of questions, each about a bounded number of rows: the newest MOST recoveries of a year that are old
enough, and as many customers without any, drawn month by month.
"""

import dataclasses
import datetime as dt
import uuid
from collections import Counter
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F, Min, OuterRef, QuerySet, Subquery

from makegood.cases.models import Case, Shelf
from makegood.customers.models import Customer
from makegood.orders.models import Order, OrderState
from makegood.recovery.coming_back import rates
from makegood.recovery.models import Outcome, Recovery, Remedy, RemedyState
from makegood.staff.models import User

PERIODS = (30, 90, 180)
MOST, MOST_MONTHS, MOST_MOMENTS = 2000, 12, 20_000
YEAR = dt.timedelta(days=365)


@dataclasses.dataclass(frozen=True)
class Member:
    """One recovery: how soon they heard from us, what they got, whether they bought or wrote again within the period."""

    key: uuid.UUID
    customer: uuid.UUID
    pace: str
    kinds: frozenset[str]
    bought: bool
    came: bool


def of(user: User, *, days: int, at: dt.datetime) -> list[Member]:
    """The recoveries that a person may see and whose period is over, newest first. Two questions."""
    until = at - dt.timedelta(days=days)
    seen = Recovery.objects.visible_to(user).filter(opened_at__lte=until, opened_at__gt=until - YEAR)
    seen = seen.exclude(outcome__in=(Outcome.NEEDLESS, Outcome.JOINED)).order_by("-opened_at", "-id")
    columns = ("pk", "customer", "case", "opened_at", "responded_at", "brand__timezone", "bought_at", "wrote_at")
    rows = list(seen.annotate(bought_at=_first_order(), wrote_at=_first_case()).values_list(*columns)[:MOST])
    kinds = _kinds([case for _key, _customer, case, *_more in rows if case])
    return [
        Member(
            key=key,
            customer=customer,
            pace=rates.pace(opened, heard, by=opened + dt.timedelta(days=days), zone=ZoneInfo(zone)),
            kinds=frozenset(kinds.get(case, ())),
            bought=rates.came_within(days, opened, [bought]),
            came=rates.came_within(days, opened, [bought, wrote]),
        )
        for key, customer, case, opened, heard, zone, bought, wrote in rows
    ]


def compared(user: User, members: list[Member], *, days: int, at: dt.datetime) -> tuple[rates.Rate, rates.Rate]:
    """Customers whom we disappointed, and as many who had no trouble, of the same months of first contact or order."""
    first = _firsts({member.customer for member in members})
    ours = [(_month(first[member.customer]), member.came) for member in members if member.customer in first]
    wanted = Counter(month for month, _came in ours)
    return rates.matched(ours, _untroubled(user, dict(wanted.most_common(MOST_MONTHS)), days=days, at=at))


def _untroubled(user: User, wanted: dict[str, int], *, days: int, at: dt.datetime) -> list[tuple[str, bool]]:
    """So many customers of each month, first heard of in it, who never had a recovery: the month, and whether they came
    back after that first time."""
    drawn = {month: _drawn(user, month, 3 * count) for month, count in wanted.items()}
    everybody = {key for keys in drawn.values() for key in keys}
    calm = Customer.objects.present().filter(pk__in=everybody, recoveries=None).values_list("pk", flat=True)
    moments = _moments(set(calm))
    found: list[tuple[str, bool]] = []
    for month, keys in drawn.items():
        known = [sorted(moments[key]) for key in keys if key in moments]
        fitting = [one for one in known if _month(one[0]) == month and one[0] + dt.timedelta(days=days) <= at]
        found += [(month, rates.came_within(days, one[0], one[1:])) for one in fitting[: wanted[month]]]
    return found


def _drawn(user: User, month: str, most: int) -> list[uuid.UUID]:
    """Customers of whose cases one was last spoken in a month, the first ones of it."""
    begin = dt.datetime.strptime(month, "%Y-%m").replace(tzinfo=dt.UTC)
    end = (begin + dt.timedelta(days=32)).replace(day=1)
    spoken = Case.objects.visible_to(user).filter(shelf=Shelf.NONE, last_at__gte=begin, last_at__lt=end)
    return list(dict.fromkeys(spoken.order_by("last_at", "id").values_list("customer", flat=True)[:most]))


def _firsts(customers: set[uuid.UUID]) -> dict[uuid.UUID, dt.datetime]:
    """When each customer first wrote or bought."""
    found: dict[uuid.UUID, dt.datetime] = {}
    wrote = Case.objects.filter(customer__in=customers).values_list("customer").annotate(Min("opened_at"))
    bought = Order.objects.filter(customer__in=customers).values_list("customer").annotate(Min("placed_at"))
    for key, moment in [*wrote.order_by(), *bought.order_by()]:
        found[key] = min(moment, found.get(key, moment))
    return found


def _moments(customers: set[uuid.UUID]) -> dict[uuid.UUID, list[dt.datetime]]:
    """When each customer opened a matter of its own or bought; at most MOST_MOMENTS of each kind in all."""
    found: dict[uuid.UUID, list[dt.datetime]] = {}
    wrote = Case.objects.filter(customer__in=customers, follows=None, shelf=Shelf.NONE)
    bought = Order.objects.filter(customer__in=customers).exclude(state=OrderState.CANCELLED)
    for key, moment in [
        *wrote.order_by("opened_at").values_list("customer", "opened_at")[:MOST_MOMENTS],
        *bought.order_by("placed_at").values_list("customer", "placed_at")[:MOST_MOMENTS],
    ]:
        found.setdefault(key, []).append(moment)
    return found


def _kinds(cases: list[uuid.UUID]) -> dict[uuid.UUID, set[str]]:
    """What the customers of these cases got."""
    found: dict[uuid.UUID, set[str]] = {}
    given = Remedy.objects.filter(case__in=cases, state=RemedyState.GIVEN).order_by()
    for case, kind in given.values_list("case", "kind").distinct():
        found.setdefault(case, set()).add(kind)
    return found


def _first_order() -> Subquery:
    """The customer's next order after the recovery opened."""
    later = Order.objects.filter(customer=OuterRef("customer"), placed_at__gt=OuterRef("opened_at"))
    return _first(later.exclude(state=OrderState.CANCELLED), "placed_at")


def _first_case() -> Subquery:
    """The customer's next matter of its own: what only goes on with the same one is no coming back."""
    later = Case.objects.filter(customer=OuterRef("customer"), opened_at__gt=OuterRef("opened_at"), follows=None)
    return _first(later.filter(shelf=Shelf.NONE), "opened_at")


def _first(rows: QuerySet[Any], field: str) -> Subquery:
    return Subquery(rows.order_by(F(field).asc()).values(field)[:1])


def _month(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m}"
