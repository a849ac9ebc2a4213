"""The steps of winning a customer back: each an event, in any order, taken once, and undone after a slip."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases.models.case import NOTHING_DUE
from makegood.customers.models import Customer
from makegood.events.actions import record, verb
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises.actions import fulfilling
from makegood.recovery import recovery_events as events
from makegood.recovery.actions.recovering import hold
from makegood.recovery.models import Cause, Recovery, Step, StepName
from makegood.staff.models import User

LONGEST = 2000
# Of these a person says in a press that they are done; the others need words, a cause, or the customer.
BY_PRESS = {
    StepName.OWNED: events.RecoveryOwned,
    StepName.PUT_RIGHT: events.RecoveryPutRight,
    StepName.COMPENSATED: events.RecoveryCompensated,
}
# Once the customer has heard from us they have; everything else may have been a slip.
FOR_GOOD = frozenset({StepName.ACKNOWLEDGED})


@verb
def acknowledge(recovery: Recovery, *, message: str = "", by: User | None, at: dt.datetime) -> Recovery:
    """The customer has heard from us; that keeps the immediate clock. A fact of before it opened is none.

    `message` names the reply by which they heard: should it not arrive, they have not.
    """
    held = hold(recovery)
    if at < held.opened_at or not _take(held, StepName.ACKNOWLEDGED, by=by, at=at):
        return held
    held.responded_at, held.next_at = held.responded_at or at, NOTHING_DUE
    held.save(update_fields=["responded_at", "next_at"])
    heard = events.RecoveryAcknowledged(recovery=held.ref, message=message)
    fulfilling.fulfil(held.due, _tell(held, heard, by=by.key if by else "", at=at))
    cases.refresh_clock([held.about, held.due.about])
    return held


@verb
def unhear(recovery: Recovery, *, at: dt.datetime) -> Recovery:
    """The reply by which they heard from us did not arrive. By that fact the immediate clock is owed again, as is
    every promise that the reply had kept; here the recovery follows it. Nothing where they heard otherwise; and one
    that has ended stays so, and owes nothing."""
    held = hold(recovery)
    if held.responded_at is None or not held.due.owed or held.due.due_at is None:
        return held
    if held.ended_at is not None:
        fulfilling.call_off(held.due, reason=f"recovery-{held.outcome}", by="", at=at)
        cases.refresh_clock([held.about, held.due.about])
        return held
    held.steps.filter(name=StepName.ACKNOWLEDGED).delete()
    held.responded_at, held.next_at = None, held.due.due_at
    held.save(update_fields=["responded_at", "next_at"])
    _tell(held, events.RecoveryUnheard(recovery=held.ref), by="", at=at)
    return held


@verb
def understand(recovery: Recovery, *, words: str, by: User, at: dt.datetime) -> Recovery:
    """Write down, in the customer's words, what went wrong for them; they are asked whether it is so. Written anew, they
    are asked anew. Raises Refusal without words."""
    held = hold(recovery)
    words = words.strip()[:LONGEST]
    if not words:
        raise Refusal(_("Write what went wrong for them, in their words."), field="words")
    if held.ended_at is not None or words == held.understanding:
        return held
    _take(held, StepName.UNDERSTOOD, by=by, at=at)
    held.understanding, held.is_understood = words, None
    held.save(update_fields=["understanding", "is_understood"])
    _tell(held, events.RecoveryUnderstood(recovery=held.ref), by=by.key, at=at)
    return held


@verb
def answer_understanding(recovery: Recovery, *, yes: bool, by: Customer, at: dt.datetime) -> Recovery:
    """The customer says whether we understood them."""
    held = hold(recovery)
    if held.ended_at is None and held.understanding and held.is_understood != yes:
        held.is_understood = yes
        held.save(update_fields=["is_understood"])
        _tell(held, events.RecoveryAnswered(recovery=held.ref, understood=yes), by=by.key, at=at)
    return held


@verb
def take(recovery: Recovery, step: StepName, *, by: User, at: dt.datetime) -> Recovery:
    """Owned, put right or compensated: a person says so. Whoever owns it is its owner from then on."""
    held = hold(recovery)
    if step == StepName.OWNED and held.owner_id != by.pk and held.ended_at is None:
        held.steps.filter(name=step).delete()  # from now on it is another's
        held.owner = by
        held.save(update_fields=["owner"])
    if _take(held, step, by=by, at=at):
        _tell(held, BY_PRESS[step](recovery=held.ref), by=by.key, at=at)
    return held


@verb
def confirm(recovery: Recovery, *, good: bool, by: User | Customer, at: dt.datetime) -> Recovery:
    """Whether all is well again: the customer says so on their page, or said so to a colleague. The last word counts."""
    held = hold(recovery)
    if held.ended_at is not None or held.is_good == good:
        return held
    held.is_good = good
    held.save(update_fields=["is_good"])
    _take(held, StepName.CONFIRMED, by=by if isinstance(by, User) else None, at=at)
    _tell(held, events.RecoveryConfirmed(recovery=held.ref, good=good), by=by.key, at=at)
    return held


@verb
def learn(recovery: Recovery, cause: Cause, *, by: User, at: dt.datetime) -> Recovery:
    """Name what caused it; naming another replaces it. Raises Refusal for a cause that is not in use."""
    held = hold(recovery)
    if held.cause_id == cause.pk:
        return held
    if not Cause.objects.in_use().filter(pk=cause.pk).exists():
        raise Refusal(_("This cause is retired. Choose another."), field="cause")
    held.cause = cause
    held.save(update_fields=["cause"])
    _take(held, StepName.LEARNED, by=by, at=at, late=True)
    _tell(held, events.RecoveryLearned(recovery=held.ref, cause=str(cause.pk)), by=by.key, at=at)
    return held


@verb
def undo(recovery: Recovery, step: StepName, *, by: User, at: dt.datetime) -> Recovery:
    """It was not so after all. Raises Refusal for what cannot be taken back."""
    held = hold(recovery)
    if step in FOR_GOOD:
        raise Refusal(_("The customer has heard from us; that cannot be taken back."))
    gone, _counts = held.steps.filter(name=step).delete()
    if not gone:
        return held
    if step == StepName.UNDERSTOOD:
        held.understanding, held.is_understood = "", None
    elif step == StepName.CONFIRMED:
        held.is_good = None
    elif step == StepName.LEARNED:
        held.cause = None
    held.save(update_fields=["understanding", "is_understood", "is_good", "cause"])
    _tell(held, events.StepUndone(recovery=held.ref, step=step), by=by.key, at=at)
    return held


def _take(held: Recovery, step: StepName, *, by: User | None, at: dt.datetime, late: bool = False) -> bool:
    """Note it; False when it is taken already, or the recovery has ended (one may learn from it `late`)."""
    if held.ended_at is not None and not late:
        return False
    _step, new = Step.objects.get_or_create(recovery=held, name=step, defaults={"at": at, "staff": by})
    return new


def _tell(held: Recovery, fact: Any, *, by: str, at: dt.datetime) -> Event:
    return record(fact, about=held.about, at=at, by=by, facets=held.facets)
