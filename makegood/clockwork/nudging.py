"""Customers who do not answer are reminded: what becomes of the case and the letter are one transaction, so that each of
them gets it once, whoever is killed."""

import datetime as dt
import uuid

from makegood.cases import actions as cases
from makegood.cases.actions.nudging import REMIND
from makegood.cases.models import Case
from makegood.channels.email import actions as email
from makegood.channels.email import asking
from makegood.events import actions as events


def work(*, at: dt.datetime) -> int:
    """Remind, or resolve, where it is due; how many letters. Asked first: an empty sweep takes no write lock."""
    return sum(_work(pk, at=at) for pk in cases.nudges_due(at=at))


@events.verb
def _work(pk: uuid.UUID, *, at: dt.datetime) -> bool:
    case = Case.objects.for_pages().get(pk=pk)
    taken = cases.take_nudge(pk, reaches=asking.may_ask(case), at=at)
    if taken is None:
        return False
    case, step = taken
    queue = email.queue_nudge if step == REMIND else email.queue_silence
    return queue(case, at=at) is not None
