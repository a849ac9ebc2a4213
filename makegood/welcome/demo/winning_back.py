"""How the people of the demo win customers back: step by step in their own hours, as far as the history goes."""

import datetime as dt
import uuid
from functools import partial

from makegood.cases.models import Message
from makegood.promises.models import Commitment
from makegood.recovery import actions as recovery
from makegood.recovery.models import Hint, Outcome, Recovery, StepName, Trigger
from makegood.staff.models import User
from makegood.welcome.demo import causes, giving, sales, texts
from makegood.welcome.demo.stage import Stage
from makegood.welcome.demo.telling import HOUR

# How often of a hundred each is done, or said.
OWNED, UNDERSTOOD, ANSWERED, YES, PUT_RIGHT, GIVEN, SAID, GOOD, LEARNED, WON = 80, 70, 65, 88, 85, 40, 60, 85, 80, 70
# How soon somebody turns to a customer who has not heard from us, in working minutes, and how often.
TURNED_TO = {(8, 50): 66, (70, 200): 22, (500, 1100): 8, (3000, 5000): 4}
# How many of a hundred come back, by the hours until they heard from us.
CAME_BACK = ((1, 78), (10, 58), (48, 34))
NEVER_HEARD = 15


def judge(stage: Stage, message: Message, *, hint: Hint | None, at: dt.datetime) -> None:
    """Whoever has the case says that it is a complaint, heard or not."""

    def say(at: dt.datetime) -> None:
        by = stage.colleague(message.case.present, message.case.brand)
        if hint is not None:
            recovery.judge(hint, confirmed=True, by=by, at=at)
        else:
            recovery.open_by_hand(message.case.present, Trigger.Kind.COMPLAINT, by=by, at=at)

    stage.timetable.put(stage.worked(message.case.brand, at, (4, 40)), say)


def begin(stage: Stage, opened: Recovery, *, at: dt.datetime) -> None:
    """It opened: somebody will turn to the customer, where no reply of ours does so first."""
    minutes = stage.chance.choices(list(TURNED_TO), list(TURNED_TO.values()))[0]
    stage.timetable.put(stage.worked(opened.brand, at, minutes), partial(_turn_to, stage, opened))
    if stage.happens(NEVER_HEARD):
        stage.timetable.put(stage.slept(at, (150, 600)), partial(_come_back_unheard, stage, opened))


def put_right(stage: Stage, heard: Recovery, *, at: dt.datetime) -> None:
    """The customer has heard from us: the other steps, and whether they come back."""
    worked = partial(stage.worked, heard.brand, at)
    by = stage.colleague(heard.case, heard.brand)
    steps = (
        (OWNED, worked((2, 25)), partial(_take, stage, heard, StepName.OWNED, by)),
        (UNDERSTOOD, worked((10, 80)), partial(_understand, stage, heard, by)),
        (PUT_RIGHT, worked((60, 420)), partial(_take, stage, heard, StepName.PUT_RIGHT, by)),
        (100, worked((120, 480)), partial(_compensate, stage, heard, by)),
        (SAID, stage.slept(at, (7, 22)), partial(_confirm, stage, heard)),
        (LEARNED, worked((500, 900)), partial(_learn, stage, heard)),
        (100, worked((560, 1000)), partial(_end, stage, heard, by)),
    )
    for often, then, step in steps:
        if stage.happens(often):
            stage.timetable.put(then, step)
    waited = (at - heard.opened_at) / HOUR
    often = next((often for hours, often in CAME_BACK if waited <= hours), NEVER_HEARD)
    if stage.happens(often):
        stage.timetable.put(stage.slept(at, (70, 560)), partial(sales.buy_again, stage, heard.customer, heard.brand))


def _turn_to(stage: Stage, opened: Recovery, at: dt.datetime) -> None:
    if Recovery.objects.running().filter(pk=opened.pk, responded_at=None).exists():
        held = _now(opened)
        recovery.acknowledge(held, by=stage.colleague(held.case, held.brand), at=at)


def _come_back_unheard(stage: Stage, opened: Recovery, at: dt.datetime) -> None:
    if _now(opened).responded_at is None:
        sales.buy_again(stage, opened.customer, opened.brand, at)


def _take(_stage: Stage, heard: Recovery, step: StepName, by: User, at: dt.datetime) -> None:
    recovery.take(heard, step, by=by, at=at)


def _understand(stage: Stage, heard: Recovery, by: User, at: dt.datetime) -> None:
    """In the customer's words, who are asked whether it is so."""
    language = heard.case.language if heard.case else heard.brand.language
    hurts = texts.of(language).hurts
    why = _why(heard)
    kind = heard.triggers.order_by("at", "id")[0].kind
    recovery.understand(heard, words=stage.chance.choice(hurts.get(why) or hurts[kind]), by=by, at=at)
    if stage.happens(ANSWERED):
        yes = stage.happens(YES)
        stage.timetable.put(
            stage.slept(at, (1, 16)),
            lambda at: recovery.answer_understanding(heard, yes=yes, by=heard.customer, at=at),
        )


def _compensate(stage: Stage, heard: Recovery, by: User, at: dt.datetime) -> None:
    """What the charter gave them makes up for it; else now and then something from us does."""
    held = _now(heard)
    if held.case is None or held.ended_at is not None:
        return
    if not held.case.remedies.exists():
        if not stage.happens(GIVEN):
            return
        giving.on_the_spot(stage, held.case, by=by, at=at)
    recovery.take(held, StepName.COMPENSATED, by=by, at=at)


def _confirm(stage: Stage, heard: Recovery, at: dt.datetime) -> None:
    """The customer says on their page whether all is well again."""
    recovery.confirm(heard, good=stage.happens(GOOD), by=heard.customer, at=at)


def _learn(stage: Stage, heard: Recovery, at: dt.datetime) -> None:
    """The lead names what caused it."""
    telling = stage.tellings.get(heard.about)
    topic = telling.story.topic if telling else ""
    cause = causes.of(heard, why=_why(heard), topic=topic, chance=stage.chance)
    recovery.learn(heard, cause, by=stage.company.lead_of(stage.face(heard.brand)), at=at)


def _end(stage: Stage, heard: Recovery, by: User, at: dt.datetime) -> None:
    held = _now(heard)
    won = held.is_good if held.is_good is not None else stage.happens(WON)
    if held.responded_at is not None:
        recovery.end(held, Outcome.WON if won else Outcome.LOST, by=by, at=at)


def _now(one: Recovery) -> Recovery:
    return Recovery.objects.for_pages().select_related("brand", "case__owner", "case__brand").get(pk=one.pk)


def _why(one: Recovery) -> str:
    """The key of the promise that was broken first; "" where it opened for another reason."""
    first = one.triggers.order_by("at", "id")[0]
    if first.kind != Trigger.Kind.BROKEN:
        return ""
    return Commitment.objects.values_list("key", flat=True).get(pk=uuid.UUID(first.key))
