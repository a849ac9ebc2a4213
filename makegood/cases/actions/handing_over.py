"""Handing a case over: offered with a reason, until somebody there accepts it, declines, or it is taken back."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.conf import settings
from django.utils.translation import gettext as _

from makegood.cases import events
from makegood.cases.actions import rows, snoozing
from makegood.cases.models import Case, CaseState, Handover, HandoverState, Message, MessageKind, Shelf
from makegood.events.actions import record, verb
from makegood.events.keys import free_reference
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.promises import clock
from makegood.promises.actions import fulfilling
from makegood.staff.models import Team, User

HANDOVER = "handover"  # the key of our promise to whoever offers a case
HOUR = 3600


@verb
def hand_over(case: Case, *, owner: User | None, team: Team, reason: str, by: User, at: dt.datetime) -> Handover | None:
    """Offer a case to another person or team, with the reason in words that they read. The clocks run on, and until
    somebody accepts, whoever has the case answers for it: where nobody in person does, who offers it.

    None where nobody has to accept: to oneself, and to the rota of the team that has it. An earlier offer ends; the very
    same, told twice, stands.
    """
    case = rows.lock(case)
    offered = give(case, owner=owner, team=team, reason=reason, by=by, at=at)
    rows.keep(case, "owner", "team", "last_at", "message_count")
    return offered


def give(case: Case, *, owner: User | None, team: Team, reason: str, by: User, at: dt.datetime) -> Handover | None:
    """The same, as part of the verb that holds the case and keeps it afterwards."""
    if not reason.strip():
        raise ValueError("handing over needs a reason")
    standing = waiting_in(case)
    if standing is not None and standing.is_alike(owner=owner, team=team, reason=reason, by=by):
        return standing
    lapse(case, reason="offered-anew", by=by, at=at)
    message = _note(case, reason.strip(), by=by, at=at)
    if owner == by or (owner is None and team.pk == case.team_id):
        case.owner, case.team = owner, team
        fact = events.CaseAssigned(owner=owner.key if owner else "", team=str(team.pk))
        record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
        return None
    if case.shelf != Shelf.NONE or case.state == CaseState.CLOSED:
        raise Refusal(_("Nobody works on this case, so there is nothing to hand over."))
    case.owner = case.owner or by
    return _offer(case, owner, team, message, by=by, at=at)


@verb
def accept(offered: Handover, *, by: User, at: dt.datetime) -> Handover:
    """The case is theirs from now on. Said twice it is once; the first of a team has it. Raises Refusal."""
    case, held = _hold(offered)
    if held.state == HandoverState.ACCEPTED and held.answered_by_id == by.pk:
        return held
    _check(held, by)
    _answer(held, HandoverState.ACCEPTED, by=by, at=at)
    case.owner, case.team = by, held.team
    fact = events.CaseHandedOver(owner=by.key, team=str(held.team_id), message=str(held.message_id or ""))
    fulfilling.fulfil(held.due, record(fact, about=case.ref, at=at, by=by.key, facets=case.facets))
    rows.keep(case, "owner", "team")
    held.case = case
    return held


@verb
def decline(offered: Handover, *, words: str, by: User, at: dt.datetime) -> Handover:
    """The case stays where it is, and the giver reads why. Of a team, one answers for all. Raises Refusal."""
    case, held = _hold(offered)
    _check(held, by)
    if not words.strip():
        raise Refusal(_("Say why, so that they know what to do now."), field="words")
    held.answer = words.strip()
    _answer(held, HandoverState.DECLINED, by=by, at=at)
    fact = events.OfferDeclined(handover=held.ref)
    fulfilling.fulfil(held.due, record(fact, about=case.ref, at=at, by=by.key, facets=case.facets))
    rows.keep(case)
    return held


@verb
def take_back_offer(offered: Handover, *, by: User, at: dt.datetime) -> Handover:
    """The case is not offered any more, as nobody has accepted it. Raises Refusal when somebody has answered."""
    case, held = _hold(offered)
    if held.state == HandoverState.TAKEN_BACK:
        return held
    if held.state != HandoverState.WAITING:
        raise Refusal(_("This offer has been answered already."))
    _end(case, held, HandoverState.TAKEN_BACK, reason="offer-back", by=by, at=at)
    rows.keep(case)
    return held


def waiting_in(case: Case) -> Handover | None:
    """The offer of a case that nobody has answered. Part of the verb that holds the case."""
    return next(iter(Handover.objects.waiting().filter(case=case).select_related("message", "due")), None)


def lapse(case: Case, *, reason: str, by: User | None, at: dt.datetime) -> None:
    """Nothing is left to accept. Part of the verb that holds the case, and keeps it afterwards."""
    offered = waiting_in(case)
    if offered is not None:
        _end(case, offered, HandoverState.LAPSED, reason=reason, by=by, at=at)


def _end(case: Case, offered: Handover, state: HandoverState, *, reason: str, by: User | None, at: dt.datetime) -> None:
    _answer(offered, state, by=by, at=at)
    who = by.key if by else ""
    fulfilling.call_off(offered.due, reason=reason, by=who, at=at)
    fact = events.OfferEnded(handover=offered.ref, reason=reason)
    record(fact, about=case.ref, at=at, by=who, facets=case.facets)


def _offer(case: Case, owner: User | None, team: Team, message: Message, *, by: User, at: dt.datetime) -> Handover:
    ref = free_reference("H", taken=lambda one: Handover.objects.filter(ref=one).exists())
    calendar = clock.calendar_version(case.brand_id, at)
    due = promises.make(
        about=ref, brand=case.brand, team=team, customer=None, promised_by=None, words="",
        due_at=clock.run(version=calendar, since=at, seconds=settings.HANDOVER_HOURS * HOUR).due_at,
        ends_on=["case.handed_over", "case.offer_declined"], at=at, key=HANDOVER,
    )  # fmt: skip
    offered = Handover(ref=ref, case=case, giver=by, owner=owner, team=team, message=message, due=due, offered_at=at)
    offered.save(force_insert=True)
    snoozing.bring_back(case, reason="given", at=at)
    fact = events.CaseOffered(
        handover=ref, owner=owner.key if owner else "", team=str(team.pk), message=str(message.pk)
    )
    record(fact, about=case.ref, at=at, by=by.key, facets=case.facets)
    return offered


def _note(case: Case, reason: str, *, by: User, at: dt.datetime) -> Message:
    message = Message(
        case=case, kind=MessageKind.NOTE, at=at, staff=by, sender_name=by.name, text=reason, channel="desk"
    )
    message.save(force_insert=True)
    rows.touch(case, at)
    return message


def _hold(offered: Handover) -> tuple[Case, Handover]:
    """The case first, as every verb does, then the offer as it stands now."""
    case = rows.lock(offered.case)
    found = Handover.objects.select_for_update(of=("self",)).select_related("team", "message", "due")
    return case, found.get(pk=offered.pk)


def _check(held: Handover, by: User) -> None:
    if held.state != HandoverState.WAITING:
        raise Refusal(_("This offer has been answered already."))
    if not held.is_for(by):
        raise Refusal(_("The case is offered to somebody else."))


def _answer(held: Handover, state: HandoverState, *, by: User | None, at: dt.datetime) -> None:
    held.state, held.answered_by, held.answered_at = state, by, at
    held.save(update_fields=["state", "answered_by", "answered_at", "answer"])


@verb
def erase_answers(customers: Collection[uuid.UUID]) -> int:
    """A customer is erased: why colleagues declined their cases goes, too; in how many offers."""
    return Handover.objects.filter(case__customer__in=customers).exclude(answer="").update(answer="")
