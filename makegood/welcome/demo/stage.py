"""What all who play in the demo's history have in common: the company, the timetable, chance, and what has been told."""

import dataclasses
import datetime as dt
import random

from makegood.brands.models import Brand
from makegood.calendars.business_time import BusinessCalendar
from makegood.cases.models import Case
from makegood.staff.models import User
from makegood.welcome.demo.company import FACES, Company, Face
from makegood.welcome.demo.telling import HOUR, MINUTE, Telling, hours_of
from makegood.welcome.demo.timetable import Timetable


@dataclasses.dataclass
class Stage:
    """`tellings`: the stories that have begun, by the reference of their case. `chance` is apart from that of the stories,
    which are the same whatever follows from them."""

    company: Company
    timetable: Timetable
    chance: random.Random
    tellings: dict[str, Telling] = dataclasses.field(default_factory=dict)

    def happens(self, hundredths: int) -> bool:
        """So often of a hundred."""
        return self.chance.random() * 100 < hundredths

    def face(self, brand: Brand) -> Face:
        """A brand as it was opened."""
        return next(face for face in FACES if face.name == brand.name)

    def hours(self, brand: Brand) -> BusinessCalendar:
        """Its opening hours."""
        return hours_of(self.company, self.face(brand))

    def worked(self, brand: Brand, at: dt.datetime, minutes: tuple[int, int]) -> dt.datetime:
        """After so many minutes of a brand's own time, from the one to the other."""
        return self.hours(brand).due(at, self.chance.randint(*minutes) * MINUTE)

    def slept(self, at: dt.datetime, hours: tuple[int, int]) -> dt.datetime:
        """After so many hours of a customer's time."""
        return at + self.chance.randint(*hours) * HOUR + self.chance.randrange(60) * MINUTE

    def colleague(self, case: Case | None, brand: Brand) -> User:
        """Who sees to it: who has the case, else somebody who answers the brand's customers."""
        if case is not None and case.owner is not None:
            return case.owner
        telling = self.tellings.get(case.ref) if case is not None else None
        face = self.face(brand)
        return telling.agent if telling else self.chance.choice(self.company.agents_of(face, brand.language))
