"""What our mistakes cost, what finished cases were like, and the sums kept of both."""

from makegood.quality.models.cost import Cost, Tally
from makegood.quality.models.inspection import Inspection, Lot
from makegood.quality.models.rates import Rates

__all__ = ["Cost", "Inspection", "Lot", "Rates", "Tally"]
