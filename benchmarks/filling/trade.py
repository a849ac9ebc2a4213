"""Orders, disappointed customers and gifts among the told cases, by the verbs, and all figures that are kept of them."""

import datetime as dt
from decimal import Decimal

from django.core.management import call_command
from django.utils import timezone

from makegood.cases.models import Case, CaseState
from makegood.clockwork import following
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from makegood.quality import actions as quality
from makegood.quality.actions.rating import Amounts
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Cause, Outcome, Trigger
from makegood.staff.models import Role, User

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
ANSWERED_AFTER = (HOUR / 2, 3 * HOUR, 30 * HOUR, 6 * DAY)
PRODUCTS = ("Lamp", "Clock", "Kettle", "Chair", "Shelf")
CAUSES = ("Late carrier", "Wrong address", "Faulty batch", "Unclear manual")
PRICES = Amounts("EUR", Decimal("25.00"), Decimal("12.50"), Decimal("4.99"), Decimal("0.75"), 8, 4)
EACH_ORDER, EACH_RECOVERY = 5, 20


def add() -> None:
    """Each fifth case is about an order, each twentieth is to be won back; some of these buy again."""
    owner, began = User.objects.get(role=Role.ADMIN), timezone.now()
    first = Case.objects.earliest("opened_at").opened_at
    quality.set_rates(PRICES, brand=None, since=first.date() - DAY, by=owner, at=began)
    causes = [recovery.add_cause(name, under=None, by=owner, at=first) for name in CAUSES]
    told = Case.objects.filter(state=CaseState.CLOSED, owner__isnull=False).select_related("brand", "customer", "owner")
    for number, case in enumerate(told.order_by("opened_at")):
        if number % EACH_ORDER == 0:
            _bought(case, number, after=-5 * DAY)
        if number % EACH_RECOVERY == 0:
            _disappointed(case, number // EACH_RECOVERY, causes, owner)
    while following.work(at=timezone.now()):
        pass
    for command in ("recount_reports", "recount_returns", "recount_quality"):
        call_command(command)


def _bought(case: Case, number: int, *, after: dt.timedelta) -> None:
    at = case.opened_at + after
    sale = Sale(
        number=f"{number:06}-{'AB'[after > DAY]}", address=case.customer.contact_points.earliest("id").value,
        currency="EUR", placed_at=at, seller=case.owner.email if case.owner else "",
        pieces=(Piece(PRODUCTS[number % 5].upper(), 1, Decimal("49.00"), name=PRODUCTS[number % 5]),),
    )  # fmt: skip
    orders.take(sale, source="csv", brand=case.brand, at=at)


def _disappointed(case: Case, number: int, causes: list[Cause], owner: User) -> None:
    agent, at = case.owner, case.opened_at + HOUR
    assert agent is not None
    found = recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=agent, at=at)
    recovery.acknowledge(found, by=agent, at=at + ANSWERED_AFTER[number % 4])
    recovery.learn(found, causes[number % 4], by=agent, at=at + 7 * DAY)
    if number % 3 == 0:
        gift = recovery.grant(case, Gift(kind=("apology", "call")[number % 2]), by=owner, at=at + DAY)
        recovery.give(gift, by=owner, at=at + 2 * DAY)
    if number % 4:
        recovery.end(found, Outcome.WON if number % 4 == 1 else Outcome.LOST, by=agent, at=at + 8 * DAY)
    if number % 5 < 3:
        _bought(case, number, after=20 * DAY)
