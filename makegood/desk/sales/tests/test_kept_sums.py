"""The kept sums of sellers are what a recount of all orders, promises and cases tells, whatever was done in which order."""

import datetime as dt
import random

import pytest
from django.db.models import Count, Q

from makegood.cases import actions as cases
from makegood.cases.models import Case, Concern, Merge, Shelf
from makegood.desk.sales import figures
from makegood.desk.sales.tests.test_sellers import complain, count_sales
from makegood.events.models import Event
from makegood.insight.models import SoldTally
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.orders.sale import Unreadable
from makegood.promises import actions as promises
from makegood.promises.models import Commitment
from makegood.staff import actions as staff
from makegood.staff.models import Role, User

DAY = dt.timedelta(days=1)
COUNTS = ("orders", "returned", "complaints", "kept", "broken", "excused")


def recounted(at: dt.datetime) -> dict[str, dict[str, int]]:
    """The same figures, asked of everything there is."""
    sold = Order.objects.filter(placed_at__gt=at - figures.PERIOD, placed_at__lte=at, seller__isnull=False).order_by()
    found = {
        row.pop("seller"): row | dict.fromkeys(COUNTS[2:], 0)
        for row in sold.values("seller").annotate(
            orders=Count("pk"), returned=Count("pk", filter=Q(returned_at__isnull=False))
        )
    }
    about = Commitment.objects.filter(about__in=sold.values("ref"), promised_by__in=found).order_by()
    for seller, state, count in about.values_list("promised_by", "state").annotate(count=Count("pk")):
        if state in COUNTS:
            found[seller][state] = count
    named = Concern.objects.filter(order__in=sold, case__shelf__in=(Shelf.NONE, Shelf.MERGED)).order_by()
    for seller, count in named.values_list("order__seller").annotate(count=Count("case", distinct=True)):
        found[seller]["complaints"] = count
    return {str(User.objects.get(pk=seller)): counts for seller, counts in found.items()}


def kept(at: dt.datetime) -> dict[str, dict[str, int]]:
    return {
        str(one.seller): {name: getattr(one, name) for name in COUNTS}
        for one in figures.of(SoldTally.objects.all(), at=at)
    }


@pytest.fixture
def tia(support, now) -> User:
    return staff.enrol(
        email="tia@hale.example", name="Tia", role=Role.SELLER, language="en", timezone="UTC", teams=[support], at=now
    )


@pytest.mark.parametrize("seed", [3, 17])
def test_after_any_walk_the_sums_are_those_of_a_recount(seed, buy, sol, tia, bea, now):
    """Sold, promised, delivered, sent back, cancelled, complained of, merged, parted, thrown away, sold by another."""
    chance = random.Random(seed)
    sold: list[Order] = []
    matters: list[Case] = []
    at = now
    for step in range(90):
        at += chance.choice((dt.timedelta(hours=3), DAY, 2 * DAY))
        act, order = chance.randrange(9), Order.objects.get(pk=chance.choice(sold).pk) if sold else None
        if order is None or act < 3:
            who = chance.choice((sol, tia))
            sold.append(buy(f"W{step}", at, seller=who.email, promised_at=at + 9 * DAY))
        elif act == 3:
            with_nothing_left(orders.deliver, order, pieces={}, delivered_at=at, by="", at=at)
        elif act == 4:
            with_nothing_left(orders.take_back, order, pieces={"LAMP": 1}, by="", at=at)
        elif act == 5:
            with_nothing_left(orders.cancel, order, cancelled_at=at, by="", at=at)
        elif act == 6:
            matters.append(complain(order, at))
            cases.note_order(matters[-1], chance.choice(sold), by="", at=at)
        elif act == 7 and len(matters) > 1:
            shelve_or_merge(chance, matters, bea, at)
        else:
            buy(order.number, order.placed_at, seller=chance.choice((sol, tia)).email, changed_at=at)
        promises.settle_due(at=at)
        if step % 30 == 29:
            count_sales()
            assert kept(at) == recounted(at)
    assert dict.fromkeys(COUNTS, True) == {name: any(counts[name] for counts in kept(at).values()) for name in COUNTS}
    assert Event.objects.filter(name="order.sold_by").exists()


def with_nothing_left(verb, order: Order, **told) -> None:
    """Do it, unless it has all been done."""
    try:
        verb(order, **told)
    except Unreadable:
        assert order.cancelled_at or order.delivered_at or order.returned_at


def shelve_or_merge(chance: random.Random, matters: list[Case], bea: User, at: dt.datetime) -> None:
    one, other = (Case.objects.get(pk=found.pk) for found in chance.sample(matters, 2))
    merged = Merge.objects.filter(source=one, undone_at=None, target__merged_into=None).last()
    if one.shelf == Shelf.MERGED:
        if merged is not None:
            cases.unmerge(merged, by=bea, at=at)
    elif one.shelf == Shelf.JUNK:
        cases.restore(one, by=bea, at=at)
    elif other.shelf == Shelf.NONE and chance.random() < 0.5:
        cases.merge(one, into=other, by=bea, at=at)
    else:
        cases.junk(one, by=bea, at=at)


def test_a_year_is_made_of_whole_months_and_the_days_at_its_ends(buy, now):
    """Counted day for day, whichever day it is asked on."""
    for number in range(26):
        buy(f"Y{number}", now - 15 * number * DAY)
    count_sales()
    for days in (0, 1, 13, 14, 15, 27, 31, 45, 200):
        end = (now + days * DAY).replace(hour=23, minute=59, second=59)
        assert kept(end) == recounted(end)


def test_who_sold_the_newer_order_is_corrected_and_the_complaint_stays_with_the_older(buy, sol, tia, now):
    older, newer = buy("A", now - 2 * DAY), buy("B", now - DAY)
    case = complain(older, now)
    cases.note_order(case, newer, by="", at=now)
    count_sales()
    buy("B", newer.placed_at, seller=tia.email, changed_at=now)
    count_sales()
    assert kept(now) == recounted(now)
    assert kept(now)[str(sol)]["complaints"] == 1
