"""Return rates, how sure they are, and what others claim. Pure; no Django.

The references are claims that people repeat, drawn beside our figures and never as results: of complainants who are
treated right 80 % return, of those who are answered at once the upper 90s; the satisfied tell 2 to 3 others, the
dissatisfied 8 to 10, some up to 20.
"""

import dataclasses
import datetime as dt
import math
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from makegood.promises import wilson

FEW = 20
TREATED_RIGHT = 0.80
AT_ONCE = (0.95, 0.99)  # “the upper 90s”
SATISFIED_TELL, DISSATISFIED_TELL, UP_TO = (2, 3), (8, 10), 20
HOUR, DAY, LATER, NEVER = "hour", "day", "later", "never"
PACES = (HOUR, DAY, LATER, NEVER)


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


def rate(came: Iterable[bool]) -> Rate:
    """The rate of a group, each member saying whether they came back."""
    all_of_them = list(came)
    return Rate(sum(all_of_them), len(all_of_them))


def pace(opened_at: dt.datetime, responded_at: dt.datetime | None, *, by: dt.datetime, zone: ZoneInfo) -> str:
    """How soon the customer first heard from us: within an hour, the same day (in `zone`), later, never (until `by`)."""
    if responded_at is None or responded_at > by:
        return NEVER
    if responded_at - opened_at <= dt.timedelta(hours=1):
        return HOUR
    return DAY if responded_at.astimezone(zone).date() == opened_at.astimezone(zone).date() else LATER


def came_within(days: int, since: dt.datetime, moments: Iterable[dt.datetime | None]) -> bool:
    """Whether any of the moments lies after `since`, at most so many days."""
    until = since + dt.timedelta(days=days)
    return any(moment is not None and since < moment <= until for moment in moments)


def difference(one: Rate, other: Rate) -> tuple[float, float, float] | None:
    """How much higher the one rate is, with bounds at 95 %; None where either has too few.

    R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
    Statistics in Medicine 17 (1998) 873–890, method 10: the square-and-add of two Wilson intervals.
    """
    if not (one.is_enough and other.is_enough):
        return None
    return newcombe(one, other)


def newcombe(one: Rate, other: Rate) -> tuple[float, float, float]:
    """The difference of two shares with its bounds, whatever their counts (each above zero)."""
    (low, high), (other_low, other_high) = (wilson.interval(each.came, each.total) for each in (one, other))
    found = one.share - other.share
    below = math.hypot(one.share - low, other_high - other.share)
    above = math.hypot(high - one.share, other.share - other_low)
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


def matched(ours: Sequence[tuple[str, bool]], others: Sequence[tuple[str, bool]]) -> tuple[Rate, Rate]:
    """Two groups made alike: of each month as many of the one as of the other, the first ones of each.

    Each member is (month, came back). What has no partner in its month is left out of both.
    """
    by_month = [_by_month(group) for group in (ours, others)]
    pairs: list[list[bool]] = [[], []]
    for month, mine in by_month[0].items():
        theirs = by_month[1].get(month, [])
        count = min(len(mine), len(theirs))
        pairs[0] += mine[:count]
        pairs[1] += theirs[:count]
    return rate(pairs[0]), rate(pairs[1])


def _by_month(group: Sequence[tuple[str, bool]]) -> dict[str, list[bool]]:
    found: dict[str, list[bool]] = {}
    for month, came in group:
        found.setdefault(month, []).append(came)
    return found
