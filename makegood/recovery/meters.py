"""How much of one's authority is left, in a case and in the month."""

import dataclasses
import datetime as dt
from decimal import Decimal

from django.db.models import Q

from makegood.cases.models import Case
from makegood.events.prepared import PreparedQuery
from makegood.promises import money
from makegood.recovery.models import Authority, Granted, month_of
from makegood.staff.models import User

ALLOWED = PreparedQuery(lambda role: Authority.objects.filter(role=role))


@dataclasses.dataclass(frozen=True)
class Meter:
    """One currency: what is allowed and what is granted, in its smallest unit."""

    currency: str
    case_most: int
    case_granted: int
    month_most: int
    month_granted: int

    @property
    def left_in_case(self) -> Decimal:
        return money.of_minor(max(0, self.case_most - self.case_granted), self.currency)

    @property
    def left_in_month(self) -> Decimal:
        return money.of_minor(max(0, self.month_most - self.month_granted), self.currency)

    @property
    def case_share(self) -> float:
        """The share of the case's allowance that is granted, 0 to 1."""
        return min(1.0, self.case_granted / self.case_most)

    @property
    def month_share(self) -> float:
        return min(1.0, self.month_granted / self.month_most)

    @property
    def offered(self) -> list[Decimal]:
        """Round amounts to grant by one press: about a tenth, a quarter and a half of the case's allowance, as far as
        that much is left."""
        left = min(self.case_most - self.case_granted, self.month_most - self.month_granted)
        found = dict.fromkeys(rounded(self.case_most // part) for part in (10, 4, 2))
        return [money.of_minor(count, self.currency) for count in found if 0 < count <= left]


def of(user: User, case: Case, *, at: dt.datetime) -> list[Meter]:
    """The meters of a person in a case, a currency each; two queries, one where nothing is set for their role."""
    allowed = ALLOWED(role=str(user.role))
    if not allowed:
        return []
    month = month_of(user, at)
    parts = Case.objects.part_of(case).values("ref")
    in_case: dict[str, int] = {}
    in_month: dict[str, int] = {}
    for granted in Granted.objects.filter(Q(what=month) | Q(what__in=parts)):
        counts = in_month if granted.what == month else in_case
        counts[granted.currency] = counts.get(granted.currency, 0) + granted.minor
    return [
        Meter(
            currency=each.currency,
            case_most=each.case_minor,
            case_granted=in_case.get(each.currency, 0),
            month_most=each.month_minor,
            month_granted=in_month.get(each.currency, 0),
        )
        for each in allowed
    ]


def rounded(count: int) -> int:
    """The largest of 1, 2, 5, 10, 20, 50 … that is not above `count`; 0 below 1."""
    if count < 1:
        return 0
    power = 10 ** (len(str(count)) - 1)
    most: int = max(step * power for step in (1, 2, 5) if step * power <= count)
    return most
