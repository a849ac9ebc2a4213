"""What the quality page shows, ready for its template: rows with their addresses, charts drawn. Reads only."""

import dataclasses
import datetime as dt
from decimal import Decimal

from django.utils.safestring import SafeString

from makegood.quality import drawing, pareto, words
from makegood.quality.asking import Asked
from makegood.quality.figures import Found, Spent, Weekly
from makegood.quality.models import Cost
from makegood.quality.models.cost import Dimension
from makegood.quality.statistics.control import Chart, Point

COUNTED = (Cost.Kind.CONTACT, Cost.Kind.HANDLING)


@dataclasses.dataclass(frozen=True)
class KindRow:
    """One kind of cost: how many (contacts and minutes are counted, all else are facts), how much in each currency."""

    label: str
    number: int
    amounts: list[tuple[Decimal, str]]
    address: str


@dataclasses.dataclass(frozen=True)
class WeekRow:
    """One week: its cases, its point of the chart, and the address of the cases behind it."""

    week: dt.date
    found: Found
    point: Point
    address: str

    @property
    def signals(self) -> str:
        """The numbers of the rules that see more than chance."""
        return ", ".join(map(str, self.point.signals))


@dataclasses.dataclass(frozen=True)
class Drawn:
    """A control chart with the rows of its table."""

    chart: Chart
    picture: SafeString
    rows: list[WeekRow]


@dataclasses.dataclass(frozen=True)
class Ranked:
    """A Pareto chart with the rows of its table; no picture where there is nothing to compare."""

    picture: SafeString | None
    rows: list[pareto.Row]


def kind_rows(asked: Asked, spent: dict[str, Spent], currencies: list[str]) -> list[KindRow]:
    """One for each kind."""
    return [
        KindRow(
            str(Cost.Kind(kind).label),
            one.quantity if kind in COUNTED else one.count,
            [(one.amount(currency), currency) for currency in currencies],
            asked.address("quality-costs", currency=None, kind=kind),
        )
        for kind, one in spent.items()
    ]


def totals(rows: list[KindRow], currencies: list[str]) -> list[tuple[Decimal, str]]:
    """What stands under each column of money: the sum of just these rows."""
    return [
        (sum((row.amounts[place][0] for row in rows), Decimal(0)), currency)
        for place, currency in enumerate(currencies)
    ]


def shares(asked: Asked, weekly: Weekly) -> Drawn | None:
    """The p-chart; None with too few to judge."""
    return _drawn(asked, weekly, weekly.shares, lambda share: f"{words.percent(share)}\u00a0%")


def rates(asked: Asked, weekly: Weekly) -> Drawn | None:
    """The u-chart; None with too few to judge."""
    return _drawn(asked, weekly, weekly.rates, words.figure)


def ranked(asked: Asked, of: Dimension, currency: str, *, cases: int) -> Ranked:
    """What costs most."""
    rows = pareto.rows(asked, of, currency, cases=cases)
    return Ranked(drawing.pareto(rows) if len(rows) > 1 else None, rows)


def currency_of(asked: Asked, currencies: list[str]) -> str:
    """The one that was asked for, else the first there is; "" where nothing was priced."""
    return asked.currency if asked.currency in currencies else next(iter(currencies), "")


def _drawn(asked: Asked, weekly: Weekly, chart: Chart | None, say: drawing.Say) -> Drawn | None:
    if chart is None:
        return None
    rows = [
        WeekRow(week, found, point, asked.address("quality-cases", currency=None, week=week.isoformat(), wrong="yes"))
        for (week, found), point in zip(weekly.weeks.items(), chart.points, strict=True)
    ]
    mondays = asked.mondays
    marks = [drawing.Mark(mondays.index(row.week), row.address) for row in rows]
    places = (0, len(mondays) // 2, len(mondays) - 1)
    feet = {place: words.short_day(mondays[place]) for place in places}
    return Drawn(chart, drawing.control(chart, marks, places=len(mondays), feet=feet, say=say), rows)
