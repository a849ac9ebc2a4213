"""To which product and which cause a cost belongs. Reads only.

To a product only where it is certain: one alone was returned, or else one alone was bought by the orders concerned. To
the cause that was named in the recovery, the newest where there are several.
"""

import dataclasses
import uuid
from collections.abc import Iterable

from django.db.models import Q

from makegood.cases.models import Case, Concern
from makegood.orders.models import OrderLine
from makegood.recovery.models import Outcome, Recovery


@dataclasses.dataclass(frozen=True)
class Allotment:
    """Keys of a product and a cause; None for none, or not for certain."""

    product: uuid.UUID | None = None
    cause: uuid.UUID | None = None


def of_case(case: Case) -> Allotment:
    """By the orders that a case is about, its parts included, and its recoveries."""
    orders = set(Concern.objects.of_case(case).values_list("order", flat=True))
    parts = Case.objects.part_of(case).values("pk")
    return Allotment(_product(Q(order__in=orders)) if orders else None, _cause(Q(case__in=parts)))


def of_order(ref: str) -> Allotment:
    """By what an order holds, and by its recovery where it has no case."""
    return Allotment(_product(Q(order__ref=ref)), _cause(Q(about=ref)))


def _product(lines: Q) -> uuid.UUID | None:
    sold = list(OrderLine.objects.filter(lines).order_by().values_list("product", "returned"))
    came_back = {product for product, returned in sold if returned}
    return _only(came_back or {product for product, _returned in sold})


def _cause(recoveries: Q) -> uuid.UUID | None:
    named = Recovery.objects.filter(recoveries, cause__isnull=False).exclude(outcome=Outcome.NEEDLESS)
    return named.order_by("-opened_at", "-id").values_list("cause", flat=True).first()


def _only(keys: Iterable[uuid.UUID]) -> uuid.UUID | None:
    found = list(keys)
    return found[0] if len(found) == 1 else None
