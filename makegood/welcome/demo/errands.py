"""What others are asked for cases of the demo: contractors, another team, a lead; and a case that waits to be accepted."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from makegood.cases import actions as cases
from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Contractor
from makegood.cases.words import Words
from makegood.promises.remedies import RemedyKind
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.welcome.demo import texts
from makegood.welcome.demo.company import WAREHOUSE, Company
from makegood.welcome.demo.stage import Stage
from makegood.welcome.demo.stories import Outcome, Story
from makegood.welcome.demo.telling import HOUR, MINUTE, Telling

# Name, address, language, brand.
COURIERS = ("Swift & Sons Couriers", "depots@swift-couriers.example", "en", "Larkfield")
REPAIRS = ("Reparatieatelier De Schroef", "werkplaats@deschroef.example", "nl", "Thuishaven")
# Above what an agent may give in a case.
MORE = Decimal("60.00")
# Before somebody else is asked, in minutes of the brand's own time.
READ_AFTER = 50


def know(company: Company, *, at: dt.datetime) -> None:
    """The directory of contractors."""
    for name, address, language, brand in (COURIERS, REPAIRS):
        tasks.save_contractor(
            None, name=name, address=address, language=language, answer_days=1, brands=[company.brands[brand]],
            by=company.people["olive"], at=at,
        )  # fmt: skip


def put_down(
    stage: Stage, *, telling: Callable[[Story], Telling], take: Callable[[Outcome, str], Story], until: dt.datetime
) -> None:
    """Each in a case of its own, so many minutes of the brand's time ago, so that it stands there on any day."""
    for language, minutes, topics, errand in (
        ("en", 120, ("late",), partial(_to_contractor, of=COURIERS)),
        ("nl", 420, ("warranty",), partial(_to_contractor, of=REPAIRS)),
        ("en", 180, ("wrong",), _to_the_warehouse),
        ("en", 60, ("late", "refund"), _hand_over),
        ("nl", 300, ("damaged", "complaint"), partial(_ask, is_answered=True)),
        ("en", 9, ("damaged", "complaint"), partial(_ask, is_answered=False)),
    ):
        one = telling(_fitting(take, language, topics))
        one.agent = stage.company.agents_of(one.face, language)[minutes % 2 - 1]
        at = one.hours.before(until, minutes * MINUTE)
        one.put_down(one.hours.before(at, READ_AFTER * MINUTE))
        stage.timetable.put(at, partial(_begin, stage, one, errand))


def _fitting(take: Callable[[Outcome, str], Story], language: str, topics: tuple[str, ...]) -> Story:
    """A story of a topic of which only the first words have been said."""
    while True:
        told = take("open", language)
        if told.topic in topics:
            return dataclasses.replace(told, turns=told.turns[:1])


def _begin(stage: Stage, one: Telling, errand: Callable[[Stage, Telling, dt.datetime], None], at: dt.datetime) -> None:
    one.case.refresh_from_db()
    if one.case.owner_id is None:
        cases.assign(one.case, owner=one.agent, by=one.agent, at=at)
    errand(stage, one, at)


def _to_contractor(_stage: Stage, one: Telling, at: dt.datetime, *, of: tuple[str, str, str, str]) -> None:
    """A firm outside is asked by mail; the Dutch one has answered and said when, the English one is to answer."""
    name, address, language, _brand = of
    what, text, answer = texts.of(language).errand
    due_at = one.hours.due(at, 16 * HOUR)
    errand = Errand(
        what=what, text=text, receiver=Receiver(contractor=Contractor.objects.get(name=name)), due_at=due_at
    )
    given = tasks.give(one.case, errand, by=one.agent, at=at)
    one.hold(at + MINUTE)
    if answer:
        words = Words(text=answer, language=language, sender=address, sender_name=name)
        says_at = one.hours.due(at, 13 * HOUR)
        said = one.hours.due(at, 3 * HOUR)
        one.timetable.put(said, lambda at: tasks.answer(given, words, says_at=says_at, at=at))


def _to_the_warehouse(stage: Stage, one: Telling, at: dt.datetime) -> None:
    """Colleagues who can look at the shelf."""
    what, text = texts.of("en").shelf
    receiver = Receiver(team=stage.company.teams[WAREHOUSE])
    tasks.give(one.case, Errand(what=what, text=text, receiver=receiver), by=one.agent, at=at)
    one.hold(at + MINUTE)


def _hand_over(stage: Stage, one: Telling, at: dt.datetime) -> None:
    """Offered to the warehouse; nobody there has accepted it yet."""
    warehouse = stage.company.teams[WAREHOUSE]
    reason = texts.of("en").reasons[1]
    cases.hand_over(one.case, owner=None, team=warehouse, reason=reason, by=one.agent, at=at)


def _ask(stage: Stage, one: Telling, at: dt.datetime, *, is_answered: bool) -> None:
    """Whoever has the case would give more than they may: one has been told yes, one waits for the lead's word."""
    gift = Gift(kind=RemedyKind.REFUND, amount=MORE, currency=one.face.currency)
    asked = recovery.ask(one.case, gift, why=texts.of(one.agent.language).pleas[0], by=one.agent, at=at)
    one.hold(at + MINUTE)
    if is_answered:
        lead = stage.company.lead_of(one.face)
        words = texts.of(lead.language).granted
        one.timetable.put(
            stage.worked(one.brand, at, (6, 14)),
            lambda at: recovery.answer(asked, granted=True, words=words, by=lead, at=at),
        )
