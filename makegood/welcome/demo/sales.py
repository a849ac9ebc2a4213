"""What the shops of the demo sell to people who have no trouble, and to those who come back."""

import datetime as dt
import random

from makegood.brands.models import Brand
from makegood.customers.models import Customer
from makegood.recovery import actions as recovery
from makegood.recovery.models import Voucher
from makegood.welcome.demo import arrivals, texts
from makegood.welcome.demo.purchases import DAY, HOUR, Purchase, Wanted
from makegood.welcome.demo.stage import Stage
from makegood.welcome.demo.stories import Person, story

A_DAY = 2
# How often of a hundred it comes late, comes back, and was sold by Sol, who sells to whoever buys in English.
LATE, RETURNED, SOLD = 2, 2, 80
# Numbers of stories that nobody tells: only their customers buy.
UNTOLD = 1_000_000


def put_down(stage: Stage, *, since: dt.datetime, until: dt.datetime, seed: int) -> None:
    """The orders of every day, from a little before the history on."""
    day, number = since - 6 * DAY, UNTOLD
    while day < until:
        for each in range(A_DAY):
            number += 1
            while each and story(number, seed=seed).language != "en":
                number += 1  # half of all is bought in English
            _sell(stage, number, day, seed=seed)
        day += DAY


def buy_again(stage: Stage, customer: Customer, brand: Brand, at: dt.datetime) -> None:
    """A customer comes back, and pays with the voucher that they have from us."""
    face, chance = stage.face(brand), stage.chance
    point = customer.contact_points.order_by("id").first()
    if point is None:
        return
    language = customer.language or brand.language
    wanted = Wanted(
        buyer=Person(customer.name, point.value), language=language, number=_number(chance),
        sku=chance.choice(texts.of(language).products).sku,
    )  # fmt: skip
    purchase = Purchase(wanted, face=face, brand=brand, timetable=stage.timetable, chance=chance)
    purchase.place(at)
    stage.timetable.put(purchase.daytime(at + chance.uniform(1.5, 3.5) * DAY), purchase.deliver)
    for voucher in Voucher.objects.filter(remedy__customer=customer, redeemed_at=None).order_by("made_at")[:1]:
        recovery.redeem(voucher, reference=wanted.number, by=stage.company.people["olive"], at=at)


def _sell(stage: Stage, number: int, day: dt.datetime, *, seed: int) -> None:
    told, chance = story(number, seed=seed), stage.chance
    face = stage.company.face_for(told.language)
    sold = told.language == "en" and stage.happens(SOLD)
    wanted = Wanted(told.customer, told.language, number=told.order, sku=told.sku, sold=sold)
    purchase = Purchase(
        wanted, face=face, brand=stage.company.brands[face.name], timetable=stage.timetable, chance=chance
    )
    at = arrivals.moment(day.date(), timezone=face.timezone, chance=chance)
    days = chance.uniform(5, 6) if stage.happens(LATE) else chance.uniform(1.5, 3.5)
    there = purchase.daytime(at + days * DAY)
    stage.timetable.put(at, purchase.place)
    stage.timetable.put(there, purchase.deliver)
    if stage.happens(RETURNED):
        stage.timetable.put(there + chance.uniform(3, 9) * DAY + HOUR, purchase.take_back)


def _number(chance: random.Random) -> str:
    return str(chance.randrange(100_000, 999_999))
