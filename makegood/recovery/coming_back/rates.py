"""Return rates, how sure they are, and what others claim. Pure; no Django.

The references are claims that people repeat, drawn beside our figures and never as results: of complainants who are
treated right 80 % return, of those who are answered at once the upper 90s; the satisfied tell 2 to 3 others, the
dissatisfied 8 to 10, some up to 20.
"""

import dataclasses
import datetime as dt
import math
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from makegood.promises import wilson

FEW = 20
PERIODS = (30, 90, 180)
TREATED_RIGHT = 0.80
AT_ONCE = (0.95, 0.99)  # “the upper 90s”
SATISFIED_TELL, DISSATISFIED_TELL, UP_TO = (2, 3), (8, 10), 20
HOUR, DAY, LATER, NEVER = "hour", "day", "later", "never"
PACES = (HOUR, DAY, LATER, NEVER)
# A share with its lower and upper bound.
Bounded = tuple[float, float, float]


@dataclasses.dataclass(frozen=True)
class Rate:
    """How many of how many came back."""

    came: int
    total: int

    @property
    def is_enough(self) -> bool:
        """Whether there are enough to judge by."""
        return self.total >= FEW

    @property
    def share(self) -> float:
        """0 to 1; 0 of none."""
        return self.came / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval at 95 %; None where there are too few."""
        return wilson.interval(self.came, self.total) if self.is_enough else None


@dataclasses.dataclass(frozen=True)
class Told:
    """How many people may have heard of it, by the references: `well` from those who came back, `badly` from the rest."""

    well: tuple[int, int]
    badly: tuple[int, int]
    badly_up_to: int


def pace(opened_at: dt.datetime, responded_at: dt.datetime | None, *, zone: ZoneInfo) -> str:
    """How soon the customer first heard from us: within an hour, the same day (in `zone`), later, never."""
    if responded_at is None:
        return NEVER
    if responded_at - opened_at <= dt.timedelta(hours=1):
        return HOUR
    return DAY if responded_at.astimezone(zone).date() == opened_at.astimezone(zone).date() else LATER


def days_until(since: dt.datetime, moments: Iterable[dt.datetime | None], *, at_once: bool = False) -> int | None:
    """How many days after `since` the first of the moments came, a day that has begun counted whole: it lies within N
    days when this is N or less. None where none came after it (`at_once`: or with it), or only after the longest period."""
    after = [moment for moment in moments if moment is not None and (moment > since or at_once)]
    if not after:
        return None
    days = max(0, -((since - min(after)) // dt.timedelta(days=1)))
    return days if days <= max(PERIODS) else None


def difference(one: Rate, other: Rate) -> tuple[float, float, float] | None:
    """How much higher the one rate is, with bounds at 95 %; None where either has too few."""
    if one.interval is None or other.interval is None:
        return None
    return apart((one.share, *one.interval), (other.share, *other.interval))


def apart(one: Bounded, other: Bounded) -> tuple[float, float, float]:
    """The difference of two shares that are given with their bounds, by squaring and adding these.

    R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
    Statistics in Medicine 17 (1998) 873–890, method 10; for any two intervals: G. Y. Zou and A. Donner, "Construction of
    confidence limits about effect measures: a general approach", Statistics in Medicine 27 (2008) 1693–1702.
    """
    (share, low, high), (other_share, other_low, other_high) = one, other
    found = share - other_share
    below = math.hypot(share - low, other_high - other_share)
    above = math.hypot(high - share, other_share - other_low)
    return found, found - below, found + above


def told(overall: Rate) -> Told:
    """The references applied to our counts. An estimate: nobody asked whom they told."""
    stayed_away = overall.total - overall.came
    (well_low, well_high), (low, high) = SATISFIED_TELL, DISSATISFIED_TELL
    return Told(
        well=(overall.came * well_low, overall.came * well_high),
        badly=(stayed_away * low, stayed_away * high),
        badly_up_to=stayed_away * UP_TO,
    )
