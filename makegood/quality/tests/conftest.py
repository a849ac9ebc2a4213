"""What several tests of the cost of poor quality stand on."""

import datetime as dt
from decimal import Decimal

import pytest

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.orders import actions as orders
from makegood.orders.sale import Piece, Sale
from makegood.quality import actions as quality
from makegood.quality.actions.rating import Amounts
from makegood.quality.models import Cost, Inspection, Lot, Tally

EURO = Amounts(
    currency="EUR", complaint=Decimal("25.00"), returned=Decimal("12.50"), contact=Decimal("4.99"),
    minute=Decimal("0.75"), reply_minutes=8, note_minutes=4,
)  # fmt: skip


@pytest.fixture
def in_euro(hale, owner, now):
    """What mistakes cost Hale, since long ago."""
    return quality.set_rates(EURO, brand=None, since=now.date() - dt.timedelta(days=400), by=owner, at=now)


@pytest.fixture
def asks(hale, now):
    """A customer of a number opens a case; the same customer wrote before when the number is the same."""

    def ask(number, *, brand=hale, at=now):
        address = f"customer{number}@customer.example"
        who = customers.find_or_create(address=address, name=f"Customer {number}", at=at)
        words = Words(text="?", language="en", sender=address)
        return cases.open_case(brand=brand, customer=who, subject=str(number), words=words, channel="email", at=at)[0]

    return ask


@pytest.fixture
def close(bea):
    """Resolve a case, and close it a week later."""

    def done(case, at):
        cases.resolve(case, by=bea, at=at)
        cases.close_due(at=at + dt.timedelta(days=7))
        case.refresh_from_db()
        return case

    return done


@pytest.fixture
def sells(hale):
    """An order of some products for a customer by address."""

    def sell(number, address, *skus, at, **more):
        pieces = tuple(Piece(sku, 1, Decimal("20.00"), name=sku.title()) for sku in skus)
        sale = Sale(number=number, address=address, currency="EUR", placed_at=at, pieces=pieces, **more)
        orders.take(sale, source="csv", brand=hale, at=at)

    return sell


def sums():
    """Every sum that is kept, and every lot, for comparison; empty ones left out."""
    tallies = Tally.objects.exclude(count=0).values_list(
        "brand", "week", "of", "what", "kind", "currency", "count", "quantity", "minor"
    )
    lots = Lot.objects.exclude(cases=0).values_list("brand", "week", "of", "what", "cases", "bad", "defects")
    return sorted(tallies), sorted(lots)


def adds_up():
    """Whether the kept sums are those of the rows."""
    kept = sums()
    quality.add_up()
    assert sums() == kept
    assert Cost.objects.exists() or Inspection.objects.exists()
