"""Customers and orders that the words of the search box name: by reference, mail address, telephone or order number, and
customers also by how their name begins. One question, each part of it along an index; reads only."""

import dataclasses
import re
import uuid
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Func, Q, QuerySet, Value

from makegood.cases import seeing
from makegood.customers.addresses import fold
from makegood.customers.models import ContactPoint, Customer
from makegood.events.prepared import PreparedQuery
from makegood.orders.models import Order
from makegood.staff import permissions
from makegood.staff.models import User

# Shown of each; looked at of those whose name begins so; letters that are too few to ask with.
MOST, LOOKED_AT, TOO_FEW = 5, 200, 2
LAST = "\U0010ffff"
SIGNS = re.compile(r"[\\%_]")
CUSTOMER, ORDER = Value("customer"), Value("order")


@dataclasses.dataclass(frozen=True)
class Named:
    """At most MOST of each."""

    customers: list[Customer]
    orders: list[Order]


def by(words: str, user: User) -> Named:
    """Of those whom, and which, this person may see."""
    words = " ".join(words.split())[: seeing.LONGEST]
    if len(words) <= TOO_FEW:
        return Named([], [])
    number = words.removeprefix("#")  # shops write it with and without
    found = KEYS(
        ref=words.upper(), mail=fold(words), phone=words.replace(" ", ""), numbers=[number, f"#{number}"],
        typed=_begins(words), title=_begins(words.title()), typed_end=words + LAST, title_end=words.title() + LAST,
    )  # fmt: skip
    keys = {what: {key for one, key in found if one == what} for what in (CUSTOMER.value, ORDER.value)}
    return Named(_customers(keys[CUSTOMER.value], user), _orders(keys[ORDER.value], user))


def _composed(*, ref: Any, mail: Any, phone: Any, numbers: Any, **starts: Any) -> QuerySet[Any, Any]:
    reached = Q(kind=ContactPoint.Kind.EMAIL, value=mail) | Q(kind=ContactPoint.Kind.PHONE, value=phone)
    named = [_named(starts[start], starts[f"{start}_end"]) for start in ("typed", "title")]
    ways = [
        Q(ref=ref),
        Q(pk__in=ContactPoint.objects.filter(reached).values("customer")),
        *(Q(pk__in=Customer.objects.filter(way).order_by().values("pk")[:LOOKED_AT]) for way in named),
    ]
    customers = [Customer.objects.filter(way).order_by().values_list(CUSTOMER, "pk") for way in ways]
    orders = [
        Order.objects.filter(way).order_by().values_list(ORDER, "pk") for way in (Q(ref=ref), Q(number__in=numbers))
    ]
    return customers[0].union(*customers[1:], *orders, all=True)


def _named(start: Any, end: Any) -> Any:
    """SQLite goes along an index by its bounds alone, PostgreSQL by the beginning alone."""
    if connection.vendor == "sqlite":
        return Q(name__gte=start, name__lt=end)
    return Func("name", start, template="%(expressions)s", arg_joiner=" LIKE ", output_field=BooleanField())


def _begins(start: str) -> str:
    return start if connection.vendor == "sqlite" else SIGNS.sub(r"\\\g<0>", start) + "%"


KEYS = PreparedQuery(_composed)


def _customers(keys: set[uuid.UUID], user: User) -> list[Customer]:
    if not keys:
        return []
    merged = Customer.objects.filter(pk__in=keys, merged_into__isnull=False).order_by()
    now = keys | {key for key in merged.values_list("merged_into", flat=True) if key is not None}
    found = seeing.visible_to(user).filter(pk__in=now, merged_into=None, erased_at=None)
    return list(found.prefetch_related("contact_points").order_by("name", "pk")[:MOST])


def _orders(keys: set[uuid.UUID], user: User) -> list[Order]:
    if not keys or not permissions.may(user, permissions.SEE_ORDERS):
        return []
    found = Order.objects.visible_to(user).filter(pk__in=keys)
    return list(found.select_related("customer", "brand").newest_first()[:MOST])
