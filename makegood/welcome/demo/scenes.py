"""Scenes beside the stories, so that everything an inbox knows is to be seen once: junk, a mail that came back, two
cases that are one, a stranger, a promise in one's own words, unfinished words."""

import dataclasses
import datetime as dt
import random
from collections.abc import Callable
from functools import partial

from makegood.cases import actions as cases
from makegood.cases.actions.drafting import Unsent
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, MessageKind
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.staff.models import User
from makegood.welcome.demo import texts
from makegood.welcome.demo.company import Company
from makegood.welcome.demo.stories import Story
from makegood.welcome.demo.telling import HOUR, MINUTE, SECOND, Telling, hours_of
from makegood.welcome.demo.timetable import Timetable

Take = Callable[..., Story]
Tell = Callable[..., Telling]
DAY = dt.timedelta(days=1)
DRAFTS = 4


@dataclasses.dataclass
class Scenes:
    """What the scenes have in common."""

    timetable: Timetable
    telling: Tell
    take: Take
    company: Company
    chance: random.Random

    def junk(self, subject: str, text: str, at: dt.datetime) -> None:
        """Not from a customer: kept off the desk, and what was promised for it is excused."""
        ada, brand = self.company.people["ada"], self.company.brands["Larkfield"]
        sender = f"{subject.split(maxsplit=1)[0].strip(':').lower()}@bulk.example"
        nobody = customers.find_or_create(address=sender, name="", language="en", at=at)
        words = Words(text=text, language="en", sender=sender, authenticated=False)
        case, _message = cases.open_case(
            brand=brand, customer=nobody, subject=subject, words=words, channel="email",
            team=self.company.teams["London"], at=at,
        )  # fmt: skip
        cases.withhold_greeting(case, reason="bulk", at=at + SECOND)
        self.timetable.put(at + 50 * MINUTE, lambda at: cases.junk(case, by=ada, at=at))

    def twice(self, at: dt.datetime) -> None:
        """A customer who writes again instead of answering; the lead makes the two cases one."""
        first = self._open("en", at)
        again = dataclasses.replace(first.story, subject=f"Again: {first.story.subject}")
        nudge = texts.of("en").nudges[2].text
        second = self.telling(dataclasses.replace(again, turns=(again.turns[0]._replace(text=nudge),)))
        second.put_down(at + 3 * HOUR)
        cleo = self.company.people["cleo"]
        self.timetable.put(at + 4 * HOUR, lambda at: cases.merge(second.case, into=first.case, by=cleo, at=at))

    def came_back(self, at: dt.datetime) -> None:
        """A reply that did not arrive: what it kept is owed again."""
        one = self._open("nl", at)
        reply = self._reply(one, one.hours.due(at, 30 * MINUTE), texts.of("nl").holdings[0].text)
        explanation = f"550 5.1.1 <{one.story.customer.address}>: user unknown"
        failed = reply + 90 * SECOND
        self.timetable.put(
            failed,
            lambda at: cases.mark_failed(
                one.case.messages.filter(kind=MessageKind.REPLY).get(), reason="bounced", explanation=explanation, at=at
            ),
        )

    def stranger(self, at: dt.datetime) -> None:
        """Words from an address that does not belong to the case."""
        one = self._open("lt", at)
        words = Words(
            text=texts.of("lt").nudges[0].text, language="lt", sender="sandelis@kaimynas.example", stranger=True,
            authenticated=False, matched_by="subject",
        )  # fmt: skip
        later = at + 2 * HOUR
        self.timetable.put(
            later, lambda at: cases.add_words(one.case, customer=None, words=words, channel="email", at=at)
        )

    def away(self, at: dt.datetime) -> None:
        """An automatic answer: it is filed, and moves no clock."""
        one = self._open("en", at)
        replied = self._reply(one, one.hours.due(at, 40 * MINUTE), texts.of("en").holdings[1].text)
        words = Words(text="I am away until Monday and will read your mail then.", sender=one.story.customer.address)
        kind = MessageKind.AUTOMATIC.value
        self.timetable.put(
            replied + 5 * SECOND,
            lambda at: cases.add_automatic(one.case, kind=kind, words=words, channel="email", at=at),
        )

    def vow(self, language: str, at: dt.datetime) -> None:
        """A promise in an agent's own words, due tomorrow at noon."""
        one = self._open(language, at)
        words = self.chance.choice(texts.of(language).vows)
        replied = self._reply(one, one.hours.due(at, 20 * MINUTE), words)
        noon = one.hours.next_open(replied + 12 * HOUR) + 3 * HOUR
        self.timetable.put(
            replied + SECOND, lambda at: cases.promise(one.case, words=words, due_at=noon, by=one.agent, at=at)
        )

    def leave_unfinished(self, *, at: dt.datetime) -> None:
        """Words that somebody has begun and not sent."""
        waiting = Case.objects.in_work().filter(
            owner__isnull=False, state__in=(CaseState.NEW, CaseState.WAITING_FOR_US)
        )
        for case in waiting.select_related("owner").order_by("next_due_at")[:DRAFTS]:
            written = texts.of(case.language)
            text = f"{written.dears[0].format(call=case.customer.name, family=case.customer.name)}\n\n"
            unsent = Unsent(kind="reply", text=text + written.holdings[1].text)
            owner: User | None = case.owner
            if owner is not None:
                cases.save_draft(case, unsent, by=owner, at=at - 5 * MINUTE)

    def _open(self, language: str, at: dt.datetime) -> Telling:
        """A case in which nothing has happened but the customer's first words."""
        story = self.take("open", language)
        one = self.telling(dataclasses.replace(story, turns=story.turns[:1], channel="email"))
        one.put_down(at)
        return one

    def _reply(self, one: Telling, at: dt.datetime, text: str) -> dt.datetime:
        answer = Answer(text=text, undo_seconds=0)

        def send(at: dt.datetime) -> None:
            message = cases.reply(one.case, answer, by=one.agent, at=at)
            cases.mark_delivered(message, at=at + 12 * SECOND)

        self.timetable.put(at, send)
        return at


def put_down(
    timetable: Timetable,
    *,
    telling: Tell,
    take: Take,
    company: Company,
    chance: random.Random,
    until: dt.datetime,
) -> Scenes:
    """Put the scenes down: some in the weeks before, the rest so that they stand in the inbox."""
    scenes = Scenes(timetable, telling, take, company, chance)
    for number, (subject, text) in enumerate(texts.of("en").spam * 2):
        timetable.put(until - (number * 8 + 1) * DAY, partial(scenes.junk, subject, text))
    # So many hours of our own time ago, so that they are to be seen on a Sunday, too.
    for language, hours, play in (
        ("en", 5, scenes.twice),
        ("nl", 3, scenes.came_back),
        ("lt", 3, scenes.stranger),
        ("en", 9, scenes.away),
        ("en", 2, partial(scenes.vow, "en")),
        ("ru", 2, partial(scenes.vow, "ru")),
    ):
        timetable.put(hours_of(company, company.face_for(language)).before(until, hours * HOUR), play)
    return scenes
