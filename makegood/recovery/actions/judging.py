"""Complaints: chosen by a person, or heard in the customer's words as a hint that a person confirms or declines."""

import datetime as dt
import uuid

from makegood.cases.models import Case, Message
from makegood.events.actions import record, verb
from makegood.events.prepared import PreparedQuery
from makegood.events.writing import insert
from makegood.recovery import hearing, matters
from makegood.recovery import recovery_events as events
from makegood.recovery.actions.recovering import recover
from makegood.recovery.hearing import Heard
from makegood.recovery.models import Hint, HintState, Recovery, Rules, Trigger
from makegood.staff.models import User

# From which likelihood on a person is asked.
LOUD = 0.5
HEARD = PreparedQuery(lambda message: Hint.objects.filter(message=message))


@verb
def hear(message: Message, *, at: dt.datetime, heard: Heard | None = None) -> Hint | None:
    """Listen to what a customer wrote; a hint where it may be a complaint, or its writer angry. It opens nothing. `heard`:
    what these words say, where somebody has listened to them already.

    A message is heard once: whoever listens holds the reaction to it, and the database refuses a second hint.
    """
    heard = heard or hearing.hear(message.text, message.language)
    if max(heard.complaint, heard.angry) < LOUD:
        return None
    before = next(iter(HEARD(message=message.pk)), None)
    if before is not None:
        return before
    hint = Hint(message=message, complaint=heard.complaint, angry=heard.angry)
    insert(hint)
    fact = events.ComplaintHeard(message=str(message.pk))
    record(fact, about=message.case.ref, at=at, facets=message.case.facets)
    return hint


@verb
def judge(hint: Hint, *, confirmed: bool, by: User, at: dt.datetime) -> Recovery | None:
    """A person says whether it is a complaint; the first word holds. A complaint opens a recovery, or is added to it."""
    held = Hint.objects.select_for_update(of=("self",)).select_related("message__case").get(pk=hint.pk)
    if held.state != HintState.WAITING:
        return None
    held.state = HintState.CONFIRMED if confirmed else HintState.DECLINED
    held.judged_by, held.judged_at = by, at
    held.save(update_fields=["state", "judged_by", "judged_at"])
    case = held.message.case
    fact = events.ComplaintJudged(message=str(held.message_id), confirmed=confirmed)
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    return open_by_hand(case, Trigger.Kind.COMPLAINT, key=str(held.message_id), by=by, at=at) if confirmed else None


@verb
def open_by_hand(case: Case, kind: Trigger.Kind, *, key: str = "", by: User, at: dt.datetime) -> Recovery | None:
    """A person says that the customer complains, or that they are to be won back for another reason.

    None in a case that nobody works on. Pressed twice while the recovery runs, it is one trigger.
    """
    matter = matters.of_case(case, days=Rules.now().days, at=at)
    if matter is None:
        return None
    said = Trigger.objects.filter(kind=kind, recovery__about=matter.about, recovery__ended_at=None, staff__isnull=False)
    if not key and (before := said.select_related("recovery").first()) is not None:
        return before.recovery
    return recover(matter, kind, key=key or uuid.uuid4().hex, by=by, at=at)
