"""By when we give what we owe: some working days of the brand from now."""

import datetime as dt

from makegood.brands.models import Brand
from makegood.promises import clock
from makegood.promises.models import CharterLine, Hours

Unit = CharterLine.Unit


def due(brand: Brand, *, amount: int, unit: str, since: dt.datetime) -> dt.datetime:
    """The moment some days, hours or minutes of the brand's opening hours after `since`, as its promises count them."""
    version = clock.calendar_version(brand.pk, since)
    terms = CharterLine(amount=amount, unit=unit, hours=Hours.OPENING)
    return clock.run(version=version, since=since, seconds=clock.work_seconds(terms, version) or 0).due_at
