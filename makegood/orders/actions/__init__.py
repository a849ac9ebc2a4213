"""What can be done with orders."""

from makegood.orders.actions.tables import begin, hand_in, preview, read_as, stop, take_some
from makegood.orders.actions.taking import take

__all__ = ["begin", "hand_in", "preview", "read_as", "stop", "take", "take_some"]
