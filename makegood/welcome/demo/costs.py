"""What mistakes cost the demo company, each brand in the money of its country."""

import datetime as dt
from decimal import Decimal

from makegood.quality import actions as quality
from makegood.quality.actions.rating import Amounts
from makegood.welcome.demo.company import Company


def _amounts(currency: str, complaint: str, returned: str, contact: str, minute: str) -> Amounts:
    return Amounts(
        currency,
        Decimal(complaint),
        Decimal(returned),
        Decimal(contact),
        Decimal(minute),
        reply_minutes=8,
        note_minutes=4,
    )


EVERYWHERE = _amounts("EUR", "25.00", "14.50", "4.80", "0.75")
ELSEWHERE = {
    "Larkfield": _amounts("GBP", "22.00", "12.50", "4.20", "0.65"),
    "Komorebi": _amounts("JPY", "3500", "1800", "600", "90"),
}


def count(company: Company, *, since: dt.datetime) -> None:
    """Set rates as of the beginning of its history, and count all that has happened in it."""
    owner = company.people["olive"]
    for name, amounts in {"": EVERYWHERE, **ELSEWHERE}.items():
        brand = company.brands[name] if name else None
        quality.set_rates(amounts, brand=brand, since=since.date(), by=owner, at=since)
    quality.see_past()
