"""What an audit asks for, in words of people who audit: each kind of event falls into one of these."""

import re
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makegood.events import registry

# Who opened which page: no events, but rows of their own.
LOOKS = "seen"
SEEN = _("Who saw what")
# In this order: the first whose pattern fits the event's name.
SORTS: dict[str, tuple[str | Promise, str]] = {
    "signing-in": (
        _("Signing in, passwords, keys"),
        r"staff\.(signed|session|password|passkey|push_device|reset|second_factor_(added|removed)|recovery|token)",
    ),
    "exports": (_("Exports and erasures"), r"\w+\.(\w+_)?(exported|erased|emptied)$"),
    "rights": (_("Staff and rights"), r"(staff|team|authority)\."),
    "settings": (
        _("Settings"),
        r"(brand|organisation|mailbox|charter|calendar|template|cashier|shop|quality|contractor|cause)\.|recovery\.rules",
    ),
    "customers": (_("Customers"), r"customer\."),
    "promises": (_("Promises, remedies, winning back"), r"(promise|remedy|voucher|refund|recovery)\."),
    "orders": (_("Orders"), r"(order|orders|claim)\."),
    "cases": (_("Cases and conversations"), r""),
}


def sort_of(name: str) -> str:
    """The sort that a kind of event falls into."""
    return next(sort for sort, (_label, pattern) in SORTS.items() if re.match(pattern, name))


@cache
def names_in(sort: str) -> list[str]:
    """The names of the events of a sort."""
    return sorted(name for name in registry.KINDS if sort_of(name) == sort)
