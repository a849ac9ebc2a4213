"""The cast: Ada (customer), Bea (agent), Cleo (lead), Dan (leader), Sol (seller), and Eve, who must see nothing."""

import datetime as dt

import pytest

from makegood.brands import actions as brands
from makegood.brands.models import Brand, Organisation
from makegood.calendars import actions as calendars
from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.promises import actions as promises
from makegood.staff import actions as staff
from makegood.staff.models import Role, Team, User

# A Monday, ten in the morning in London.
MONDAY = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
OFFICE_HOURS = {str(day): [["09:00", "17:00"]] for day in range(5)}


@pytest.fixture
def now() -> dt.datetime:
    return MONDAY


@pytest.fixture
def support(db, now) -> Team:
    return staff.make_team(name="Support", by="", at=now)


@pytest.fixture
def hale(support, now) -> Brand:
    """The brand that Ada writes to: English and Dutch, open nine to five in London, with the default charter."""
    brands.found_organisation(name="Hale & Sons", country="GB", at=now)
    week = calendars.create(
        name="Office hours",
        timezone="Europe/London",
        weekly=OFFICE_HOURS,
        country="GB",
        by="",
        at=now - dt.timedelta(days=365),
    )
    brand = brands.open_brand(
        name="Hale",
        languages=["en", "lt", "ru", "nl", "ja"],
        timezone="Europe/London",
        calendar=week,
        teams=[support],
        by="",
        at=now,
    )
    promises.publish_default_charter(brand=brand, by="", at=now - dt.timedelta(days=364))
    return brand


def person(name: str, role: str, teams: list[Team], at: dt.datetime) -> User:
    user = staff.invite(email=f"{name.lower()}@hale.example", name=name, role=role, teams=teams, by="", at=at)
    return staff.accept(
        user, name=name, password="correct horse battery", language="en", timezone="Europe/London", at=at
    )


@pytest.fixture
def bea(support, now) -> User:
    return person("Bea", Role.AGENT, [support], now)


@pytest.fixture
def cleo(support, now) -> User:
    return person("Cleo", Role.LEAD, [support], now)


@pytest.fixture
def dan(db, now) -> User:
    return person("Dan", Role.LEADER, [], now)


@pytest.fixture
def sol(db, now) -> User:
    return person("Sol", Role.SELLER, [], now)


@pytest.fixture
def owner(support, now) -> User:
    """The administrator who set everything up."""
    return person("Olive", Role.ADMIN, [support], now)


@pytest.fixture
def eve(db, now) -> User:
    """An agent of another team, who must see nothing of ours."""
    return person("Eve", Role.AGENT, [staff.make_team(name="Elsewhere", by="", at=now)], now)


@pytest.fixture
def ada(db, now) -> Customer:
    return customers.find_or_create(address="ada@customer.example", name="Ada Byron", language="en", at=now)


@pytest.fixture
def refund(hale, ada, now) -> Case:
    """Ada's case: where is my refund?"""
    words = Words(text="Where is my refund?", language="en", sender="ada@customer.example", sender_name="Ada Byron")
    case, _ = cases.open_case(brand=hale, customer=ada, subject="My refund", words=words, channel="email", at=now)
    return case


@pytest.fixture
def three(hale, ada, now) -> list[Case]:
    """Three cases of Ada at Hale: n0, n1 and n2."""
    words = Words(text="x")
    return [
        cases.open_case(brand=hale, customer=ada, subject=f"n{number}", words=words, channel="email", at=now)[0]
        for number in range(3)
    ]


@pytest.fixture
def time_is_tracked(hale, now) -> None:
    """The organisation's staff note how long they work on cases."""
    founded = Organisation.objects.get()
    brands.edit_organisation(founded, name=founded.name, country="GB", tracks_time=True, by="", at=now)
