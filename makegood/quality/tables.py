"""The tables of the quality page as rows for a file: plain numbers, and names that stay, whatever the language."""

from collections.abc import Iterable, Iterator

from makegood.quality import figures, overview, pareto
from makegood.quality.asking import Asked
from makegood.quality.figures import Found
from makegood.quality.models import Cost
from makegood.quality.models.cost import CostQuerySet, Dimension
from makegood.quality.statistics.control import Point

CHUNK = 1000
DIMENSIONS = {"causes": Dimension.CAUSE, "products": Dimension.PRODUCT}
COSTS = ("day", "kind", "about", "brand", "product", "cause", "quantity", "amount", "currency")


def kinds(asked: Asked) -> Iterator[list[str]]:
    """A row for each kind and currency."""
    yield ["kind", "facts", "quantity", "amount", "currency"]
    for kind, one in figures.kinds(asked).items():
        for currency in sorted(one.minors) or [""]:
            amount = str(one.amount(currency)) if currency else ""
            yield [kind, str(one.count), str(one.quantity), amount, currency]


def ranked(asked: Asked, of: Dimension) -> Iterator[list[str]]:
    """All causes or products, in the currency that the page shows."""
    yield [of.value, "facts", "amount", "currency", "share", "cumulative", "cases", "defects", "dpmo", "sigma"]
    currency = overview.currency_of(asked, figures.currencies(figures.kinds(asked)))
    cases = figures.weekly(asked).all.cases
    for row in pareto.rows(asked, of, currency, cases=cases, most=None):
        amount = "" if row.amount is None else str(row.amount)
        yield [
            row.label,
            str(row.count),
            amount,
            currency,
            f"{row.share:.4f}",
            f"{row.until:.4f}",
            *_quality(row.found),
        ]


def weeks(asked: Asked) -> Iterator[list[str]]:
    """Both control charts, a row a week."""
    bounds = (
        "share",
        "share_low",
        "share_high",
        "share_rules",
        "per_case",
        "per_case_low",
        "per_case_high",
        "per_case_rules",
    )
    yield ["week", "cases", "bad", "defects", *bounds]
    weekly = figures.weekly(asked)
    empty: list[Point | None] = [None] * len(weekly.weeks)
    shares = weekly.shares.points if weekly.shares else empty
    rates = weekly.rates.points if weekly.rates else empty
    for (week, found), share, rate in zip(weekly.weeks.items(), shares, rates, strict=True):
        counts = [str(found.cases), str(found.bad), str(found.defects)]
        yield [week.isoformat(), *counts, *_point(share), *_point(rate)]


def costs(found: CostQuerySet) -> Iterator[list[str]]:
    """Each cost, newest first."""
    yield list(COSTS)
    rows: Iterable[Cost] = found.newest_first().for_rows().iterator(CHUNK)
    for one in rows:
        amount = "" if one.amount is None else str(one.amount)
        cause, product = str(one.cause or ""), one.product.sku if one.product else ""
        about = one.case.ref if one.case else one.about
        yield [
            one.day.isoformat(), one.kind, about, one.brand.slug, product, cause, str(one.quantity), amount, one.currency
        ]  # fmt: skip


def _point(point: Point | None) -> list[str]:
    if point is None:
        return [""] * 4
    return [f"{point.value:.4f}", f"{point.low:.4f}", f"{point.high:.4f}", " ".join(map(str, point.signals))]


def _quality(found: Found) -> list[str]:
    dpmo = "" if found.dpmo is None else f"{found.dpmo:.0f}"
    return [str(found.cases), str(found.defects), dpmo, "" if found.sigma is None else f"{found.sigma:.2f}"]
