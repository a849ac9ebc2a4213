"""An answer of the customer is awaited until a time: it comes, and nothing more is to be done, or the case comes back."""

import datetime as dt
import uuid

from makegood.cases import awaited_events as events
from makegood.cases.actions import rows
from makegood.cases.models import Case, CaseState, Delivery, Message, MessageKind
from makegood.events.actions import record, verb
from makegood.staff.models import User

BATCH = 100


def begin(case: Case, *, until: dt.datetime, since: dt.datetime, by: User, at: dt.datetime) -> None:
    """The case sleeps until then, and is told of if no answer has come. Part of the verb that holds the case, and keeps
    it afterwards."""
    case.awaited_since, case.awaited_until = since, until
    case.snoozed_until, case.returned_at = until, None
    fact = events.AnswerAwaited(since=since.isoformat(), until=until.isoformat())
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)


def begin_with(case: Case, message: Message, *, at: dt.datetime) -> None:
    """A reply has left: what came of an earlier one is told no more, and its own answer is awaited where its writer wants
    that, and the time for it has not gone by. Part of the verb that lets it go."""
    if case.state != CaseState.WAITING_FOR_CUSTOMER:
        return
    until = message.awaited_until
    if until is not None and until > at and message.staff is not None:
        begin(case, until=until, since=at, by=message.staff, at=at)
    elif case.awaited_until is None:
        case.awaited_since = None


def asked_at(case: Case) -> dt.datetime | None:
    """When our last reply went out."""
    gone = case.messages.filter(kind=MessageKind.REPLY, delivery__in=(Delivery.WAITING, Delivery.SENT))
    return gone.order_by("at").values_list("at", flat=True).last()


def end(case: Case, *, by: User, at: dt.datetime) -> None:
    """Nobody waits for it any more. Part of the verb that holds the case, and keeps it afterwards."""
    case.awaited_since, case.awaited_until = None, None
    record(events.AnswerNotAwaited(), about=case.ref, at=at, by=by.key, facets=case.facets)


def miss_due(*, at: dt.datetime) -> int:
    """Bring back the cases in which no answer has come by the time; how many."""
    return sum(_miss(pk, at) for pk in list(Case.objects.awaited(at).values_list("pk", flat=True)[:BATCH]))


@verb
def _miss(pk: uuid.UUID, at: dt.datetime) -> bool:
    case = rows.lock(Case(pk=pk))
    if not is_missed(case, at):
        return False  # answered, or awaited until another time by now
    miss(case, at=at)
    rows.keep(case)
    return True


def is_missed(case: Case, at: dt.datetime) -> bool:
    return case.awaited_until is not None and case.awaited_until <= at


def miss(case: Case, *, at: dt.datetime) -> None:
    """None has come: the case is in work, and says since when. Part of the verb that holds the case, and keeps it
    afterwards."""
    assert case.awaited_since is not None
    case.awaited_until = None
    case.snoozed_until, case.returns_at, case.returned_at = None, None, at
    fact = events.AnswerMissed(since=case.awaited_since.isoformat())
    record(fact, about=case.ref, at=at, facets=case.facets)
