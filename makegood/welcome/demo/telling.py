"""Telling one story through the verbs: the customer writes, we answer in our hours, and it goes on from there."""

import datetime as dt
import html
import random
import re
from collections.abc import Sequence

from makegood.calendars.business_time import BusinessCalendar
from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, Message
from makegood.cases.words import File, Words
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.staff.models import User
from makegood.welcome.demo import files, texts
from makegood.welcome.demo.company import WAREHOUSE, Company, Face
from makegood.welcome.demo.purchases import COURSES, Purchase, Wanted
from makegood.welcome.demo.stories import Story, Turn
from makegood.welcome.demo.timetable import Timetable

SECOND, MINUTE, HOUR = dt.timedelta(seconds=1), dt.timedelta(minutes=1), dt.timedelta(hours=1)
# How often of a hundred.
GREETED_LATE, NOT_GREETED, UNPROVED, HTML_TOO, BY_THE_LEAD = 2, 4, 12, 12, 12
TAKEN_FIRST, SHARED_OUT, HANDED_OVER, REOPENED, TOLD_WHY, CONFIRMED = 40, 25, 9, 5, 6, 80
# And sold by Sol: to people, and to firms.
SOLD = (6, 45)
NICKEL = re.compile(r"nickel|nikkel|nikel|никел|ニッケル", re.IGNORECASE)


class Telling:
    """One story on its way through the timetable. `slower`: multiplies the time that agents take. `begun`: where it is
    kept from its beginning on, by the reference of its case."""

    def __init__(
        self,
        story: Story,
        *,
        company: Company,
        timetable: Timetable,
        chance: random.Random,
        begun: dict[str, "Telling"],
        slower: float = 1.0,
    ) -> None:
        self.story, self.company, self.timetable, self.chance = story, company, timetable, chance
        self.begun = begun
        self.face: Face = company.face_for(story.language)
        self.brand = company.brands[self.face.name]
        self.pace = self.face.pace * slower
        self.hours = hours_of(company, self.face)
        self.agent: User = chance.choice(company.agents_of(self.face, story.language))
        if self._happens(BY_THE_LEAD):
            self.agent = company.lead_of(self.face)
        self.customer: Customer
        self.case: Case
        self.last_reply: Message | None = None
        self.to_come: list[Turn] = list(story.turns[1:])
        self.gone = story.turns[0].offset
        self.is_greeted = True
        self.purchase: Purchase | None = None

    def put_down(self, at: dt.datetime) -> None:
        """Let the customer write then, about what they have bought before."""
        course = COURSES.get(self.story.topic)
        if course is not None:
            told = self.story
            # Chance of its own: what was bought changes nothing of how the story goes.
            chance = random.Random(f"{told.order} {told.number}")  # noqa: S311 - to be believed, not to be secret
            sold = chance.random() * 100 < SOLD[bool(told.customer.company)]
            wanted = Wanted(told.customer, told.language, told.order, told.sku, pieces=course.pieces, sold=sold)
            self.purchase = Purchase(wanted, face=self.face, brand=self.brand, timetable=self.timetable, chance=chance)
            self.purchase.before(at, course)
        self.timetable.put(at, self.begin)

    def hold(self, at: dt.datetime) -> None:
        """Say that we have asked somebody who knows more."""
        written = texts.of(self.story.language)
        name = self.story.customer.name
        self._answer(f"{written.dears[0].format(call=name, family=name)}\n\n{written.holdings[1]}", at)

    def begin(self, at: dt.datetime) -> None:
        """The customer's first words."""
        person = self.story.customer
        self.customer = customers.find_or_create(
            address=person.address, name=person.name, language=self.story.language, timezone=self.face.timezone, at=at
        )
        self.case, _message = cases.open_case(
            brand=self.brand,
            customer=self.customer,
            subject=self.story.subject,
            words=self._words(self.story.turns[0].text, first=True),
            channel=self.story.channel,
            team=self.company.teams[self.face.team],
            at=at,
        )
        self.begun[self.case.ref] = self
        if self.purchase is not None and self.purchase.order is not None:
            cases.note_order(self.case, self.purchase.order, by=self.customer.key, at=at)
        self._greet(at)
        self._share_out(at)
        self._go_on(at)

    def _happens(self, hundredths: int) -> bool:
        return self.chance.random() * 100 < hundredths

    def _greet(self, at: dt.datetime) -> None:
        if self.story.channel == "portal":
            cases.acknowledge(self.case, channel="portal", at=at)
        elif self._happens(NOT_GREETED):
            self.is_greeted = False
            reason = self.chance.choice(["bulk", "role-address", "limit-domain"])
            self.timetable.put(at + 2 * SECOND, lambda at: cases.withhold_greeting(self.case, reason=reason, at=at))
        else:
            seconds = self.chance.randint(70, 400) if self._happens(GREETED_LATE) else self.chance.randint(2, 40)
            self.timetable.put(at + seconds * SECOND, lambda at: cases.acknowledge(self.case, channel="email", at=at))

    def _share_out(self, at: dt.datetime) -> None:
        """Some cases are taken or given before the first answer, the others belong to whoever answers first."""
        soon = self.hours.due(at, self.chance.randint(4, 50) * MINUTE * self.pace)
        by = self.agent if self._happens(TAKEN_FIRST) else self.company.lead_of(self.face)
        if by == self.agent or self._happens(SHARED_OUT):
            self.timetable.put(soon, lambda at: self._give(by, at))

    def _give(self, by: User, at: dt.datetime) -> None:
        self.case.refresh_from_db()
        if self.case.owner_id is None:
            cases.assign(self.case, owner=self.agent, by=by, at=at)
        if self.story.language == "en" and self._happens(HANDED_OVER):
            later = self.hours.due(at, self.chance.randint(10, 60) * MINUTE)
            self.timetable.put(later, self._hand_over)

    def _hand_over(self, at: dt.datetime) -> None:
        """The warehouse knows more; it answers from then on."""
        reason = self.chance.choice(texts.of(self.story.language).reasons)
        giver, self.agent = self.agent, self.company.people["tom"]
        warehouse = self.company.teams[WAREHOUSE]
        offered = cases.hand_over(self.case, owner=self.agent, team=warehouse, reason=reason, by=giver, at=at)
        if offered is not None:
            cases.accept(offered, by=self.agent, at=at)

    def _go_on(self, at: dt.datetime) -> None:
        """Put the next turn down: ours after so much of our time, the customer's after so much of anybody's."""
        if not self.to_come:
            return
        turn = self.to_come.pop(0)
        gap, self.gone = turn.offset - self.gone, turn.offset
        if turn.who == "customer":
            self.timetable.put(at + gap, lambda at: self._customer_writes(turn.text, at))
        elif turn.who == "note":
            self.timetable.put(self._worked(at, gap), lambda at: self._note(turn.text, at))
        else:
            self.timetable.put(self._worked(at, gap), lambda at: self._reply(turn.text, at))

    def _worked(self, at: dt.datetime, gap: dt.timedelta) -> dt.datetime:
        """After so much of our time; nobody reads and answers within three minutes."""
        return self.hours.due(at, max(gap * self.pace, 3 * MINUTE))

    def _note(self, text: str, at: dt.datetime) -> None:
        cases.note(self.case, text=text, by=self.agent, at=at)
        self._go_on(at)

    def _reply(self, text: str, at: dt.datetime) -> None:
        last = not any(turn.who == "agent" for turn in self.to_come)
        settles = last and self.story.outcome in ("resolved", "closed")
        if settles and self._happens(TOLD_WHY):
            self._tell_why(text, at)
            return
        self._answer(text, at, resolves=settles, attached=self._enclosed() if last else ())
        if not settles or self.to_come:
            self._go_on(at)
        elif self._happens(REOPENED):
            later = at + self.chance.randint(5, 60) * HOUR
            self.timetable.put(later, self._not_solved)

    def _tell_why(self, text: str, at: dt.datetime) -> None:
        """It takes longer than we promised: a new date, mostly kept."""
        written = texts.of(self.story.language)
        due_at = self.hours.due(at, 16 * HOUR)
        why = f"{self._dear()}\n\n{self.chance.choice(written.whys)}"
        self._answer(why, at, why_due_at=due_at)
        then = self.hours.due(at, self.chance.randint(4, 17) * HOUR)
        self.timetable.put(then, lambda at: self._answer(text, at, resolves=True))

    def _dear(self) -> str:
        """How the story's agent begins: the first line of one of their letters."""
        ours = [turn.text for turn in self.story.turns if turn.who == "agent"]
        return ours[0].partition("\n")[0]

    def _answer(
        self,
        text: str,
        at: dt.datetime,
        *,
        resolves: bool = False,
        why_due_at: dt.datetime | None = None,
        attached: Sequence[File] = (),
    ) -> None:
        answer = Answer(text=text, files=tuple(attached), resolves=resolves, why_due_at=why_due_at, undo_seconds=0)
        self.last_reply = cases.reply(self.case, answer, by=self.agent, at=at)
        cases.mark_seen(self.case, by=self.agent, at=at)
        cases.mark_delivered(self.last_reply, at=at + 12 * SECOND)

    def _customer_writes(self, text: str, at: dt.datetime) -> None:
        self.case.refresh_from_db()
        if self.case.state == CaseState.CLOSED:
            return
        cases.add_words(self.case, customer=self.customer, words=self._words(text), channel=self.story.channel, at=at)
        if self.case.state == CaseState.RESOLVED and self._happens(CONFIRMED):
            said = self.hours.due(at, self.chance.randint(10, 200) * MINUTE)
            self.timetable.put(said, lambda at: cases.confirm(self.case, by=self.agent, at=at))
        self._go_on(at)

    def _not_solved(self, at: dt.datetime) -> None:
        """The customer says on their page that it is not solved: our promises run again."""
        written = texts.of(self.story.language)
        words = self._words(self.chance.choice(written.agains))
        cases.add_words(self.case, customer=self.customer, words=words, channel=self.story.channel, at=at)
        cases.reopen(self.case, by=self.customer, at=at + 20 * SECOND)
        self.mend(at)

    def mend(self, at: dt.datetime) -> None:
        """It was not solved; within hours it is."""
        written = texts.of(self.story.language)
        mended = f"{self._dear()}\n\n{self.chance.choice(written.mends)}"
        self.timetable.put(self.hours.due(at, 3 * HOUR * self.pace), lambda at: self._answer(mended, at, resolves=True))

    def _words(self, text: str, *, first: bool = False) -> Words:
        by_mail = self.story.channel == "email"
        person = self.story.customer
        return Words(
            text=text,
            quoted=self._quoted() if by_mail and not first else "",
            html=_as_html(text) if by_mail and self._happens(HTML_TOO) else "",
            language=self.story.language,
            sender=person.address,
            sender_name=person.name,
            to=(self.face.address,) if by_mail else (),
            files=self._photos(text) if first else (),
            authenticated=not (by_mail and self._happens(UNPROVED)),
            matched_by="" if first else "token" if by_mail else "link",
        )

    def _quoted(self) -> str:
        if self.last_reply is None:
            return ""
        head = texts.of(self.story.language).wrote.format(
            day=f"{self.last_reply.at:%Y-%m-%d}", who=f"{self.face.name} <{self.face.address}>"
        )
        return "\n".join([head, *(f"> {line}".rstrip() for line in self.last_reply.text.splitlines())])

    def _photos(self, text: str) -> tuple[File, ...]:
        wanted = self.story.topic == "damaged" or (self.story.topic == "wrong" and self._happens(50))
        return (files.photo(f"IMG_{self.chance.randint(1000, 9999)}.png"),) if wanted else ()

    def _enclosed(self) -> tuple[File, ...]:
        """What our letter says is attached."""
        if self.story.topic == "invoice":
            number = self.chance.randint(10_000, 99_999)
            return (files.paper(f"invoice-{number}.pdf", f"{self.face.name}: invoice {number}", self.customer.key),)
        if self.story.topic == "question" and NICKEL.search(self.story.turns[0].text):
            return (files.paper("materials.pdf", "Declaration of materials", "Nickel: none"),)
        return ()


def hours_of(company: Company, face: Face) -> BusinessCalendar:
    """The opening hours of a brand."""
    return company.hours[face.name]


def _as_html(text: str) -> str:
    paragraphs = (html.escape(each).replace("\n", "<br>") for each in text.split("\n\n"))
    return "".join(f"<p>{each}</p>" for each in paragraphs)
