"""Which costs, or which cases, stand behind a figure: read from an address. What makes no sense finds nothing."""

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from makegood.orders.models import Product
from makegood.quality import words
from makegood.quality.asking import Asked
from makegood.quality.models import Cost, Inspection
from makegood.quality.models.cost import CostQuerySet
from makegood.quality.models.inspection import InspectionQuerySet
from makegood.quality.pareto import NONE
from makegood.recovery.models import Cause

NAMES = ("kind", "product", "cause", "week", "wrong")


@dataclasses.dataclass(frozen=True)
class Narrowed:
    """What was asked for beside brands and weeks; "" for all."""

    kind: str = ""
    product: str = ""
    cause: str = ""
    week: str = ""
    wrong: str = ""

    @property
    def given(self) -> dict[str, str]:
        """For an address."""
        return {name: value for name, value in vars(self).items() if value}

    def told(self) -> list[str]:
        """In words, one for each."""
        found = []
        if self.kind in Cost.Kind.values:
            found.append(str(Cost.Kind(self.kind).label))
        if self.product:
            product = Product.objects.filter(pk=_key(self.product)).first()
            found.append(str(product) if product else _("No product for certain"))
        if self.cause:
            cause = Cause.objects.filter(pk=_key(self.cause)).select_related("parent__parent").first()
            found.append(str(cause) if cause else _("No cause named"))
        if (monday := _day(self.week)) is not None:
            found.append(_("Week of %(day)s") % {"day": words.day(monday)})
        return found


def narrowed(request: HttpRequest) -> Narrowed:
    """As an address says."""
    return Narrowed(**{name: request.GET.get(name, "")[:40] for name in NAMES})


def costs(asked: Asked, narrowed: Narrowed) -> CostQuerySet:
    """The costs behind a figure."""
    found = Cost.objects.of_weeks(asked.brands, asked.first, asked.last)
    if asked.currency:
        found = found.filter(currency=asked.currency)
    if narrowed.kind:
        found = found.filter(kind=narrowed.kind)
    return found.filter(**_terms(narrowed))


def cases(asked: Asked, narrowed: Narrowed) -> InspectionQuerySet:
    """The finished cases behind a figure."""
    found = Inspection.objects.of_weeks(asked.brands, asked.first, asked.last)
    if narrowed.wrong:
        found = found.filter(defects__gt=0)
    return found.filter(**_terms(narrowed))


def _terms(narrowed: Narrowed) -> dict[str, Any]:
    terms: dict[str, Any] = {}
    for name in ("product", "cause"):
        value = getattr(narrowed, name)
        if value:
            terms[name] = None if value == NONE else _key(value)
    if narrowed.week:
        terms["week"] = _day(narrowed.week) or dt.date.min
    return terms


def _key(text: str) -> uuid.UUID:
    """Of a row; that of no row where it is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.UUID(int=0)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
