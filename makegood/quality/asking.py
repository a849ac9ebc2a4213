"""What a page of quality is about: brands, weeks, a currency; read from its address, within what the reader may see."""

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.quality import pricing
from makegood.staff.models import User
from makegood.staff.permissions import SEE_ALL, may

PERIODS = (13, 26, 52)
USUAL = 26


@dataclasses.dataclass(frozen=True)
class Asked:
    """`reach`: the brands that the reader may see; `brand`: the one chosen, None for all of them; `first` and `last`: the
    Mondays of the first and the last week; `currency`: as asked for, "" for the usual one."""

    reach: list[Brand]
    brand: Brand | None
    weeks: int
    last: dt.date
    currency: str

    @property
    def first(self) -> dt.date:
        return self.last - dt.timedelta(weeks=self.weeks - 1)

    @property
    def brands(self) -> list[uuid.UUID]:
        """Keys of the brands that are counted."""
        return [self.brand.pk] if self.brand else [each.pk for each in self.reach]

    @property
    def mondays(self) -> list[dt.date]:
        """Of every week, the oldest first."""
        return [self.first + dt.timedelta(weeks=number) for number in range(self.weeks)]

    def address(self, name: str, **more: Any) -> str:
        """The address of a page about the same, narrowed by `more`; what is None is left out."""
        known = {
            "brand": self.brand.slug if self.brand else None,
            "weeks": self.weeks,
            "currency": self.currency or None,
        }
        asked = {key: value for key, value in (known | more).items() if value is not None}
        return f"{reverse(name)}?{urlencode(asked)}"


def asked(request: HttpRequest, user: User, *, today: dt.date) -> Asked:
    """What makes no sense is as if it were not there; a brand out of reach is none."""
    seen = Brand.objects.all() if may(user, SEE_ALL) else Brand.objects.filter(pk__in=scope.of(user).brands)
    reach = list(seen)
    slug, weeks = request.GET.get("brand", ""), request.GET.get("weeks", "")
    return Asked(
        reach=reach,
        brand=next((each for each in reach if each.slug == slug), None),
        weeks=int(weeks) if weeks in map(str, PERIODS) else USUAL,
        last=pricing.week_of(today),
        currency=request.GET.get("currency", "")[:3].upper(),
    )
