"""Opening a recovery, or adding one more trigger to the one that runs; joining two, and ending."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.models.case import NOTHING_DUE
from makegood.customers.models import Customer
from makegood.events.actions import record, verb
from makegood.events.keys import free_reference
from makegood.events.models import Event
from makegood.events.prepared import PreparedQuery
from makegood.events.refusals import Refusal
from makegood.events.writing import insert
from makegood.promises import actions as promises
from makegood.promises.actions import fulfilling
from makegood.promises.models import CharterLine, Commitment
from makegood.recovery import deadline
from makegood.recovery import recovery_events as events
from makegood.recovery.matters import Matter
from makegood.recovery.models import Outcome, Recovery, Rules, Trigger
from makegood.staff.models import Team, User

CLOCK = "recovery"


def _running(keys: Any, customer: Any, brand: Any) -> QuerySet[Recovery]:
    known = Q(about__in=keys)
    if customer is not None:
        known |= Q(case=None, customer=customer, brand=brand)
    return Recovery.objects.for_change().running().filter(known).order_by("opened_at", "id")[:1]


RUNNING = PreparedQuery(_running)
TOLD = PreparedQuery(lambda kind, key: Trigger.objects.filter(kind=kind, key=key).select_related("recovery"))
TAKEN = PreparedQuery(lambda ref: Recovery.objects.filter(ref=ref).values_list("pk")[:1])
HELD = PreparedQuery(
    lambda customer: Customer.objects.filter(pk=customer).select_for_update().values_list("pk", flat=True)
)


@verb
def recover(matter: Matter, kind: Trigger.Kind, *, key: str, by: User | None = None, at: dt.datetime) -> Recovery:
    """Win this customer back: by the recovery that runs in the matter, or else by a new one with an immediate clock.

    `key` names the fact behind it. Told twice, by two at once, or again after a worker was killed, it is one trigger of
    one recovery: the customer's row is held meanwhile, and the database refuses a second.
    """
    _hold(matter.customer)
    for known in TOLD(kind=str(kind), key=key):
        return known.recovery
    running = next(iter(RUNNING(keys=sorted(matter.keys), **_without_a_case(matter))), None)
    if running is None:
        return _open(matter, kind, key=key, by=by, at=at)
    if running.case is None and matter.case is not None:
        running.case, running.team = matter.case, matter.team
        running.save(update_fields=["case", "team"])
    insert(Trigger(recovery=running, kind=kind, key=key, at=at, staff=by))
    fact = events.RecoveryTriggered(recovery=running.ref, trigger=kind)
    record(fact, about=running.about, at=at, by=by.key if by else "", facets=running.facets)
    return running


@verb
def join(source: Case, target: Case, *, at: dt.datetime) -> Recovery | None:
    """Two cases became one: of two recoveries that run in them the older goes on, with the triggers of both."""
    _hold(target.customer)
    running = Recovery.objects.for_change().running().filter(case__in=(source, target)).select_related("due")
    both = list(running.order_by("opened_at", "id"))
    for younger in both[1:]:
        _give_over(younger, both[0], at=at)
    if both and both[0].about == source.ref:
        # Its clock went over with the case's promises; it is known by the key of what stands.
        both[0].about, both[0].case, both[0].team = target.ref, target, target.team
        both[0].save(update_fields=["about", "case", "team"])
    cases.refresh_clock([target.ref])
    return both[0] if both else None


@verb
def end(recovery: Recovery, outcome: Outcome, *, by: User | None, at: dt.datetime) -> Recovery:
    """Close it with what came of it. Said twice, the first holds.

    Raises Refusal when the customer has not heard from us and there was something to make good.
    """
    held = hold(recovery)
    if held.ended_at is not None:
        return held
    if outcome in (Outcome.WON, Outcome.LOST) and held.responded_at is None:
        raise Refusal(_("The customer has not heard from us yet. Acknowledge it first."))
    close(held, outcome, by=by, at=at)
    return held


@verb
def end_of_case(case: Case, *, at: dt.datetime) -> int:
    """The case was none (junk, deleted): nobody is to be won back in it; how many recoveries that ended."""
    running = list(Recovery.objects.for_change().running().filter(case=case))
    for held in running:
        close(held, Outcome.NEEDLESS, by=None, at=at)
    return len(running)


@verb
def resume_of_case(case: Case, *, at: dt.datetime) -> int:
    """It was a case after all: what its junking or deletion had ended runs again, unless another runs in the matter by
    now; how many. What a person ended stays ended."""
    ended = Recovery.objects.for_change().filter(case=case, outcome=Outcome.NEEDLESS).order_by("opened_at", "id")
    resumed = 0
    for held in ended.select_related("due", "brand", "team"):
        if _ended_with_its_case(held) and not Recovery.objects.running().filter(about=held.about).exists():
            _run_again(held, by=None, at=at)
            resumed += 1
    return resumed


@verb
def resume(recovery: Recovery, *, by: User, at: dt.datetime) -> Recovery:
    """It was closed by a slip: it runs again, and so does a clock until the customer hears from us. Raises Refusal when
    another one runs in the matter by now."""
    held = hold(recovery)
    if held.ended_at is None:
        return held
    if held.outcome == Outcome.JOINED or Recovery.objects.running().filter(about=held.about).exists():
        raise Refusal(_("Another recovery goes on in this matter. Go on in that one."))
    _run_again(held, by=by, at=at)
    return held


def _run_again(held: Recovery, *, by: User | None, at: dt.datetime) -> None:
    held.ended_at, held.outcome = None, ""
    if held.responded_at is None:
        held.due = _clock(about=held.about, brand=held.brand, team=held.team, at=at)
        held.next_at = held.due.due_at or NOTHING_DUE
    held.save(update_fields=["ended_at", "outcome", "due", "next_at"])
    fact = events.RecoveryReopened(recovery=held.ref)
    record(fact, about=held.about, at=at, by=by.key if by else "", facets=held.facets)
    cases.refresh_clock([held.about])


def _ended_with_its_case(held: Recovery) -> bool:
    """Whether nobody ended it: its case was put away."""
    ends = Event.objects.about(held.about).filter(name="recovery.ended", data__recovery=held.ref)
    last = ends.order_by("id").last()
    return last is not None and not last.by


def hold(recovery: Recovery) -> Recovery:
    """As it stands now, locked until the transaction ends."""
    found = Recovery.objects.for_change().select_related("due", "case", "brand", "customer", "team", "owner")
    return found.get(pk=recovery.pk)


def _open(matter: Matter, kind: Trigger.Kind, *, key: str, by: User | None, at: dt.datetime) -> Recovery:
    ref = free_reference("R", taken=lambda one: bool(TAKEN(ref=one)))
    due = _clock(about=matter.about, brand=matter.brand, team=matter.team, at=at)
    assert due.due_at is not None
    opened = Recovery(
        ref=ref, about=matter.about, case=matter.case, brand=matter.brand, team=matter.team, customer=matter.customer,
        owner=matter.case.owner if matter.case else None, due=due, opened_at=at, next_at=due.due_at,
    )  # fmt: skip
    insert(opened)
    insert(Trigger(recovery=opened, kind=kind, key=key, at=at, staff=by))
    fact = events.RecoveryOpened(recovery=ref, trigger=kind)
    record(fact, about=matter.about, at=at, by=by.key if by else "", facets=opened.facets)
    cases.refresh_clock([matter.about])
    return opened


def _clock(*, about: str, brand: Brand, team: Team | None, at: dt.datetime) -> Commitment:
    """That the customer hears from us soon is a promise to ourselves; nobody told the customer of it."""
    minutes = Rules.now().minutes
    return promises.make(
        about=about, brand=brand, team=team, customer=None, promised_by=None, words="",
        due_at=deadline.due(brand, amount=minutes, unit=CharterLine.Unit.MINUTES, since=at),
        ends_on=["recovery.acknowledged"], at=at, key=CLOCK,
    )  # fmt: skip


def close(held: Recovery, outcome: Outcome, *, by: User | None, at: dt.datetime) -> None:
    """Write down how a recovery that is held ended, and let its clock end with it. Part of a verb."""
    held.ended_at, held.outcome, held.next_at = at, outcome, NOTHING_DUE
    held.save(update_fields=["ended_at", "outcome", "next_at"])
    who = by.key if by else ""
    fact = events.RecoveryEnded(recovery=held.ref, outcome=outcome)
    record(fact, about=held.about, at=at, by=who, facets=held.facets)
    fulfilling.call_off(held.due, reason=f"recovery-{outcome}", by=who, at=at)
    cases.refresh_clock([held.about, held.due.about])


def _give_over(younger: Recovery, elder: Recovery, *, at: dt.datetime) -> None:
    younger.triggers.update(recovery=elder)
    if younger.responded_at is not None and elder.responded_at is None:
        elder.responded_at, elder.next_at = younger.responded_at, NOTHING_DUE
        elder.save(update_fields=["responded_at", "next_at"])
        fulfilling.call_off(elder.due, reason=f"recovery-{Outcome.JOINED}", by="", at=at)
    close(younger, Outcome.JOINED, by=None, at=at)


def _without_a_case(matter: Matter) -> dict[str, uuid.UUID | None]:
    """Whose recovery of an order that had no case yet is of this matter, too: nobody's where this one has none."""
    has_case = matter.case is not None
    return {"customer": matter.customer.pk if has_case else None, "brand": matter.brand.pk if has_case else None}


def _hold(customer: Customer) -> uuid.UUID:
    """The customer's row, so that of two triggers in the same moment the second finds what the first opened."""
    (held,) = HELD(customer=customer.pk)
    return held
