"""The directory of contractors."""

import datetime as dt
from collections.abc import Iterable

from makegood.brands.models import Brand
from makegood.cases import task_events as events
from makegood.cases.models import Contractor
from makegood.customers.addresses import fold
from makegood.events.actions import record, verb
from makegood.staff.models import User


@verb
def save_contractor(
    contractor: Contractor | None,
    *,
    name: str,
    address: str,
    language: str,
    answer_days: int,
    brands: Iterable[Brand],
    is_active: bool = True,
    by: User,
    at: dt.datetime,
) -> Contractor:
    """Write one down, or change it. Tasks given before keep the name and address that they went to."""
    kept = contractor or Contractor()
    kept.name, kept.address, kept.language = name.strip()[:200], fold(address), language
    kept.answer_days, kept.is_active = answer_days, is_active
    kept.save()
    kept.brands.set(brands)
    record(events.ContractorSaved(contractor=str(kept.pk)), about="", at=at, by=by.key)
    return kept
