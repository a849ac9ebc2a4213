"""What costs most, first: products or causes by what they cost in one currency, with the share that they and all before
them make. Where nothing was spent in money they are ordered by how often."""

import dataclasses
import uuid
from decimal import Decimal

from django.utils.translation import gettext as _

from makegood.orders.models import Product
from makegood.promises import money
from makegood.quality import figures
from makegood.quality.asking import Asked
from makegood.quality.figures import Found, Spent
from makegood.quality.models.cost import Dimension
from makegood.recovery.models import Cause

MOST = 12
NONE = "none"


@dataclasses.dataclass(frozen=True)
class Row:
    """One product or cause, or (without an address) all the others together. `share` and `until` (it and all before):
    0 to 1."""

    label: str
    count: int
    minor: int
    amount: Decimal | None
    share: float
    until: float
    found: Found
    address: str


def rows(asked: Asked, of: Dimension, currency: str, *, cases: int, most: int | None = MOST) -> list[Row]:
    """The `most` that cost most, one row for all others, and at the end what has no cause or product. `cases`: finished ones in all.

    Each product's defects are among the cases about it, each cause's among all cases.
    """
    spent, found = figures.by(asked, of), figures.cases_by(asked, of)
    named = sorted(filter(None, spent), key=lambda key: (-spent[key].minors.get(currency, 0), -spent[key].count, key))
    shown = named if most is None or len(named) <= most + 1 else named[:most]
    labels = _labels(of, shown)
    total = sum(_weight(one, currency) for one in spent.values())
    made: list[Row] = []

    def add(key: str, label: str, one: Spent, address: str) -> None:
        at = found.get(key, Found()) if address else Found()
        judged = Found(cases, at.bad, at.defects) if of == Dimension.CAUSE and address else at
        made.append(_row(label, one, currency, total, made, judged, address))

    for key in shown:
        add(key, labels[key], spent[key], _address(asked, of, key))
    if len(shown) < len(named):
        add("", _("All others"), _together([spent[key] for key in named[len(shown) :]], currency), "")
    if "" in spent:
        nothing = _("No product for certain") if of == Dimension.PRODUCT else _("No cause named")
        add("", nothing, spent[""], _address(asked, of, NONE))
    return made


def _address(asked: Asked, of: Dimension, key: str) -> str:
    return asked.address("quality-costs", currency=None, **{of.value: key})


def _together(several: list[Spent], currency: str) -> Spent:
    minor = sum(one.minors.get(currency, 0) for one in several)
    return Spent(sum(one.count for one in several), 0, {currency: minor})


def _row(label: str, one: Spent, currency: str, total: int, before: list[Row], found: Found, address: str) -> Row:
    minor = one.minors.get(currency, 0)
    share = _weight(one, currency) / total if total else 0.0
    until = (before[-1].until if before else 0.0) + share
    amount = money.of_minor(minor, currency) if currency else None
    return Row(label, one.count, minor, amount, share, min(until, 1.0), found, address)


def _weight(one: Spent, currency: str) -> int:
    return one.minors.get(currency, 0) if currency else one.count


def _labels(of: Dimension, keys: list[str]) -> dict[str, str]:
    named = [uuid.UUID(key) for key in keys]
    if of == Dimension.PRODUCT:
        return {str(one.pk): str(one) for one in Product.objects.filter(pk__in=named)}
    return {str(one.pk): str(one) for one in Cause.objects.filter(pk__in=named).select_related("parent__parent")}
