"""The tables of a report as rows for a file: plain numbers, and names that stay, whatever the language."""

from collections.abc import Iterator

from makegood.insight.models.tally import COUNTS, LENGTHS
from makegood.insight.reports import figures, naming
from makegood.insight.reports.asking import Asked
from makegood.insight.reports.figures import Figures, Lengths

HEAD = [
    *COUNTS,
    "backlog_at_end",
    "kept_rate",
    *(f"{name}{what}" for name in LENGTHS for what in ("", "_median_seconds", "_p90_seconds")),
]


def whole(asked: Asked) -> Iterator[list[str]]:
    """The whole span, and as many days before it."""
    yield ["first", "last", *HEAD]
    for days in (asked.days.before, asked.days):
        yield [days.first.isoformat(), days.last.isoformat(), *_row(figures.total(asked, days))]


def periods(asked: Asked) -> Iterator[list[str]]:
    """Period by period; how long things took is not told by period."""
    yield ["first", "last", *HEAD[: len(COUNTS) + 2]]
    for days, found in figures.series(asked, backlog=figures.total(asked, asked.days.before).backlog):
        yield [days.first.isoformat(), days.last.isoformat(), *_row(found)[: len(COUNTS) + 2]]


def parts(asked: Asked) -> Iterator[list[str]]:
    """By what it is parted by."""
    yield [asked.field.slug if asked.field else asked.by, *HEAD]
    found = figures.parted(asked, asked.days)
    names = naming.names(asked.by, found)
    for key in sorted(found, key=lambda key: names.get(key, key)):
        yield [names.get(key, key) if key else "", *_row(found[key])]


TABLES = {"whole": whole, "periods": periods, "parts": parts}


def _row(found: Figures) -> list[str]:
    rate = "" if found.rate is None else f"{found.rate:.4f}"
    return [
        *(str(getattr(found, name)) for name in COUNTS),
        str(found.backlog),
        rate,
        *(cell for name in LENGTHS for cell in _lengths(getattr(found, name))),
    ]


def _lengths(found: Lengths) -> list[str]:
    both = (found.median, found.ninetieth)
    return [str(found.count), *("" if each is None else f"{each:.0f}" for each in both)]
