"""Control charts and Pareto charts as SVG: no script, no inline style.

The table beside a chart says the same, and leads to the same cases by keyboard; so a chart is silent to screen readers,
and its points are pressed by pointer alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from makegood.quality.pareto import Row
from makegood.quality.statistics.control import Chart

WIDTH, HEIGHT = 900, 240
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 20, 28
HIT = 11
Say = Callable[[float], str]


@dataclass(frozen=True)
class Mark:
    """Where a point stands (0 is the first week), and the address of its cases."""

    place: int
    address: str


def control(chart: Chart, marks: Sequence[Mark], *, places: int, feet: dict[int, str], say: Say) -> SafeString:
    """A control chart over so many weeks; `feet`: what stands under some of them; `say`: how a value is worded."""
    top = max([point.value for point in chart.points] + [point.high for point in chart.points]) * 1.08 or 1.0

    def x(place: float) -> float:
        return LEFT + (place + 0.5) * (WIDTH - LEFT - RIGHT) / places

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM)

    both = list(zip(chart.points, marks, strict=True))
    limits = [
        format_html(
            '<path data-part="limit" d="{}"/>',
            _steps([(x(mark.place - 0.5), x(mark.place + 0.5), y(bound)) for mark, bound in found]),
        )
        for found in ([(mark, point.high) for point, mark in both], [(mark, point.low) for point, mark in both])
    ]
    line = " ".join(f"{x(mark.place):.1f},{y(point.value):.1f}" for point, mark in both)
    parts = [
        *_axis([0.0, chart.centre, top / 1.08], y, say),
        format_html(
            '<line data-part="centre" x1="{}" x2="{}" y1="{y}" y2="{y}"/>',
            LEFT,
            WIDTH - RIGHT,
            y=f"{y(chart.centre):.1f}",
        ),
        *limits,
        format_html('<polyline data-part="line" points="{}"/>', line),
        *(_point(x(mark.place), y(point.value), point.signals, mark.address) for point, mark in both),
        *(_text(x(place), HEIGHT - 8, words, "middle") for place, words in feet.items()),
    ]
    return _svg("control-chart", parts)


def pareto(rows: Sequence[Row]) -> SafeString:
    """Bars of each row's share, and the line of what they make together; the numbers are those of the table's rows."""
    wide = (WIDTH - LEFT - RIGHT) / max(len(rows), 1)

    def y(share: float) -> float:
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    parts = _axis([0.0, 0.5, 0.8, 1.0], y, lambda share: f"{100 * share:.0f}\u00a0%")
    for number, row in enumerate(rows):
        left, high = LEFT + number * wide, y(row.share)
        bar = format_html(
            '<rect data-part="bar" x="{}" y="{}" width="{}" height="{}"/>',
            f"{left + wide * 0.1:.1f}", f"{high:.1f}", f"{wide * 0.8:.1f}", f"{HEIGHT - BOTTOM - high:.1f}",
        )  # fmt: skip
        parts.append(_link(bar, row.address) if row.address else bar)
        parts.append(_text(left + wide / 2, HEIGHT - 8, str(number + 1), "middle"))
    middles = [(LEFT + (number + 0.5) * wide, y(row.until)) for number, row in enumerate(rows)]
    parts.append(
        format_html('<polyline data-part="line" points="{}"/>', " ".join(f"{x:.1f},{up:.1f}" for x, up in middles))
    )
    parts += [
        format_html('<circle data-part="point" cx="{}" cy="{}" r="3.5"/>', f"{x:.1f}", f"{up:.1f}") for x, up in middles
    ]
    return _svg("pareto", parts)


def _point(x: float, y: float, signals: tuple[int, ...], address: str) -> SafeString:
    """A dot; where a rule sees more than chance a square, with the numbers of the rules above it."""
    hit = format_html('<circle data-part="hit" cx="{}" cy="{}" r="{}"/>', f"{x:.1f}", f"{y:.1f}", HIT)
    if not signals:
        return _link(
            hit + format_html('<circle data-part="point" cx="{}" cy="{}" r="4"/>', f"{x:.1f}", f"{y:.1f}"), address
        )
    square = format_html(
        '<rect data-part="signal" x="{}" y="{}" width="11" height="11"/>', f"{x - 5.5:.1f}", f"{y - 5.5:.1f}"
    )
    told = format_html(
        '<text data-part="rule" x="{}" y="{}" text-anchor="middle">{}</text>',
        f"{x:.1f}", f"{y - 9:.1f}", ",".join(map(str, signals)),
    )  # fmt: skip
    return _link(hit + square + told, address)


def _link(inside: SafeString, address: str) -> SafeString:
    return format_html('<a href="{}" tabindex="-1">{}</a>', address, inside)


def _axis(values: Sequence[float], y: Callable[[float], float], say: Say) -> list[SafeString]:
    lines = [
        format_html(
            '<line data-part="axis" x1="{}" x2="{}" y1="{y}" y2="{y}"/>', LEFT, WIDTH - RIGHT, y=f"{y(value):.1f}"
        )
        for value in values
    ]
    return [*lines, *(_text(LEFT - 6, y(value) + 4, say(value), "end") for value in values)]


def _text(x: float, y: float, words: str, anchor: str) -> SafeString:
    return format_html('<text x="{}" y="{}" text-anchor="{}">{}</text>', f"{x:.1f}", f"{y:.1f}", anchor, words)


def _steps(pieces: Sequence[tuple[float, float, float]]) -> str:
    """A path along each piece (from, to, height); up or down between neighbours, a gap where a week is missing."""
    drawn, before = [], None
    for start, end, height in pieces:
        near = before is not None and abs(before - start) < 0.01
        drawn.append(f"{'V' if near else f'M{start:.1f},'}{height:.1f}H{end:.1f}")
        before = end
    return "".join(drawn)


def _svg(name: str, parts: Sequence[SafeString]) -> SafeString:
    inside = format_html_join("", "{}", ((part,) for part in parts))
    return format_html('<svg class="{}" aria-hidden="true" viewBox="0 0 {} {}">{}</svg>', name, WIDTH, HEIGHT, inside)
