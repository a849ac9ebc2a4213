"""Hearth, the demo company: its brands in five languages, its people, hours, charters and prepared replies."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from makegood.brands import actions as brands
from makegood.brands.models import Brand
from makegood.calendars import actions as calendars
from makegood.calendars.business_time import BusinessCalendar
from makegood.calendars.compiled import business_calendar
from makegood.cases import actions as cases
from makegood.channels.email import actions as email
from makegood.promises import actions as promises
from makegood.staff import actions as staff
from makegood.staff.models import Role, Team, User
from makegood.welcome.demo import charters, texts

NAME, COUNTRY, DOMAIN = "Hearth", "GB", "hearth.example"
PASSWORD = "makegood-demo"  # noqa: S105 - printed for everyone who looks round
WAREHOUSE = "Warehouse"
FOUNDED_BEFORE = dt.timedelta(days=30)  # of the history, so that nothing happens before there is anybody
WEEKDAYS, WEEK = range(5), range(7)


@dataclasses.dataclass(frozen=True)
class Face:
    """A brand as it is opened. `pace`: how long its agents take, as a share of what the stories say."""

    name: str
    languages: tuple[str, ...]
    address: str
    team: str
    timezone: str
    country: str
    weekly: Mapping[str, list[list[str]]]
    pace: float
    currency: str = "EUR"


@dataclasses.dataclass(frozen=True)
class Colleague:
    """A member of staff; signs in with their first name at DOMAIN."""

    login: str
    name: str
    role: str
    teams: tuple[str, ...]
    language: str = "en"
    timezone: str = "Europe/London"

    @property
    def email(self) -> str:
        return f"{self.login}@{DOMAIN}"

    @property
    def role_named(self) -> str:
        return str(Role(self.role).label)


def _week(days: range, *hours: list[str]) -> dict[str, list[list[str]]]:
    return {str(day): list(hours) for day in days}


FACES = (
    Face("Larkfield", ("en",), "hello@larkfield.example", "London", "Europe/London", "GB",
         _week(WEEKDAYS, ["08:00", "20:00"]) | _week(range(5, 7), ["09:00", "17:00"]), 0.42, "GBP"),
    Face("Židinys", ("lt", "en", "ru"), "labas@zidinys.example", "Baltics", "Europe/Vilnius", "LT",
         _week(WEEKDAYS, ["08:00", "12:00"], ["13:00", "17:00"]), 0.4),
    Face("Ochag", ("ru", "en"), "pomosch@ochag.example", "Baltics", "Europe/Riga", "LV",
         _week(WEEKDAYS, ["09:00", "18:00"]) | _week(range(5, 6), ["10:00", "15:00"]), 0.5),
    Face("Thuishaven", ("nl", "en"), "hallo@thuishaven.example", "Amsterdam", "Europe/Amsterdam", "NL",
         _week(WEEKDAYS, ["09:00", "17:30"]) | _week(range(3, 4), ["09:00", "21:00"]), 0.24),
    Face("Komorebi", ("ja", "en"), "help@komorebi.example", "Tokyo", "Asia/Tokyo", "JP",
         _week(WEEKDAYS, ["10:00", "18:00"]), 0.36, "JPY"),
)  # fmt: skip
# Which brand customers of a language write to.
FACE_OF = {"en": "Larkfield", "lt": "Židinys", "ru": "Ochag", "nl": "Thuishaven", "ja": "Komorebi"}
PEOPLE = (
    Colleague("ada", "Ada Marsh", Role.AGENT, ("London",)),
    Colleague("bea", "Bea Lindqvist", Role.AGENT, ("London",)),
    Colleague("cleo", "Cleo Hart", Role.LEAD, ("London", WAREHOUSE)),
    Colleague("dan", "Dan Okoro", Role.LEADER, ()),
    Colleague("olive", "Olive Byrne", Role.ADMIN, ("London",)),
    Colleague("rasa", "Rasa Petrikaitė", Role.AGENT, ("Baltics",), "lt", "Europe/Vilnius"),
    Colleague("igor", "Игорь Белов", Role.AGENT, ("Baltics",), "ru", "Europe/Riga"),
    Colleague("jonas", "Jonas Vaitkus", Role.LEAD, ("Baltics",), "lt", "Europe/Vilnius"),
    Colleague("fleur", "Fleur de Wit", Role.AGENT, ("Amsterdam",), "nl", "Europe/Amsterdam"),
    Colleague("gijs", "Gijs Koning", Role.LEAD, ("Amsterdam",), "nl", "Europe/Amsterdam"),
    Colleague("hana", "森 花", Role.AGENT, ("Tokyo",), "ja", "Asia/Tokyo"),
    Colleague("kenji", "石川 健司", Role.LEAD, ("Tokyo",), "ja", "Asia/Tokyo"),
    Colleague("tom", "Tom Alder", Role.AGENT, (WAREHOUSE,)),
    Colleague("sol", "Sol Reyes", Role.SELLER, ()),
)
TEMPLATES = {"late": "Your order is on its way", "refund": "The refund has left", "warranty": "Warranty: what we need"}


@dataclasses.dataclass(frozen=True)
class Company:
    """What was founded, by the names it has above."""

    brands: dict[str, Brand]
    teams: dict[str, Team]
    people: dict[str, User]
    hours: dict[str, BusinessCalendar]

    def face_for(self, language: str) -> Face:
        """The brand that customers of a language write to, as it was opened."""
        return next(face for face in FACES if face.name == FACE_OF[language])

    def agents_of(self, face: Face, language: str) -> list[User]:
        """Who answers its customers: agents of the team, those who speak the language where there are any."""
        agents = [self.people[one.login] for one in PEOPLE if one.role == Role.AGENT and face.team in one.teams]
        return [agent for agent in agents if agent.language == language] or agents

    def lead_of(self, face: Face) -> User:
        """The lead of the brand's team."""
        leads = (one for one in PEOPLE if one.role == Role.LEAD and face.team in one.teams)
        return self.people[next(leads).login]


def found(*, began: dt.datetime) -> Company:
    """Found the company, in the running transaction, as it stood when its history `began`."""
    at = began - FOUNDED_BEFORE
    brands.found_organisation(name=NAME, country=COUNTRY, is_demo=True, at=at)
    names = dict.fromkeys([*(face.team for face in FACES), WAREHOUSE])
    teams = {name: staff.make_team(name=name, by="", at=at) for name in names}
    people = {one.login: _enrol(one, teams, at=at) for one in PEOPLE}
    owner = people["olive"]
    staff.invite(
        email=f"mia@{DOMAIN}", name="Mia Brandt", teams=[teams["London"]], language="en", by=owner.key, at=began
    )
    opened = {face.name: _open(face, teams, people, at=at) for face in FACES}
    # A charter of its own, stricter than the others'.
    promises.publish(
        brand=opened["Thuishaven"], lines=charters.lines("Thuishaven", people, stricter=True), by=owner.key,
        at=began + dt.timedelta(weeks=3),
    )  # fmt: skip
    for key, name in TEMPLATES.items():
        written = {language: texts.of(language).templates[key] for language in texts.LANGUAGES}
        cases.save_template(None, name=name, texts=written, brand=None, by=owner, at=at)
    hours = {name: business_calendar(brand.calendar.versions.get()) for name, brand in opened.items()}
    return Company(brands=opened, teams=teams, people=people, hours=hours)


def _enrol(one: Colleague, teams: dict[str, Team], *, at: dt.datetime) -> User:
    return staff.enrol(
        email=one.email, name=one.name, role=one.role, teams=[teams[name] for name in one.teams],
        language=one.language, timezone=one.timezone, password=PASSWORD, at=at,
    )  # fmt: skip


def _open(face: Face, teams: dict[str, Team], people: dict[str, User], *, at: dt.datetime) -> Brand:
    owner = people["olive"]
    hours = calendars.create(
        name=f"{face.name} ({face.timezone.partition('/')[2]})", timezone=face.timezone, weekly=face.weekly,
        country=face.country, exceptions=_half_days(face, at), by=owner.key, at=at,
    )  # fmt: skip
    team = teams[face.team]
    # The warehouse works for all of them, and receives what is handed over.
    served_by = [team, teams[WAREHOUSE]]
    brand = brands.open_brand(
        name=face.name, languages=face.languages, timezone=face.timezone, calendar=hours, teams=served_by,
        by=owner.key, at=at,
    )  # fmt: skip
    signed = {code: texts.of(code).signature.format(brand=face.name) for code in face.languages}
    brands.edit_brand(
        brand, name=face.name, languages=face.languages, timezone=face.timezone, calendar=hours, teams=served_by,
        signature=signed, by=owner.key, at=at,
    )  # fmt: skip
    promises.publish(brand=brand, lines=charters.lines(face.name, people), by=owner.key, at=at)
    email.open_mailbox(brand=brand, address=face.address, name=face.name, team=team, by=owner.key, at=at)
    return brand


def _half_days(face: Face, at: dt.datetime) -> dict[str, dict[str, object]]:
    """Christmas Eve until noon, this year and the next; the week's own hours on that morning do not matter."""
    note = {"GB": "Christmas Eve", "LT": "Kūčios", "LV": "Сочельник", "NL": "Dag voor Kerst", "JP": "年末"}
    day = "12-30" if face.country == "JP" else "12-24"
    hours = {"hours": [["10:00", "12:00"]], "note": note[face.country]}
    return {f"{year}-{day}": dict(hours) for year in (at.year, at.year + 1)}
