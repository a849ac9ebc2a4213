"""How cases of the demo are looked back on: our own account, and three lines of the customer's."""

import datetime as dt
from functools import partial

from makegood.cases.models import Case, CaseState
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.feedback.models import Closing
from makegood.welcome.demo import texts
from makegood.welcome.demo.stage import Stage
from makegood.welcome.demo.telling import Telling

# How often of a hundred: we say how we see it, they answer, they say what they needed, the owner reads it by the day.
STATED, ANSWERED, IN_WORDS, READ = 60, 48, 70, 75
# How it went, from very well to very badly: for most, and for those whom we had disappointed.
WENT = {5: 48, 4: 35, 3: 10, 2: 4, 1: 3}
WENT_AFTER_TROUBLE = {5: 26, 4: 34, 3: 20, 2: 13, 1: 7}
# Of those for whom it went badly.
UNSOLVED = 45


def ask(stage: Stage, case: Case, *, at: dt.datetime) -> None:
    """It was resolved: say how we see it, and ask the customer, who may answer in the next days."""
    telling = stage.tellings.get(case.ref)
    if telling is None or not telling.is_greeted or feedback.ask(case, at=at) is None:
        return
    if stage.happens(STATED):
        seen = texts.of(case.language).matter(telling.story.topic).seen
        ours = Account(needed=seen, went=5 if stage.happens(65) else 4, solved=True)
        feedback.state(case, ours, by=stage.colleague(case, case.brand), at=at)
    if stage.happens(ANSWERED):
        stage.timetable.put(stage.slept(at, (2, 70)), partial(_answer, stage, telling))


def _answer(stage: Stage, telling: Telling, at: dt.datetime) -> None:
    case = Case.objects.for_pages().get(pk=telling.case.pk)
    if case.state != CaseState.RESOLVED:
        return
    weights = WENT_AFTER_TROUBLE if case.recoveries.exists() else WENT
    went = stage.chance.choices(list(weights), list(weights.values()))[0]
    written = texts.of(case.language)
    solved = not (went <= 2 and stage.happens(UNSOLVED))
    words = stage.chance.choice(written.sorrows) if went <= 2 else written.matter(telling.story.topic).need
    needed = words if went <= 2 or stage.happens(IN_WORDS) else ""
    given = feedback.answer(case, Account(needed=needed, went=went, solved=solved), by=case.customer, at=at)
    if not solved:
        telling.mend(at)
    if stage.happens(READ):
        stage.timetable.put(stage.worked(case.brand, at, (10, 300)), partial(_look, stage, given))


def _look(stage: Stage, given: Closing, at: dt.datetime) -> None:
    feedback.look(given, by=stage.colleague(given.case, given.brand), at=at)
