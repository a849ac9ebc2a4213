"""Setting what mistakes cost, from a day on."""

import dataclasses
import datetime as dt
from decimal import Decimal

from django.utils.translation import gettext as _

from makegood.brands.models import Brand
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.promises import money
from makegood.quality.events import RatesSet
from makegood.quality.models import Rates
from makegood.staff.models import User

LONGEST = 1440
EARLIEST = dt.date(2000, 1, 1)


@dataclasses.dataclass(frozen=True)
class Amounts:
    """What each mistake costs in `currency`, nothing included; and the minutes that a reply and a note stand for."""

    currency: str
    complaint: Decimal
    returned: Decimal
    contact: Decimal
    minute: Decimal
    reply_minutes: int
    note_minutes: int


@verb
def set_rates(amounts: Amounts, *, brand: Brand | None, since: dt.date, by: User, at: dt.datetime) -> Rates:
    """Rates from a day on, for a brand or (None) for all without their own. What was counted before stays as it is.

    Raises Refusal for a day that is over, unless they are the first ones; and for an amount that is none.
    """
    _check_day(brand, since, at=at)
    minors = {
        f"{field}_minor": _minor(value, amounts.currency, field="returned" if field == "return" else field)
        for field, value in (
            ("complaint", amounts.complaint), ("return", amounts.returned), ("contact", amounts.contact),
            ("minute", amounts.minute),
        )
    }  # fmt: skip
    for field in ("reply_minutes", "note_minutes"):
        if not 0 <= getattr(amounts, field) <= LONGEST:
            raise Refusal(_("Write a number of minutes, at most a day."), field=field)
    found, _made = Rates.objects.update_or_create(
        brand=brand,
        since=since,
        defaults={
            **minors, "currency": amounts.currency, "reply_minutes": amounts.reply_minutes,
            "note_minutes": amounts.note_minutes, "set_at": at, "set_by": by,
        },
    )  # fmt: skip
    told = RatesSet(brand=brand.key if brand else "", since=since.isoformat(), currency=amounts.currency)
    record(told, about="", at=at, by=by.key)
    return found


def _check_day(brand: Brand | None, since: dt.date, *, at: dt.datetime) -> None:
    today = at.date()
    before = Rates.objects.filter(brand=brand, since__lte=today).exists()
    if since < (today if before else EARLIEST):
        raise Refusal(_("Rates begin today or later, so that what was counted before stays as it is."), field="since")


def _minor(amount: Decimal, currency: str, *, field: str) -> int:
    if not money.is_currency(currency):
        raise Refusal(_("This is no currency. Write three letters, like EUR."), field="currency")
    if amount == 0:
        return 0
    try:
        return money.minor(money.checked(amount, currency), currency)
    except money.NoMoney:
        told = _("Write an amount of zero or more, with no more decimals than the currency has.")
        raise Refusal(told, field=field)
