"""The kept sums of who came back are what a plain recount tells, whatever was done in which order."""

import datetime as dt
import random
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.calendars.models import Calendar
from makegood.cases import actions as cases
from makegood.cases.models import Case, Merge, Shelf
from makegood.clockwork import erasing
from makegood.customers import actions as customers
from makegood.customers.models import Customer, Erasure
from makegood.customers.models import Merge as CustomerMerge
from makegood.events.actions import told_as
from makegood.events.models import Origin
from makegood.events.refusals import Refusal
from makegood.orders import actions as orders
from makegood.orders.models import Order, OrderState, Renewal
from makegood.recovery import actions as recovery
from makegood.recovery.coming_back import cohort, rates
from makegood.recovery.coming_back.tests.stories import buys, count_all, disappointed, renews, writes
from makegood.recovery.gift import Gift
from makegood.recovery.models import Outcome, Recovery, Remedy, RemedyState

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
NAMES = [f"customer{number}" for number in range(7)]


def moments(customer):
    """When they wrote of a matter of its own, and when they bought or renewed, with the brand; the first of all."""
    wrote = Case.objects.filter(customer=customer, follows=None, shelf=Shelf.NONE)
    bought = Order.objects.filter(customer=customer).exclude(state=OrderState.CANCELLED)
    wrote, bought = sorted(wrote.values_list("opened_at", "brand")), sorted(bought.values_list("placed_at", "brand"))
    renewed = Renewal.objects.filter(order__customer=customer).exclude(order__state=OrderState.CANCELLED)
    return wrote, bought + sorted(renewed.values_list("renewed_at", "order__brand")), min(wrote + bought, default=None)


def recounted(days, at):
    """All groups, and whom they are compared with by month, asked of everything there is, one after the other."""
    seen, found, compared = cohort.window(days, at=at), {}, {}
    period = days * DAY
    for one in Recovery.objects.exclude(outcome__in=(Outcome.NEEDLESS, Outcome.JOINED)).select_related("brand"):
        if not seen.first <= one.opened_at.date() <= seen.last:
            continue
        wrote, bought, first = moments(one.customer_id)
        came, again = (
            any(one.opened_at < moment <= one.opened_at + period for moment, _brand in some)
            for some in (wrote + bought, bought)
        )
        heard = one.responded_at
        if heard is not None and heard > one.opened_at + period:
            heard = None
        parts = Case.objects.part_of(one.case) if one.case else Case.objects.none()
        gifts = set(Remedy.objects.filter(case__in=parts, state=RemedyState.GIVEN).values_list("kind", flat=True))
        groups = [("all", ""), ("pace", rates.pace(one.opened_at, heard, zone=ZoneInfo(one.brand.timezone)))]
        for key in [*groups, *(("remedy", gift) for gift in gifts or {"nothing"})]:
            found.setdefault(key, Counter()).update(total=1, came=came, bought=again)
        if first is not None:
            compared.setdefault((f"{first[0]:%Y-%m}", "sad"), Counter()).update(total=1, came=came)
    for customer in Customer.objects.filter(recoveries=None):
        wrote, bought, first = moments(customer)
        if first is not None and first[0].date() <= seen.last:
            came = any(first[0] < moment <= first[0] + period for moment, _brand in wrote + bought)
            compared.setdefault((f"{first[0]:%Y-%m}", "calm"), Counter()).update(total=1, came=came)
    groups = {key: tuple(counts[name] for name in ("total", "came", "bought")) for key, counts in found.items()}
    sad = {month: counts for (month, which), counts in compared.items() if which == "sad"}
    both = [month for month in sad if (month, "calm") in compared]
    calm = [compared[month, "calm"] for month in both]
    return groups, tuple(
        sum(counts[name] for counts in some)
        for some in ([sad[month] for month in both], calm)
        for name in ("total", "came")
    )


def kept(user, days, at):
    seen = cohort.window(days, at=at)
    ours, others = cohort.compared(user, seen)
    return cohort.of(user, seen), (ours.total, ours.came, others.total, others.came)


class Walk:
    """One history, made of chance. Nothing is done to those who were erased."""

    def __init__(self, seed, brands, bea, owner, at):
        self.chance, self.brands, self.bea, self.owner, self.at = random.Random(seed), brands, bea, owner, at
        self.done = Counter()

    def step(self):
        self.at += self.chance.choice((3 * HOUR, DAY, 3 * DAY))
        acts = (
            self.complain, self.complain, self.hear, self.write, self.buy, self.buy_long_ago, self.renew, self.cancel, self.give,
            self.end, self.resume, self.shelve, self.merge_cases, self.merge_customers, self.part_customers, self.erase,
        )  # fmt: skip
        act = self.chance.choice(acts)
        try:
            self.done[act.__name__] += bool(act())
        except (Refusal, customers.CannotMerge, cases.CannotMerge):
            self.done["refused"] += 1

    def one(self, rows):
        return self.chance.choice(found) if (found := list(rows.order_by("pk"))) else None

    def name(self):
        return self.chance.choice(NAMES)

    def brand(self):
        return self.chance.choice(self.brands)

    def recovery(self):
        return self.one(Recovery.objects.filter(customer__erased_at=None))

    def complain(self):
        after = self.chance.choice((None, HOUR / 2, 5 * HOUR, 40 * DAY))
        return disappointed(self.brand(), self.name(), self.bea, self.at, after=after)

    def hear(self):
        found = self.recovery()
        return found and recovery.acknowledge(found, by=self.bea, at=self.at)

    def write(self):
        follows = self.one(Case.objects.filter(customer__erased_at=None)) if self.chance.random() < 0.3 else None
        return writes(self.brand(), self.name(), self.at, follows=follows)

    def buy(self):
        return buys(self.brand(), self.name(), self.at)

    def buy_long_ago(self):
        return buys(self.brand(), self.name(), self.at - self.chance.randrange(80) * DAY - HOUR)

    def renew(self):
        found = self.one(
            Order.objects.filter(cancelled_at=None, customer__erased_at=None, number__startswith="customer")
        )
        return found and renews(found, self.at)

    def cancel(self):
        found = self.one(Order.objects.filter(cancelled_at=None))
        return found and orders.cancel(found, cancelled_at=self.at, by="", at=self.at)

    def give(self):
        found = self.one(Case.objects.filter(shelf=Shelf.NONE, customer__erased_at=None))
        gift = Gift(self.chance.choice(("apology", "call")))
        return found and recovery.give(
            recovery.grant(found, gift, by=self.owner, at=self.at), by=self.owner, at=self.at
        )

    def end(self):
        found, outcome = self.recovery(), self.chance.choice((Outcome.WON, Outcome.LOST, Outcome.NEEDLESS))
        return found and recovery.end(found, outcome, by=self.bea, at=self.at)

    def resume(self):
        found = self.recovery()
        return found and recovery.resume(found, by=self.bea, at=self.at)

    def shelve(self):
        found = self.one(Case.objects.filter(shelf__in=(Shelf.NONE, Shelf.JUNK), customer__erased_at=None))
        if found is None:
            return None
        shelve = cases.restore if found.shelf == Shelf.JUNK else cases.junk
        return shelve(found, by=self.bea, at=self.at) or True

    def merge_cases(self):
        merged = self.one(
            Merge.objects.filter(undone_at=None, target__merged_into=None, source__customer__erased_at=None)
        )
        if merged is not None and self.chance.random() < 0.3:
            return cases.unmerge(merged, by=self.bea, at=self.at)
        one, other = (self.one(Case.objects.filter(shelf=Shelf.NONE, customer__erased_at=None)) for _ in "12")
        return one and cases.merge(one, into=other, by=self.bea, at=self.at)

    def merge_customers(self):
        one, other = (self.one(Customer.objects.all()) for _ in "12")
        return one and customers.merge(one, into=other, by=self.owner, at=self.at)

    def part_customers(self):
        merged = self.one(CustomerMerge.objects.filter(undone_at=None))
        return merged and customers.unmerge(merged, by=self.owner, at=self.at)

    def erase(self):
        if self.chance.random() < 0.7:
            return None
        found = self.one(Customer.objects.filter(erased_at=None, merged_into=None))
        return found and customers.erase(found, by=self.owner, at=self.at)


@pytest.mark.parametrize("seed", [3, 23])
def test_after_any_walk_the_sums_are_those_of_a_recount(seed, hale, support, bea, owner, now):
    other = brands.open_brand(
        name="Kettle", languages=["en"], timezone="America/New_York", calendar=Calendar.objects.get(), teams=[support],
        by="", at=now,
    )  # fmt: skip
    walk = Walk(seed, [hale, other], bea, owner, timezone.now() - 420 * DAY)
    for step in range(120):
        walk.step()
        if step % 40 == 39:
            while erasing.work(at=walk.at):
                pass
            count_all()
            for days in rates.PERIODS:
                for later in (0, 17, 95, 200):
                    at = walk.at + later * DAY
                    assert kept(owner, days, at) == recounted(days, at)
    assert all(
        walk.done[name]
        for name in ("merge_cases", "merge_customers", "part_customers", "buy_long_ago", "renew", "give")
    )
    assert Erasure.objects.filter(done_at__isnull=False).exists()


def test_what_was_imported_is_counted_when_it_is_asked_for(hale, bea, owner, now):
    at = timezone.now() - 120 * DAY
    with told_as(Origin.IMPORTED):
        disappointed(hale, "sad", bea, at, after=HOUR)
        buys(hale, "sad", at + DAY)
        writes(hale, "calm", at)
    count_all()
    assert kept(owner, 30, timezone.now())[0] == {}
    recovery.note_all_customers()
    count_all()
    assert kept(owner, 30, timezone.now()) == recounted(30, timezone.now())
    assert kept(owner, 30, timezone.now())[0]["all", ""] == (1, 1, 1)
