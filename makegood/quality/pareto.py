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
    amount: Decimal | None
    share: float
    until: float
    found: Found
    address: str


def rows(asked: Asked, of: Dimension, currency: str, *, cases: int, most: int | None = MOST) -> list[Row]:
    """The `most` that cost most, one row for all others, and at the end what has no cause or product. `cases`: finished
    ones in all.

    Each product's defects are among the cases about it, each cause's among all cases.
    """
    found = figures.cases_by(asked, of)
    spent = {key: one for key, one in figures.by(asked, of).items() if _count(one, currency)}
    named = sorted(
        filter(None, spent), key=lambda key: (-_weight(spent[key], currency), -_count(spent[key], currency), key)
    )
    shown = named if most is None or len(named) <= most + 1 else named[:most]
    labels = _labels(of, shown)
    total = sum(_weight(one, currency) for one in spent.values())
    made: list[Row] = []

    def add(label: str, several: list[Spent], at: Found, address: str) -> None:
        weight = sum(_weight(one, currency) for one in several)
        share = weight / total if total else 0.0
        until = min((made[-1].until if made else 0.0) + share, 1.0)
        amount = money.of_minor(weight, currency) if currency else None
        made.append(Row(label, sum(_count(one, currency) for one in several), amount, share, until, at, address))

    def judged(key: str) -> Found:
        at = found.get(key, Found())
        return Found(cases, at.bad, at.defects) if of == Dimension.CAUSE else at

    def address(key: str) -> str:
        return asked.address("quality-costs", currency=currency or None, **{of.value: key})

    for key in shown:
        add(labels[key], [spent[key]], judged(key), address(key))
    if len(shown) < len(named):
        add(_("All others"), [spent[key] for key in named[len(shown) :]], Found(), "")
    if "" in spent:
        nothing = _("No product for certain") if of == Dimension.PRODUCT else _("No cause named")
        add(nothing, [spent[""]], judged(""), address(NONE))
    return made


def _count(one: Spent, currency: str) -> int:
    return one.counts.get(currency, 0) if currency else one.count


def _weight(one: Spent, currency: str) -> int:
    return one.minors.get(currency, 0) if currency else one.count


def _labels(of: Dimension, keys: list[str]) -> dict[str, str]:
    named = [uuid.UUID(key) for key in keys]
    if of == Dimension.PRODUCT:
        return {str(one.pk): str(one) for one in Product.objects.filter(pk__in=named)}
    return {str(one.pk): str(one) for one in Cause.objects.filter(pk__in=named).select_related("parent__parent")}
