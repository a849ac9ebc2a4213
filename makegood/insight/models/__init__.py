"""What cases add to the figures of each day, the sums kept of it, how far we have counted, what sellers sold, and what the
board shows."""

from makegood.insight.models.counted import CaseDay, Reckoning, Uncounted
from makegood.insight.models.floor import Screen, Waiting
from makegood.insight.models.sold import Sold, SoldTally, UncountedSale
from makegood.insight.models.tally import Dimension, Span, Tally

__all__ = [
    "CaseDay",
    "Dimension",
    "Reckoning",
    "Screen",
    "Sold",
    "SoldTally",
    "Span",
    "Tally",
    "Uncounted",
    "UncountedSale",
    "Waiting",
]
