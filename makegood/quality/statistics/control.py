"""p- and u-charts: the points of a chart with their control limits. Pure.

Limits are three standard deviations around the mean of all points, each by the size of its own lot, so that they step
when lots differ: for the share of units with a defect (p) the binomial's, for the defects of a unit (u) the Poisson's.
NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1 and 6.3.3.2; D. C. Montgomery, Introduction to Statistical Quality
Control, chapter 7. A limit below zero, or of a share above one, is cut there.
"""

import dataclasses
import math
from collections.abc import Sequence

from makegood.quality.statistics import western_electric

WIDTH = 3


@dataclasses.dataclass(frozen=True)
class Point:
    """One lot: `value` is a share or defects a unit; `score` how many standard deviations it lies from the mean."""

    size: int
    value: float
    low: float
    high: float
    score: float
    signals: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True)
class Chart:
    """All points in their order, and the mean that they are judged by."""

    centre: float
    points: list[Point]

    @property
    def is_steady(self) -> bool:
        """Whether no rule sees anything but chance."""
        return not any(point.signals for point in self.points)


def shares(lots: Sequence[tuple[int, int]]) -> Chart:
    """A p-chart of lots, each (units, units with a defect). Raises ValueError for an empty lot, or none."""
    centre = _mean(lots)
    if any(found > size for size, found in lots):
        raise ValueError("no lot has more bad units than units")
    return _chart(lots, centre, variance=centre * (1 - centre), most=1.0)


def rates(lots: Sequence[tuple[int, int]]) -> Chart:
    """A u-chart of lots, each (units, defects). Raises ValueError for an empty lot, or none."""
    centre = _mean(lots)
    return _chart(lots, centre, variance=centre, most=math.inf)


def _mean(lots: Sequence[tuple[int, int]]) -> float:
    if not lots or any(size < 1 or found < 0 for size, found in lots):
        raise ValueError("a chart is of lots with something in them")
    return sum(found for _size, found in lots) / sum(size for size, _found in lots)


def _chart(lots: Sequence[tuple[int, int]], centre: float, *, variance: float, most: float) -> Chart:
    points = []
    for size, found in lots:
        spread, value = math.sqrt(variance / size), found / size
        score = (value - centre) / spread if spread else 0.0
        low, high = max(0.0, centre - WIDTH * spread), min(most, centre + WIDTH * spread)
        points.append(Point(size, value, low, high, score))
    marks = western_electric.signals([point.score for point in points])
    return Chart(centre, [dataclasses.replace(point, signals=mark) for point, mark in zip(points, marks, strict=True)])
