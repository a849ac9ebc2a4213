"""Charts of reports as SVG: no script, no inline style.

The table beside a chart says the same and leads to the same cases by keyboard; so a chart is silent to screen readers, and
its parts are pressed by pointer alone.
"""

import dataclasses
from collections.abc import Callable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, HEIGHT = 900, 220
LEFT, RIGHT, TOP, BOTTOM = 56, 12, 26, 26
FEET = 6
Say = Callable[[float], str]


@dataclasses.dataclass(frozen=True)
class Point:
    """What stands at one place: None where there is too little to tell, and where its cases are."""

    value: float | None
    address: str = ""


@dataclasses.dataclass(frozen=True)
class Line:
    """One thing over time. `kind`: "first" is drawn in outline, "second" filled, "line" as a line with dots."""

    name: str
    kind: str
    points: Sequence[Point]


def bars(lines: Sequence[Line], *, feet: Sequence[str], say: Say) -> SafeString:
    """Two or more things beside each other, place by place."""
    top = _top(lines)
    wide = _wide(len(feet))
    parts = _frame(lines, top, feet, say)
    for number, line in enumerate(lines):
        each = wide * 0.8 / len(lines)
        for place, point in enumerate(line.points):
            if point.value:
                high = _y(point.value, top)
                left = LEFT + place * wide + wide * 0.1 + number * each
                bar = format_html(
                    '<rect data-part="{}" x="{}" y="{}" width="{}" height="{}"/>',
                    line.kind, f"{left:.1f}", f"{high:.1f}", f"{each:.1f}", f"{HEIGHT - BOTTOM - high:.1f}",
                )  # fmt: skip
                parts.append(_link(bar, point.address))
    return _svg(parts)


def line(drawn: Line, *, feet: Sequence[str], say: Say, top: float | None = None) -> SafeString:
    """One thing as a line; it is broken where there is nothing to tell."""
    top = top or _top([drawn])
    wide = _wide(len(feet))
    parts = _frame([drawn], top, feet, say)
    pieces: list[list[str]] = [[]]
    for place, point in enumerate(drawn.points):
        if point.value is None:
            pieces.append([])
            continue
        x, y = LEFT + (place + 0.5) * wide, _y(point.value, top)
        pieces[-1].append(f"{x:.1f},{y:.1f}")
        dot = format_html('<circle data-part="point" cx="{}" cy="{}" r="3"/>', f"{x:.1f}", f"{y:.1f}")
        hit = format_html('<circle data-part="hit" cx="{}" cy="{}" r="9"/>', f"{x:.1f}", f"{y:.1f}")
        parts.append(_link(hit + dot, point.address))
    parts += [format_html('<polyline data-part="line" points="{}"/>', " ".join(piece)) for piece in pieces if piece]
    return _svg(parts)


def _frame(lines: Sequence[Line], top: float, feet: Sequence[str], say: Say) -> list[SafeString]:
    """The axis with its values, what stands under some places, and the legend where there is more than one thing."""
    parts = []
    for value in (0.0, top / 2, top):
        y = f"{_y(value, top):.1f}"
        parts.append(
            format_html('<line data-part="axis" x1="{}" x2="{}" y1="{y}" y2="{y}"/>', LEFT, WIDTH - RIGHT, y=y)
        )
        parts.append(_text(LEFT - 6, _y(value, top) + 4, say(value), "end"))
    wide, every = _wide(len(feet)), max(1, -(-len(feet) // FEET))
    for place in range(0, len(feet), every):
        parts.append(_text(LEFT + (place + 0.5) * wide, HEIGHT - 8, feet[place], "middle"))
    x = LEFT
    for one in lines if len(lines) > 1 else ():
        parts.append(format_html('<rect data-part="{}" x="{}" y="5" width="11" height="11"/>', one.kind, x))
        parts.append(_text(x + 17, 15, one.name, "start"))
        x += 40 + 9 * len(one.name)
    return parts


def _top(lines: Sequence[Line]) -> float:
    """A round number that nothing is above, even, so that half of it is whole."""
    highest = max([point.value or 0 for one in lines for point in one.points], default=0)
    step = 2.0
    while step * 10 < highest:
        step *= 10
    return max(step, -(-highest // step) * step)


def _wide(places: int) -> float:
    return (WIDTH - LEFT - RIGHT) / max(places, 1)


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM)


def _link(inside: SafeString, address: str) -> SafeString:
    return format_html('<a href="{}" tabindex="-1">{}</a>', address, inside) if address else inside


def _text(x: float, y: float, words: str, anchor: str) -> SafeString:
    return format_html('<text x="{}" y="{}" text-anchor="{}">{}</text>', f"{x:.1f}", f"{y:.1f}", anchor, words)


def _svg(parts: Sequence[SafeString]) -> SafeString:
    inside = format_html_join("", "{}", ((part,) for part in parts))
    return format_html(
        '<svg class="report-chart" aria-hidden="true" viewBox="0 0 {} {}">{}</svg>', WIDTH, HEIGHT, inside
    )
