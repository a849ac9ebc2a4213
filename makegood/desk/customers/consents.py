"""What a customer agrees to, as their page shows it: how it stands for each purpose, and all they said before. Reads only."""

import dataclasses
from collections.abc import Iterable

from makegood.customers.models import Consent, Customer, Purpose

MOST = 200
OFFERED = 100


@dataclasses.dataclass(frozen=True)
class Standing:
    """One purpose: what they said last, and what before, the newest first."""

    last: Consent
    before: list[Consent]


def of(customer: Customer) -> list[Standing]:
    """By the purpose's name. One question."""
    said = Consent.objects.of_customer(customer).select_related("purpose", "by")[:MOST]
    return sorted(_gathered(said), key=lambda one: one.last.purpose.key)


def offered() -> list[str]:
    """Purposes that were named before, for anybody."""
    return list(Purpose.objects.order_by("key").values_list("name", flat=True)[:OFFERED])


def _gathered(said: Iterable[Consent]) -> Iterable[Standing]:
    found: dict[object, Standing] = {}
    for one in said:
        standing = found.get(one.purpose_id)
        if standing is None:
            found[one.purpose_id] = Standing(one, [])
        else:
            standing.before.append(one)
    return found.values()
