"""Finished cases and what they cost, as the quality page knows them: two years of one brand, fifty products, twenty causes."""

import datetime as dt
import random
import uuid
from collections.abc import Iterator

from benchmarks.filling import company
from makegood.brands.models import Brand
from makegood.orders.models import Product
from makegood.quality import actions as quality
from makegood.quality import pricing
from makegood.quality.models import Cost, Inspection
from makegood.recovery.models import Cause
from makegood.staff.models import User

DAYS, PRODUCTS, CAUSES, CHUNK = 730, 50, 20, 5_000
Kind = Cost.Kind


def make(count: int, *, until: dt.date) -> tuple[User, uuid.UUID]:
    """So many, evenly over the days, one in six gone wrong; their sums are made from them. A lead, and a cause's key."""
    company.found(at=dt.datetime.combine(until, dt.time(), dt.UTC) - dt.timedelta(days=DAYS + 1))
    products = Product.objects.bulk_create(Product(sku=f"P{number}") for number in range(PRODUCTS))
    causes = Cause.objects.bulk_create(Cause(name=f"Cause {number}") for number in range(CAUSES))
    brand, dice = Brand.objects.get(), random.Random(1)
    for begin in range(0, count, CHUNK):
        some = list(_some(range(begin, min(begin + CHUNK, count)), count, until, brand, products, causes, dice))
        Inspection.objects.bulk_create(inspection for inspection, _costs in some)
        Cost.objects.bulk_create(cost for _inspection, costs in some for cost in costs)
    quality.add_up()
    return User.objects.get(name="Cleo"), causes[0].pk


def _some(
    numbers: range,
    count: int,
    until: dt.date,
    brand: Brand,
    products: list[Product],
    causes: list[Cause],
    dice: random.Random,
) -> Iterator[tuple[Inspection, list[Cost]]]:
    for number in numbers:
        day = until - dt.timedelta(days=DAYS - number * DAYS // count)
        product, wrong = dice.choice(products), dice.random() < 1 / 6
        cause = dice.choice(causes) if wrong else None
        facts = [(Kind.HANDLING, 12, 900), *([(Kind.COMPLAINT, 1, 2500)] if wrong else [])]
        week = pricing.week_of(day)
        yield (
            Inspection(brand=brand, product=product, cause=cause, week=week, defects=int(wrong)),
            [
                Cost(
                    kind=kind, key=f"{number}", about=f"C-{number}", brand=brand, product=product, cause=cause, day=day,
                    week=week, quantity=quantity, minor=minor, currency="EUR",
                )
                for kind, quantity, minor in facts
            ],
        )  # fmt: skip
