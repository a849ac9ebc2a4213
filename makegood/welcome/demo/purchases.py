"""What a customer had bought before they wrote: the order behind a story, as its shop told of it day by day."""

import dataclasses
import datetime as dt
import random
from zoneinfo import ZoneInfo

from makegood.brands.models import Brand
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.orders.models.order import own_numbers
from makegood.orders.sale import Piece, Sale
from makegood.promises import money
from makegood.welcome.demo import texts
from makegood.welcome.demo.company import DOMAIN, Face
from makegood.welcome.demo.stories import Person
from makegood.welcome.demo.timetable import Timetable

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
SELLER = f"sol@{DOMAIN}"
GUARANTEED_DAYS = 730
PROMISED_WITHIN = 4 * DAY
# Parcels come between these hours, and are promised until the last of them.
FIRST_HOUR, LAST_HOUR = 8, 19
# How often of a hundred there is something else in the parcel.
ONE_MORE = 25


@dataclasses.dataclass(frozen=True)
class Course:
    """How an order went: there so many days before its customer wrote (from, to; below zero: afterwards), and so many days
    on its way. `returned`: how often of a hundred it came back, `back` days after they wrote."""

    there: tuple[float, float]
    took: tuple[float, float] = (1.5, 3.8)
    returned: int = 0
    back: tuple[float, float] = (3, 8)
    cancelled: bool = False
    pieces: int = 1


COURSES = {
    "late": Course(there=(-2.5, -1), took=(6, 9)),
    "wrong": Course(there=(0.1, 0.8), returned=40),
    "damaged": Course(there=(0.1, 0.8), returned=30),
    # Booked in only when somebody looked for it.
    "refund": Course(there=(19, 21), returned=100, back=(0.2, 1.5)),
    "invoice": Course(there=(1, 3), pieces=6),
    "warranty": Course(there=(220, 250)),
    "address": Course(there=(-2.5, -1.8), took=(2.5, 3.4)),
    "cancel": Course(there=(-3, -2.5), took=(2.7, 3.3), cancelled=True),
    "double": Course(there=(-0.5, 0.5)),
    "complaint": Course(there=(-0.8, 0.5), took=(2, 5)),
}


@dataclasses.dataclass(frozen=True)
class Wanted:
    """What somebody buys: the number of the order, the product's key, how many; `sold`: by Sol, who sells by phone."""

    buyer: Person
    language: str
    number: str
    sku: str
    pieces: int = 1
    sold: bool = False


class Purchase:
    """An order on its way through the timetable; `order` once it is placed."""

    def __init__(
        self, wanted: Wanted, *, face: Face, brand: Brand, timetable: Timetable, chance: random.Random
    ) -> None:
        self.wanted, self.face, self.brand = wanted, face, brand
        self.timetable, self.chance = timetable, chance
        self.order: Order | None = None

    def before(self, at: dt.datetime, course: Course) -> None:
        """Put it down as it went until its customer wrote, and afterwards."""
        there = self.daytime(at - self._days(course.there))
        placed = there - self._days(course.took)
        heard = max(placed, self.timetable.since - 20 * DAY)
        if there < heard:  # of before anybody told us of orders: it comes in as it stands
            self.timetable.put(heard, lambda at: self.place(at, placed_at=placed, delivered_at=there))
        else:
            self.timetable.put(heard, lambda at: self.place(at, placed_at=placed))
            self.timetable.put(
                at + 6 * HOUR if course.cancelled else there, self._cancel if course.cancelled else self.deliver
            )
        if self.chance.random() * 100 < course.returned:
            self.timetable.put(max(heard, there, at + self._days(course.back)) + HOUR, self.take_back)

    def place(
        self, at: dt.datetime, *, placed_at: dt.datetime | None = None, delivered_at: dt.datetime | None = None
    ) -> None:
        """The shop tells of it, with the day that it is promised for."""
        buyer, written = self.wanted.buyer, texts.of(self.wanted.language)
        placed_at = placed_at or at
        meet(self.wanted, face=self.face, at=at)
        sale = Sale(
            number=self.wanted.number, address=buyer.address, name=buyer.name, currency=self.face.currency,
            placed_at=placed_at, promised_at=self._by_day(placed_at + PROMISED_WITHIN, hour=LAST_HOUR + 1), delivered_at=delivered_at,
            pieces=tuple(self._pieces()), terms=written.terms, seller=SELLER if self.wanted.sold else "",
        )  # fmt: skip
        self.order = orders.take(sale, source=own_numbers(self.brand), brand=self.brand, at=at)

    def deliver(self, at: dt.datetime) -> None:
        """It is there, all of it."""
        assert self.order is not None
        orders.deliver(self.order, pieces={}, delivered_at=at, by="", at=at)

    def take_back(self, at: dt.datetime) -> None:
        """What they wrote about comes back; what else was in the parcel they keep."""
        assert self.order is not None
        orders.take_back(self.order, pieces={self.wanted.sku: self.wanted.pieces}, by="", at=at)

    def _cancel(self, at: dt.datetime) -> None:
        assert self.order is not None
        orders.cancel(self.order, cancelled_at=at, by="", at=at)

    def _pieces(self) -> list[Piece]:
        products = texts.of(self.wanted.language).products
        wanted = [(texts.of(self.wanted.language).product(self.wanted.sku), self.wanted.pieces)]
        if self.chance.random() * 100 < ONE_MORE:
            wanted += [(one, 1) for one in [self.chance.choice(products)] if one.sku != self.wanted.sku]
        return [
            Piece(
                sku=one.sku, name=one.forms["item"][:1].upper() + one.forms["item"][1:], quantity=pieces,
                unit_price=money.of_minor(one.minor, self.face.currency), warranty_days=GUARANTEED_DAYS,
            )
            for one, pieces in wanted
        ]  # fmt: skip

    def daytime(self, moment: dt.datetime) -> dt.datetime:
        """The last time until then at which parcels come."""
        hour = moment.astimezone(ZoneInfo(self.face.timezone)).hour
        if FIRST_HOUR <= hour <= LAST_HOUR:
            return moment
        day = moment if hour > LAST_HOUR else moment - DAY
        return self._by_day(day, hour=self.chance.randint(FIRST_HOUR + 4, LAST_HOUR), minute=self.chance.randrange(60))

    def _by_day(self, moment: dt.datetime, *, hour: int, minute: int = 0) -> dt.datetime:
        """Of a day where the customer lives, a time."""
        local = moment.astimezone(ZoneInfo(self.face.timezone))
        return local.replace(hour=hour, minute=minute, second=0, microsecond=0).astimezone(dt.UTC)

    def _days(self, span: tuple[float, float]) -> dt.timedelta:
        return self.chance.uniform(*span) * DAY


def meet(wanted: Wanted, *, face: Face, at: dt.datetime) -> Customer:
    """Whoever buys, in their language."""
    buyer = wanted.buyer
    return customers.find_or_create(
        address=buyer.address, name=buyer.name, language=wanted.language, timezone=face.timezone, at=at
    )
