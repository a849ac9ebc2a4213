"""What can be done with promises: publish, make, notice, settle, excuse, move."""

from makegood.promises.actions.noticing import notice
from makegood.promises.actions.promising import excuse_all, finish_all, make, move
from makegood.promises.actions.publishing import publish, publish_default_charter
from makegood.promises.actions.settling import finalise, settle_due, warn_due

__all__ = [
    "excuse_all",
    "finalise",
    "finish_all",
    "make",
    "move",
    "notice",
    "publish",
    "publish_default_charter",
    "settle_due",
    "warn_due",
]
