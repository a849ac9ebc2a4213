"""What can be done about the cost of poor quality: set rates, count what is seen, and count it anew."""

from makegood.quality.actions.booking import see_recovery, see_remedy
from makegood.quality.actions.inspecting import inspect
from makegood.quality.actions.placing import place
from makegood.quality.actions.rating import set_rates
from makegood.quality.actions.recounting import add_up, price_past, see_past
from makegood.quality.actions.shelving import see_shelf
from makegood.quality.actions.timing import see_time

__all__ = [
    "add_up",
    "inspect",
    "place",
    "price_past",
    "see_past",
    "see_recovery",
    "see_remedy",
    "see_shelf",
    "see_time",
    "set_rates",
]
