"""Why things go wrong at the demo company: its tree of causes, and which of them is learned from what."""

import datetime as dt
import random

from makegood.promises import charter
from makegood.recovery import actions as recovery
from makegood.recovery.models import Cause, Recovery, Trigger
from makegood.staff.models import User

TREE = {
    "Carrier": ("Lost between depots", "Handled roughly", "Did not come on the day"),
    "Warehouse": ("Wrong item packed", "Packed too thinly", "Stock count was wrong"),
    "Product": ("Fault of the maker", "Shown otherwise than it is"),
    "Desk": (
        "Too few people on duty",
        "Said to be done before it was",
        "Handed on without a word",
        "Refund not released",
    ),
}
# By what made it open and, within that, by what the customer wrote about; "" for all else.
LEARNED: dict[str, dict[str, tuple[str, ...]]] = {
    Trigger.Kind.BROKEN: {
        charter.FIXED: ("Said to be done before it was",),
        "delivery": ("Lost between depots", "Did not come on the day", "Stock count was wrong"),
        "": ("Too few people on duty", "Too few people on duty", "Handed on without a word"),
    },
    Trigger.Kind.RETURNED: {
        "wrong": ("Wrong item packed", "Shown otherwise than it is"),
        "damaged": ("Handled roughly", "Packed too thinly"),
        "refund": ("Refund not released", "Shown otherwise than it is"),
        "": ("Shown otherwise than it is", "Fault of the maker"),
    },
    Trigger.Kind.COMPLAINT: {"": ("Handled roughly", "Did not come on the day", "Wrong item packed")},
    Trigger.Kind.LOW: {
        "refund": ("Refund not released",),
        "": ("Too few people on duty", "Said to be done before it was"),
    },
    Trigger.Kind.AGAIN: {"": ("Handed on without a word", "Too few people on duty")},
}


def plant(*, by: User, at: dt.datetime) -> None:
    """Write the tree down."""
    for top, below in TREE.items():
        above = recovery.add_cause(top, under=None, by=by, at=at)
        for name in below:
            recovery.add_cause(name, under=above, by=by, at=at)


def of(running: Recovery, *, why: str, topic: str, chance: random.Random) -> Cause:
    """What is learned from a recovery that opened for a reason (the key of a broken promise, or "") and a topic."""
    kind = running.triggers.order_by("at", "id")[0].kind
    known = LEARNED[kind]
    name = chance.choice(known.get(why) or known.get(topic) or known[""])
    return Cause.objects.in_use().get(name=name)
