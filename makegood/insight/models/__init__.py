"""What cases add to the figures of each day, the sums kept of it, and how far we have counted."""

from makegood.insight.models.counted import CaseDay, Reckoning, Uncounted
from makegood.insight.models.tally import Dimension, Span, Tally

__all__ = ["CaseDay", "Dimension", "Reckoning", "Span", "Tally", "Uncounted"]
