"""A reply, what it does besides, and how we see a case that it resolves: sent together; the first and the last are taken
back together."""

import contextlib
import datetime as dt

from makegood.cases import actions as cases
from makegood.cases.actions.alongside import Alongside
from makegood.cases.actions.drafting import Unsent
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, Draft, Message
from makegood.desk.both_sides import panel
from makegood.events import actions as events
from makegood.events.refusals import Refusal
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.staff.models import User

NOTHING = Alongside()


def send(
    case: Case,
    answer: Answer,
    seen: Account | None,
    *,
    also: Alongside = NOTHING,
    leaves_at: dt.datetime | None = None,
    by: User,
    at: dt.datetime,
) -> Message:
    """All of it, the reply now or at a time, what it does besides at once; what the customer has told of the case already
    stays as it is. Raises as cases.reply and cases.plan do, and Refusal where something cannot be done: then nothing is."""
    with events.moment():
        if leaves_at is None:
            message = cases.reply(case, answer, by=by, at=at)
        else:
            message = cases.plan(case, answer, leaves_at=leaves_at, by=by, at=at)
        cases.do_alongside(case, also, by=by, at=at)
        if seen is None:
            return message
        with contextlib.suppress(Refusal):
            feedback.state(case, seen, reply=message, by=by, at=at)
    return message


def take_back(message: Message, *, by: User, at: dt.datetime) -> bool:
    """Both return to the draft, as they were written. False when the reply has left."""
    with events.moment():
        if not (cases.undo(message, by=by, at=at) or cases.withdraw(message, by=by, at=at)):
            return False
        seen = feedback.take_back(message, by=by, at=at)
        if seen is not None:
            draft = Draft.objects.select_related("case").get(case__messages=message, staff=by)
            fields = draft.fields | panel.as_typed(seen)
            cases.save_draft(draft.case, Unsent(draft.kind, draft.text, fields), by=by, at=at)
    return True
