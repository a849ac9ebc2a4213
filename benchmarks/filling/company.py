"""The company whose cases are filled in: founded long enough ago, with agents who answer."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from benchmarks.filling import ADDRESS, PASSWORD
from makegood.brands.models import Brand, Organisation
from makegood.calendars.models import CalendarVersion
from makegood.cases.models import Case
from makegood.channels.email.models import Mailbox
from makegood.promises import charter
from makegood.promises.charter import Book
from makegood.staff import actions as staff
from makegood.staff.models import Role, Team, User
from makegood.welcome import founding

AGENTS = ("Bea", "Cleo", "Ruta", "Sanne", "Yuki", "Pavel", "Milda", "Joris", "Haru", "Olga", "Tom", "Greta")


@dataclass(frozen=True)
class Company:
    """What each case needs to know of it."""

    brand: Brand
    team: Team
    mailbox: Mailbox
    agents: list[User]
    book: Book
    calendar: CalendarVersion


def found(*, at: dt.datetime) -> None:
    """Found it, as of a moment before its first case. Raises SystemExit over an installation that is not empty."""
    if Organisation.objects.exists() or Case.objects.exists():
        raise SystemExit(f"{_place()} is set up already. Only an empty installation is filled; begin with a new one.")
    founding.found(
        organisation="Filled",
        brand="Filled",
        address=ADDRESS,
        owner_email="olive@filled.example",
        owner_name="Olive",
        password=PASSWORD,
        languages=[code for code, _name in settings.LANGUAGES],
        country="LT",
        timezone="Europe/Vilnius",
        weekly=founding.OFFICE_HOURS,
        at=at,
    )
    team = Team.objects.get()
    for number, name in enumerate(AGENTS):
        staff.enrol(
            email=f"{name.lower()}@filled.example",
            name=name,
            role=Role.LEAD if name == "Cleo" else Role.AGENT,
            teams=[team],
            language="en",
            timezone="Europe/Vilnius",
            password=PASSWORD if number == 0 else "",
            at=at,
        )


def company(*, at: dt.datetime) -> Company:
    """The company as `found` left it; its charter and calendar in force at a moment."""
    brand = Brand.objects.get()
    return Company(
        brand=brand,
        team=Team.objects.get(),
        mailbox=Mailbox.objects.get(),
        agents=list(User.objects.filter(name__in=AGENTS).order_by("name")),
        book=charter.book_in_force(brand.pk, at),
        calendar=CalendarVersion.objects.in_force(at).get(),
    )


def _place() -> Path:
    return Path(settings.DATA_DIR)
