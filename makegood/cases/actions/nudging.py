"""Reminding a customer who does not answer, once and by itself; and where that is wanted, resolving the case some days
after a second silence.

It stands on the case while that waits for its customer: whatever ends the waiting (their answer, a reply of ours, resolved,
closed, on a shelf) ends it, too (`rows.set_clock`). No answer of a machine does.
"""

import datetime as dt
import uuid

from django.utils.translation import gettext as _

from makegood.calendars.business_time import NeverOpenError
from makegood.calendars.compiled import business_calendar
from makegood.cases import events, nudge_events
from makegood.cases.actions import awaiting, rows, snoozing
from makegood.cases.actions.fields import needing
from makegood.cases.models import Case, CaseState, Delivery, Message, Step, Task
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.promises import clock, standing
from makegood.staff.models import User

BATCH = 100
LONGEST = 365  # days
WHEN, RESOLVES = "nudge", "nudge_resolves"  # the fields that a Refusal names
REMIND, RESOLVE = "remind", "resolve"  # what falls due next
MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
WEEK = 8 * DAY  # and the day on which it begins


@verb
def ask_nudge(case: Case, *, until: dt.datetime, resolves: int = 0, by: User, at: dt.datetime) -> Case:
    """Have the customer reminded by itself if they have not answered by `until`, or when the brand opens next after that;
    and where `resolves` is not 0 the case resolved so many days later. Asked anew, the newer time counts. Raises Refusal."""
    case = rows.lock(case)
    if not case.is_unfinished or case.state != CaseState.WAITING_FOR_CUSTOMER:
        raise Refusal(_("The customer waits for us here. Reply first, then wait for their answer."), field=WHEN)
    check_time(until, at=at)
    check_resolves(resolves)
    begin(case, since=awaiting.asked_at(case) or at, until=until, resolves=resolves, by=by.key, at=at)
    rows.keep(case)
    return case


@verb
def cancel_nudge(case: Case, *, by: User, at: dt.datetime) -> Case:
    """Nobody is reminded. Said twice, it is once."""
    case = rows.lock(case)
    if case.nudge_at is not None:
        case.nudge_at, case.nudge = None, {}
        record(nudge_events.NudgeCancelled(), about=case.ref, at=at, by=by.key, facets=case.facets)
        rows.keep(case)
    return case


def check_days(days: int) -> None:
    """Raises Refusal for what is no number of days after which somebody is reminded."""
    if not 1 <= days <= LONGEST:
        raise Refusal(_("Say a number of days from 1 to %(most)d.") % {"most": LONGEST}, field=WHEN)


def check_time(until: dt.datetime, *, at: dt.datetime) -> None:
    """Raises Refusal for a moment that has gone by, or is too far off."""
    if until <= at:
        raise Refusal(_("This time has gone by. Say one that lies ahead."), field=WHEN)
    if until > at + LONGEST * DAY:
        raise Refusal(_("Say a time within the next %(most)d days.") % {"most": LONGEST}, field=WHEN)


def check_with(*, days: int | None, until: dt.datetime | None, resolves: int, at: dt.datetime) -> None:
    """Raises Refusal for what a reply that leaves now cannot bring. `until` comes before `days`."""
    if until is not None:
        check_time(until, at=at)
    elif days is not None:
        check_days(days)
    check_resolves(resolves)


def check_resolves(days: int) -> None:
    """Raises Refusal for what is no number of days until the case is resolved; 0: it is not."""
    if not 0 <= days <= LONGEST:
        raise Refusal(_("Say a number of days from 1 to %(most)d.") % {"most": LONGEST}, field=RESOLVES)


def check_leaving(until: dt.datetime | None, leaves_at: dt.datetime) -> None:
    """Raises Refusal where they would be reminded of a reply that has not left."""
    if until is not None and until <= leaves_at:
        raise Refusal(_("They would be reminded before your reply leaves. Say a later time."), field=WHEN)


def begin_with(case: Case, message: Message, *, at: dt.datetime) -> None:
    """A reply has left: an earlier reminder is over, and its own, or else the brand's, begins. Part of the verb that lets it
    go, and keeps the case afterwards."""
    case.nudge_at, case.nudge = None, {}
    if case.state != CaseState.WAITING_FOR_CUSTOMER:
        return
    brand, author = case.brand, message.staff
    if message.nudge_at is None and message.nudge_days is None:
        days, resolves, by = brand.nudge_days, brand.nudge_resolves, ""
    else:
        days, resolves, by = message.nudge_days or 0, message.nudge_resolves, author.key if author else ""
    until = message.nudge_at or (at + days * DAY if days else None)
    if until is None:
        return
    if until <= at:  # it left later than was thought: nobody is reminded of what they have just been sent
        until = _opens_again(case, at)
    begin(case, since=at, until=until, resolves=resolves, by=by, at=at)


def begin(case: Case, *, since: dt.datetime, until: dt.datetime, resolves: int, by: str, at: dt.datetime) -> None:
    """`by` "": as the brand usually does, which is told by the case and no fact of its log. Part of the verb that holds the case, and keeps it afterwards."""
    case.nudge_at = opening(case, until)
    case.nudge = {"by": by, "since": since.isoformat(), "resolves": resolves, "step": REMIND}
    if by:
        fact = nudge_events.NudgeAsked(until=case.nudge_at.isoformat(), resolves=resolves)
        record(fact, about=case.ref, at=at, by=by, facets=case.facets)


def nudges_due(*, at: dt.datetime) -> list[uuid.UUID]:
    """The cases in which somebody may have to be reminded, or told that theirs is resolved; next first."""
    due = Case.objects.filter(nudge_at__isnull=False, nudge_at__lte=at).order_by("nudge_at", "id")
    return list(due.values_list("pk", flat=True)[:BATCH])


@verb
def take_nudge(pk: uuid.UUID, *, reaches: bool, at: dt.datetime) -> tuple[Case, str] | None:
    """What is due in a case, REMIND or RESOLVE, is done, but for the letter: whoever calls writes it in the same
    transaction. `reaches`: whether one can be written. None where nothing is to be written: somebody else was first, it is
    not wanted any more, or it has to wait for business hours or for a reply that is about to leave."""
    case = rows.lock(Case(pk=pk))
    if case.nudge_at is None or case.nudge_at > at:
        return None  # ended, or done by another worker
    rows.set_clock(case)
    if not case.nudge:  # it waits for its customer no more
        rows.keep(case)
        return None
    opens = opening(case, at)
    if opens > at or case.messages.filter(delivery=Delivery.HELD).exists():
        case.nudge_at = max(opens, at + MINUTE)
        rows.keep(case)
        return None
    taken = _remind(case, reaches=reaches, at=at) if case.nudge["step"] == REMIND else _resolve(case, reaches, at=at)
    rows.keep(case, "state", "resolved_at", "asked_at")
    return taken


def _remind(case: Case, *, reaches: bool, at: dt.datetime) -> tuple[Case, str] | None:
    resolves, since = case.nudge["resolves"], case.nudge["since"]
    # Whom we owe what somebody promised in person waits for us, whatever else we asked them.
    owes = any(one.promised_by_id and "case.resolved" not in one.ends_on for one in standing.owed(case.ref))
    if not reaches or owes:
        case.nudge_at, case.nudge = None, {}
        reason = "still-owed" if owes else "no-address"
        record(nudge_events.NotNudged(reason=reason), about=case.ref, at=at, facets=case.facets)
        return None
    case.nudge_at = opening(case, at + resolves * DAY) if resolves else None
    case.nudge = {**case.nudge, "step": RESOLVE} if resolves else {}
    record(nudge_events.Nudged(since=since), about=case.ref, at=at, facets=case.facets)
    return case, REMIND


def _resolve(case: Case, reaches: bool, *, at: dt.datetime) -> tuple[Case, str] | None:
    case.nudge_at, case.nudge = None, {}
    if hindrance := _hindrance(case, reaches):
        record(nudge_events.SilentOpen(reason=hindrance), about=case.ref, at=at, facets=case.facets)
        snoozing.bring_back(case, reason="silent", at=at)
        return None
    record(nudge_events.Silent(), about=case.ref, at=at, facets=case.facets)
    case.state, case.resolved_at, case.asked_at = CaseState.RESOLVED, at, None
    record(events.CaseResolved(), about=case.ref, at=at, facets=case.facets)
    return case, RESOLVE


def _hindrance(case: Case, reaches: bool) -> str:
    """Why it is not resolved by itself, as a code: we owe something that resolving would not keep, or nobody would hear."""
    if not reaches:
        return "no-address"
    if needing.missing(case):
        return "fields-empty"
    owed = any("case.resolved" not in one.ends_on for one in standing.owed(case.ref))
    open_tasks = Task.objects.of_case(case).filter(is_open=True).exists()
    return "still-owed" if owed or open_tasks or Step.objects.of_case(case).open().exists() else ""


def opening(case: Case, at: dt.datetime) -> dt.datetime:
    """That moment, or when the brand opens next: nobody is reminded at night, or when nobody is there for their answer.
    Reads only."""
    version = clock.calendar_version(case.brand_id, at)
    try:
        return business_calendar(version).next_open(at) if version else at
    except NeverOpenError:
        return at


def _opens_again(case: Case, at: dt.datetime) -> dt.datetime:
    """When the brand opens next, though it may be open now; a day later where it does not close."""
    version = clock.calendar_version(case.brand_id, at)
    open_periods = business_calendar(version).periods(at, at + WEEK) if version else []
    return next((opens for opens, _closes in open_periods if opens > at), opening(case, at + DAY))
