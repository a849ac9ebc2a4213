"""What the page of reports shows, ready for its template: rows with their addresses, charts drawn. Reads only."""

import dataclasses
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from makegood.insight import words
from makegood.insight.reports import definitions, drawing, naming
from makegood.insight.reports.asking import Asked, By
from makegood.insight.reports.definitions import Definition
from makegood.insight.reports.drawing import Line, Point
from makegood.insight.reports.figures import Figures, Lengths
from makegood.insight.reports.periods import Days, Period
from makegood.promises.templatetags.charter_words import percent


@dataclasses.dataclass(frozen=True)
class CountRow:
    """A count now and before, with what it means and where its cases are. `more`: by how many, with its sign."""

    definition: Definition
    now: int
    before: int
    address: str

    @property
    def more(self) -> str:
        return f"{self.now - self.before:+d}".replace("-", "\N{MINUS SIGN}") if self.now != self.before else "0"


@dataclasses.dataclass(frozen=True)
class LengthRow:
    """How long something took, now and before."""

    definition: Definition
    now: Lengths
    before: Lengths
    address: str


@dataclasses.dataclass(frozen=True)
class PeriodRow:
    """One period of the charts, and the addresses of its cases by figure."""

    label: str
    days: Days
    figures: Figures
    addresses: dict[str, str]


@dataclasses.dataclass(frozen=True)
class PartRow:
    """One brand, team, person, channel, language, kind or choice; `addresses` of its cases by figure."""

    key: str
    label: str
    figures: Figures
    addresses: dict[str, str]


def count_rows(asked: Asked, now: Figures, before: Figures) -> list[CountRow]:
    """Counts, and the backlog at the end."""
    return [
        CountRow(one, getattr(now, one.name), getattr(before, one.name), cases(asked, one.name))
        for one in (*definitions.COUNTS, definitions.BACKLOG)
    ]


def length_rows(asked: Asked, now: Figures, before: Figures) -> list[LengthRow]:
    """How long replies and resolutions took."""
    return [
        LengthRow(one, getattr(now, one.name), getattr(before, one.name), cases(asked, one.name))
        for one in definitions.LENGTHS
    ]


def period_rows(asked: Asked, series: list[tuple[Days, Figures]]) -> list[PeriodRow]:
    """One for each period."""
    say = {Period.DAY: words.short_day, Period.WEEK: words.short_day, Period.MONTH: words.month}[asked.period]
    return [
        PeriodRow(say(days.first), days, figures, {name: _in(asked, name, days) for name in definitions.NAMES})
        for days, figures in series
    ]


def part_rows(asked: Asked, parts: dict[str, Figures]) -> list[PartRow]:
    """One for each part, those with most opened first."""
    names = naming.names(asked.by, parts)
    rows = [
        PartRow(key, names.get(key, key), figures, {name: _of(asked, name, key) for name in definitions.NAMES})
        for key, figures in parts.items()
    ]
    return sorted(rows, key=lambda row: (-row.figures.opened, -row.figures.resolved, row.label))


def charts(rows: list[PeriodRow]) -> dict[str, SafeString]:
    """What came and went, the backlog, and promises kept."""
    feet = [row.label for row in rows]

    def points(name: str) -> list[Point]:
        return [Point(getattr(row.figures, name), row.addresses[name]) for row in rows]

    came_and_went = [
        Line(pgettext("figure", "Opened"), "first", points("opened")),
        Line(pgettext("figure", "Resolved"), "second", points("resolved")),
    ]
    rates = [Point(row.figures.rate, row.addresses["broken"]) for row in rows]
    return {
        "volume": drawing.bars(came_and_went, feet=feet, say=_whole),
        "backlog": drawing.line(Line("", "line", points("backlog")), feet=feet, say=_whole),
        "rates": drawing.line(Line("", "line", rates), feet=feet, say=percent, top=1.0),
    }


def cases(asked: Asked, figure: str, **more: Any) -> str:
    """Where the cases behind a figure are."""
    return asked.address("report-cases", figure=figure, period=None, by=None, **more)


def _in(asked: Asked, figure: str, days: Days) -> str:
    return cases(asked, figure, first=days.first.isoformat(), last=days.last.isoformat())


def _of(asked: Asked, figure: str, key: str) -> str:
    if asked.by == By.BRAND:
        slug = next((brand.slug for brand in asked.reach if str(brand.pk) == key), None)
        return cases(asked, figure, brand=slug)
    if asked.by == By.TEAM:
        return cases(asked, figure, team=key)
    return cases(asked, figure, only=f"{asked.dimension}:{key}")


def _whole(value: float) -> str:
    return f"{value:.0f}"
