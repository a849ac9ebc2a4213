"""Promises to the customer of a case in somebody's own words: made by hand or with a reply, kept, taken back, excused."""

import datetime as dt
from collections.abc import Iterable

from makegood.calendars import our_days
from makegood.cases.actions import rows
from makegood.cases.models import Case, Message, Offer, Shelf
from makegood.cases.offers import LONGEST_WORDS, Decision
from makegood.events.actions import verb
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, Excuse
from makegood.staff.models import User


class OnShelf(ValueError):
    """Nobody works on the case, so nothing can be promised in it."""


@verb
def promise(case: Case, *, words: str, due_at: dt.datetime, by: User, at: dt.datetime) -> Commitment:
    """Promise the customer something by a moment. Raises OnShelf; ValueError without words or without a time ahead; Refusal for one beyond our days."""
    case = rows.lock(case)
    if case.shelf != Shelf.NONE or case.customer.erased_at is not None:
        raise OnShelf(case.ref)
    made = _make(case, words=words, due_at=due_at, by=by, at=at)
    rows.keep(case)
    return made


@verb
def keep_promise(case: Case, commitment: Commitment, *, by: User, at: dt.datetime) -> Commitment:
    """What was promised in person is done. Raises promises.KeptByEvents."""
    case = rows.lock(case)
    kept = promises.keep(commitment, by=by, at=at)
    rows.keep(case)
    return kept


@verb
def take_back_done(case: Case, commitment: Commitment, *, by: User, at: dt.datetime) -> bool:
    """It is not done after all; False when the undo time is over. Raises promises.KeptByEvents."""
    case = rows.lock(case)
    taken_back = promises.take_back(commitment, by=by, at=at)
    rows.keep(case)
    return taken_back


@verb
def excuse_promise(
    case: Case, commitment: Commitment, *, reason: Excuse.Reason, words: str, by: User, at: dt.datetime
) -> bool:
    """It need not be kept, for a reason; False when it is not owed any more. Raises as promises.excuse_one."""
    case = rows.lock(case)
    excused = promises.excuse_one(commitment, reason=reason, words=words, by=by, at=at)
    rows.keep(case)
    return excused


def note_down(message: Message, decisions: Iterable[Decision]) -> None:
    """Keep with a reply what was decided, until it leaves or is undone. Called by *reply*, in its transaction."""
    decisions = list(decisions)
    for one in decisions:
        if one.due_at is not None:
            _check(one.words, one.due_at, message.at)
    Offer.objects.bulk_create(
        Offer(message=message, key=one.key, words=one.words[:LONGEST_WORDS], due_at=one.due_at) for one in decisions
    )


def make_noted(case: Case, message: Message, *, by: User) -> None:
    """The reply has left: what was accepted in it is promised as of the press, unless the case went to junk since."""
    if case.shelf != Shelf.NONE:
        return
    for offer in Offer.objects.filter(message=message, due_at__isnull=False).order_by("due_at", "id"):
        assert offer.due_at is not None
        _make(case, words=offer.words, due_at=offer.due_at, by=by, at=message.at)


def make_accepted(case: Case, decisions: Iterable[Decision], *, by: User, at: dt.datetime) -> None:
    """What a note tells was promised already, on the telephone or in person."""
    for one in decisions:
        if one.due_at is not None:
            _make(case, words=one.words, due_at=one.due_at, by=by, at=at)


def _make(case: Case, *, words: str, due_at: dt.datetime, by: User, at: dt.datetime) -> Commitment:
    _check(words, due_at, at)
    return promises.make(
        about=case.ref, brand=case.brand, team=case.team, customer=case.customer, promised_by=by,
        words=words.strip()[:LONGEST_WORDS], due_at=due_at, ends_on=[], at=at,
    )  # fmt: skip


def _check(words: str, due_at: dt.datetime, at: dt.datetime) -> None:
    if not words.strip():
        raise ValueError("a promise needs words")
    if due_at <= at:
        raise ValueError("a promise is due after it is made")
    our_days.check(due_at, field="due")
