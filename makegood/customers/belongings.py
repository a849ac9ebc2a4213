"""What belongs to a customer in the apps above: rows that go over when two customers become one, and come back.

Each app declares its own as `Belonging` values, and the setting CUSTOMER_BELONGINGS names them in the order in which they
go and come back: what looks at others' rows stands behind these. So no verb up there is called, and none can be
forgotten: a test asks that every foreign key to a customer is named here, or has its reason to stay.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.db.models import Model, Q
from django.utils.module_loading import import_string

from makegood.customers.models import Consent, ContactPoint, Customer, Note


@dataclasses.dataclass(frozen=True)
class Parting:
    """A merge that is undone: who gets theirs back, who holds it, since when, and which mail addresses go back."""

    source: Customer
    target: Customer
    since: dt.datetime
    addresses: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Belonging:
    """Rows of `model`, which has a foreign key `customer`. `goes`: whether they go over at all, or stay with whom they
    were made for. `since`: which of the target's rows that came after the merge are the source's all the same."""

    name: str
    model: type[Model]
    goes: bool = True
    since: Callable[[Parting], Q] | None = None


ADDRESSES = Belonging("addresses", ContactPoint)
NOTES = Belonging("notes", Note)
CONSENTS = Belonging("consents", Consent)


@cache
def belongings() -> tuple[Belonging, ...]:
    """All of them, the contact points first."""
    return ADDRESSES, NOTES, CONSENTS, *(import_string(path) for path in settings.CUSTOMER_BELONGINGS)
