"""What can be done with orders."""

from makegood.orders.actions.changing import cancel, deliver, take_back
from makegood.orders.actions.erasing import erase_words
from makegood.orders.actions.shops import NotJson, change_shop, forget_receipts, hear, join_shop
from makegood.orders.actions.tables import begin, forget_tables, hand_in, preview, read_as, stop, take_some
from makegood.orders.actions.taking import take

__all__ = [
    "NotJson",
    "begin",
    "cancel",
    "change_shop",
    "deliver",
    "erase_words",
    "forget_receipts",
    "forget_tables",
    "hand_in",
    "hear",
    "join_shop",
    "preview",
    "read_as",
    "stop",
    "take",
    "take_back",
    "take_some",
]
