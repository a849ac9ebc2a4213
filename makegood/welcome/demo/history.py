"""The weeks before: stories by the hundred, told in order of time, and an inbox as it looks on a working day."""

import datetime as dt
import random
from collections import defaultdict, deque
from collections.abc import Sequence

from makegood.events.models import Event
from makegood.promises import charter
from makegood.welcome.demo import arrivals, errands, sales, scenes
from makegood.welcome.demo.company import Company
from makegood.welcome.demo.following import Following
from makegood.welcome.demo.stage import Stage
from makegood.welcome.demo.stories import Outcome, Story, story
from makegood.welcome.demo.telling import HOUR, MINUTE, Telling, hours_of
from makegood.welcome.demo.texts import LANGUAGES
from makegood.welcome.demo.timetable import Timetable

DAY = dt.timedelta(days=1)
# How a case stands that was opened so long ago, and how often: youngest first.
BY_AGE: tuple[tuple[dt.timedelta, dict[Outcome, int]], ...] = (
    (16 * HOUR, {"open": 78, "waiting": 14, "resolved": 8}),
    (2 * DAY, {"open": 25, "waiting": 30, "resolved": 45}),
    (9 * DAY, {"waiting": 20, "resolved": 80}),
    (dt.timedelta.max, {"waiting": 2, "closed": 98}),
)
# In how many minutes the first answers of the inbox are due, where that falls into opening hours.
DUE_IN = (-1600, -330, -95, -38, -9, 6, 14, 23, 35, 48, 61, 80, 105, 135, 170, 190, 215, 238, 280, 400, 700, 1100, 1500)
# So many hours ago began what waits for us again: we asked back, and they answered.
BACK_SINCE = (3, 5, 8, 20, 22, 25, 28)
# How many, of those who should have an answer by now, still wait for one.
FORGOTTEN = 0.12
# A bad fortnight: two agents of Larkfield were ill.
BAD_WEEKS, HOW_BAD = (4, 5), 1.7


class Shelf:
    """Stories by their outcome and language, each told once."""

    def __init__(self, seed: int) -> None:
        self.seed, self.number = seed, 0
        self.kept: dict[tuple[Outcome, str], deque[Story]] = defaultdict(deque)

    def take(self, outcome: Outcome, language: str = "") -> Story:
        """The next story that ends so, in that language or any."""
        for (kept_outcome, kept_language), kept in self.kept.items():
            if kept and kept_outcome == outcome and language in ("", kept_language):
                return kept.popleft()
        while True:
            self.number += 1
            told = story(self.number, seed=self.seed)
            if told.outcome == outcome and language in ("", told.language):
                return told
            self.kept[told.outcome, told.language].append(told)


def play(company: Company, *, since: dt.datetime, until: dt.datetime, seed: int, facts: Sequence[Event]) -> None:
    """Make the history between two moments, through the verbs, in the running transaction. `facts`: where those of it
    come in."""
    chance = random.Random(seed)  # noqa: S311 - to be believed, not to be secret
    timetable, shelf = Timetable(since=since, until=until), Shelf(seed)
    # What follows has chance of its own, so that the stories stay the same whatever follows from them.
    stage = Stage(company, timetable, random.Random(-seed))  # noqa: S311 - likewise
    timetable.follow = Following(stage, facts).follow

    def telling(told: Story, *, slower: float = 1.0) -> Telling:
        return Telling(told, company=company, timetable=timetable, chance=chance, slower=slower, begun=stage.tellings)

    for day in arrivals.days(since=since, until=until, chance=chance):
        age = until - dt.datetime.combine(day, dt.time(12), dt.UTC)
        outcomes = next(outcomes for limit, outcomes in BY_AGE if age < limit)
        told = shelf.take(chance.choices(list(outcomes), list(outcomes.values()))[0])
        week = (day - since.date()).days // 7
        slower = HOW_BAD if told.language == "en" and week in BAD_WEEKS else 1.0
        one = telling(told, slower=slower)
        at = arrivals.moment(day, timezone=one.face.timezone, chance=chance)
        if told.outcome == "open" and _due_at(one, since=at) < until and chance.random() > FORGOTTEN:
            one = telling(shelf.take("resolved", told.language))
        one.put_down(at)
    for number, minutes in enumerate(DUE_IN):
        due_at = until + minutes * MINUTE
        language = _open_then(company, due_at, LANGUAGES[number % 5 :] + LANGUAGES[: number % 5])
        one = telling(_of_one_side(shelf, language))
        one.put_down(_start_of(one, due_at=due_at))
    for number, hours in enumerate(BACK_SINCE):
        told = _answered_back(shelf, LANGUAGES[number % 5])
        telling(told, slower=0.6).put_down(until - hours * HOUR)
    sales.put_down(stage, since=since, until=until, seed=seed)
    errands.put_down(stage, telling=telling, take=shelf.take, until=until)
    live = scenes.put_down(timetable, telling=telling, take=shelf.take, company=company, chance=chance, until=until)
    timetable.play()
    live.leave_unfinished(at=until)


def _open_then(company: Company, at: dt.datetime, languages: tuple[str, ...]) -> str:
    """The first of the languages whose brand is open at that moment; the first of all where none is."""
    opened = (code for code in languages if hours_of(company, company.face_for(code)).is_open(at))
    return next(opened, languages[0])


def _of_one_side(shelf: Shelf, language: str) -> Story:
    """A story in which we have said nothing yet."""
    while True:
        told = shelf.take("open", language)
        if all(turn.who != "agent" for turn in told.turns) and len(told.turns) < 3:
            return told


def _answered_back(shelf: Shelf, language: str) -> Story:
    """A story in which the customer has answered a question of ours."""
    while True:
        told = shelf.take("open", language)
        if any(turn.who == "agent" for turn in told.turns):
            return told


def _start_of(telling: Telling, *, due_at: dt.datetime) -> dt.datetime:
    """When the customer wrote whose first reply is due then."""
    return telling.hours.before(due_at, _promised(telling))


def _due_at(telling: Telling, *, since: dt.datetime) -> dt.datetime:
    """When the first reply is due to a customer who wrote then."""
    return telling.hours.due(since, _promised(telling))


def _promised(telling: Telling) -> dt.timedelta:
    version = telling.brand.charters.order_by("-number")[0]
    return (version.lines.get(key=charter.FIRST_REPLY).amount or 0) * HOUR
