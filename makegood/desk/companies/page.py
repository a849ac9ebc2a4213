"""What a company's page shows: what this reader may see of its people, their cases, orders and promises. Reads only."""

import dataclasses
import datetime as dt
from typing import Any

from django.db.models import Count, Q

from makegood.cases import seeing
from makegood.cases.filters import finding, meanings
from makegood.cases.filters.language import Asked, Condition
from makegood.cases.models import CaseState, ListedCase
from makegood.customers.models import Company, Customer
from makegood.orders.models import Order
from makegood.promises.models import Commitment, State
from makegood.staff.models import User
from makegood.ui import keyset

PAGE, MOST_PEOPLE, MOST = 25, 100, 20


@dataclasses.dataclass(frozen=True)
class Promised:
    """How many promises to a company's people stand how."""

    kept: int
    broken: int
    excused: int
    running: int

    @property
    def settled(self) -> int:
        """What the rate is of: an excused promise never counts."""
        return self.kept + self.broken

    @property
    def rate(self) -> float | None:
        """The share kept, in per cent; None where none was due so far."""
        return 100 * self.kept / self.settled if self.settled else None


@dataclasses.dataclass(frozen=True)
class Row:
    """A case and its state in words."""

    case: ListedCase

    @property
    def state(self) -> str:
        return str(CaseState(self.case.state).label)


def of(company: Company, user: User, *, at: dt.datetime, after: str = "") -> dict[str, Any]:
    """The context of the page. `after` is a cursor into the cases; the lists below them show the first or newest alone."""
    people = list(
        seeing.visible_to(user).filter(company=company, merged_into=None).order_by("name", "pk")[: MOST_PEOPLE + 1]
    )
    known = Customer.objects.of_company(company).values("pk")
    orders = Order.objects.visible_to(user).filter(customer__in=known).order_by("-placed_at", "-id")
    found = cases(company, user, at=at, after=after)
    return {
        "company": company,
        "domains": list(company.domains.order_by("domain")),
        "people": people[:MOST_PEOPLE],
        "more_people": len(people) > MOST_PEOPLE,
        "cases": [Row(case) for case in found.cases],
        "further": keyset.write(*found.next) if found.next else "",
        "orders": list(orders.select_related("brand", "customer")[:MOST]),
        "promised": promised(company, user),
    }


def cases(company: Company, user: User, *, at: dt.datetime, after: str = "", most: int = PAGE) -> finding.Found:
    """A page of the cases of its people, the newest words first, in and out of work."""
    asked = Asked((Condition("company", company.ref),))
    sought = meanings.understand(asked, user=user, at=at)
    return finding.page(sought, finding.ORDERS["newest"], after=keyset.place(after, keyset.moment), most=most)


def promised(company: Company, user: User) -> Promised:
    """One question."""
    made = Commitment.objects.visible_to(user).filter(customer__in=Customer.objects.of_company(company).values("pk"))
    counted = {state: Count("pk", filter=Q(state=state)) for state in (State.KEPT, State.BROKEN, State.EXCUSED)}
    running = Count("pk", filter=Q(state__in=(State.OPEN, State.PAUSED)))
    return Promised(**made.aggregate(running=running, **{state.value: count for state, count in counted.items()}))
