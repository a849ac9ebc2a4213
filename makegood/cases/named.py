"""Customers and orders that the words of the search box name: by reference, mail address, telephone or order number, and
customers also by how their name begins. Each along an index; reads only."""

import dataclasses

from django.db import connection
from django.db.models import Q

from makegood.cases import seeing
from makegood.customers.addresses import fold
from makegood.customers.models import ContactPoint, Customer
from makegood.orders.models import Order
from makegood.staff import permissions
from makegood.staff.models import User

MOST, LOOKED_AT, SHORTEST = 5, 200, 3
LAST = "\U0010ffff"


@dataclasses.dataclass(frozen=True)
class Named:
    """At most MOST of each."""

    customers: list[Customer]
    orders: list[Order]


def by(words: str, user: User) -> Named:
    """Of those whom, and which, this person may see."""
    words = " ".join(words.split())[: seeing.LONGEST]
    if len(words) < SHORTEST:
        return Named([], [])
    return Named(_customers(words, user), _orders(words, user))


def _customers(words: str, user: User) -> list[Customer]:
    mail = Q(kind=ContactPoint.Kind.EMAIL, value=fold(words))
    phone = Q(kind=ContactPoint.Kind.PHONE, value=words.replace(" ", ""))
    ways = (
        Q(ref=words.upper()),
        Q(pk__in=ContactPoint.objects.filter(mail | phone).values("customer")),
        *(_begins(start) for start in dict.fromkeys([words, words.title()])),
    )
    # Each asked by itself: of one condition with OR the whole table would be read.
    named = [
        row
        for way in ways
        for row in Customer.objects.filter(way).order_by().values_list("pk", "merged_into")[:LOOKED_AT]
    ]
    now = {into or key for key, into in named}
    found = seeing.visible_to(user).filter(pk__in=now, merged_into=None, erased_at=None)
    return list(found.prefetch_related("contact_points").order_by("name", "pk")[:MOST])


def _begins(start: str) -> Q:
    """SQLite goes along an index by its bounds alone, PostgreSQL by the beginning alone."""
    if connection.vendor == "sqlite":
        return Q(name__gte=start, name__lt=start + LAST)
    return Q(name__startswith=start)


def _orders(words: str, user: User) -> list[Order]:
    if not permissions.may(user, permissions.SEE_ORDERS):
        return []
    number = words.removeprefix("#")  # shops write it with and without
    ways = (Q(ref=words.upper()), Q(number__in=[number, f"#{number}"]))
    keys = [
        key for way in ways for key in Order.objects.filter(way).order_by().values_list("pk", flat=True)[:LOOKED_AT]
    ]
    found = Order.objects.visible_to(user).filter(pk__in=keys)
    return list(found.select_related("customer", "brand").newest_first()[:MOST])
