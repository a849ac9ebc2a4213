"""What can be done with orders."""

from makegood.orders.actions.taking import take

__all__ = ["take"]
