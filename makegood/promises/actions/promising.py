"""Promises outside the charter's own course: in a person's own words, excused, finished, moved."""

import datetime as dt
import uuid

from makegood.brands.models import Brand
from makegood.customers.models import Customer
from makegood.events.actions import record, verb
from makegood.events.writing import insert
from makegood.promises import clock
from makegood.promises.actions.entries import Kind, enter, settle
from makegood.promises.events import PromiseExcused, PromiseMade
from makegood.promises.models import OWN_WORDS, Commitment, Excuse, Form, State
from makegood.staff.models import Team, User


@verb
def make(
    *,
    about: str,
    brand: Brand,
    team: Team | None,
    customer: Customer | None,
    promised_by: User | None,
    words: str,
    due_at: dt.datetime,
    ends_on: list[str],
    at: dt.datetime,
    key: str = OWN_WORDS,
) -> Commitment:
    """Promise in one's own words, by a moment; `promised_by` is None when nobody in person did. `ends_on` names the
    events that keep it; where there is none, a person says when it is done (`keep`)."""
    if due_at <= at:
        raise ValueError("a promise is due after it is made")
    commitment = Commitment(
        about=about, key=key, brand=brand, team=team, customer=customer, promised_by=promised_by, words=words,
        ends_on=ends_on, work_seconds=int((due_at - at).total_seconds()), made_at=at, running_since=at, due_at=due_at,
        warn_at=clock.warning(made_at=at, due_at=due_at),
    )  # fmt: skip
    insert(commitment)
    by = promised_by.key if promised_by else ""
    enter(commitment, Kind.MADE, at=at, by=by)
    record(PromiseMade(commitment=str(commitment.pk), key=key), about=about, at=at, by=by)
    return commitment


@verb
def excuse_all(*, about: str, reason: str, by: str, at: dt.datetime, kept_by: str = "") -> int:
    """Excuse all that is owed about something that was no customer's matter (junk, a duplicate); how many.

    What is excused is shown apart and never counts as kept. `reason` is a code. `kept_by`: only what this event would
    keep; what is owed for something else stays owed.
    """
    concerned = Commitment.objects.concerned(about).for_change().order_by("made_at", "id")
    found = [one for one in concerned if not kept_by or kept_by in one.ends_on]
    running = [one for one in found if one.state in (State.OPEN, State.PAUSED)]
    for commitment in running:
        settle(commitment, State.EXCUSED, Kind.EXCUSED, at=at, by=by, reason=reason)
        record(
            PromiseExcused(commitment=str(commitment.pk), key=commitment.key, reason=reason),
            about=about,
            at=at,
            by=by,
        )
    Commitment.objects.filter(pk__in=[one.pk for one in found]).owed().update(owed=False)
    return len(running)


@verb
def finish_all(*, about: str, at: dt.datetime) -> int:
    """At closing, nothing is owed any more: broken ones stay broken, "until closed" ones are kept."""
    finished = 0
    for commitment in Commitment.objects.about(about).running().for_change():
        if commitment.form == Form.NEVER and commitment.work_seconds is None:
            settle(commitment, State.KEPT, Kind.KEPT, at=at)
            finished += 1
    Commitment.objects.about(about).owed().filter(state=State.BROKEN).update(owed=False)
    return finished


@verb
def forget_words(*, about: str) -> None:
    """Erase what was promised in a person's own words about something, and why it need not be kept. That it was
    promised, and what became of it, stays."""
    Commitment.objects.filter(about=about).exclude(words="").update(words="")
    Excuse.objects.filter(commitment__about=about).exclude(words="").update(words="")


@verb
def move(*, commitment_ids: list[uuid.UUID], to: str, by: str, at: dt.datetime) -> None:
    """Let commitments follow their words to another case. Each move is a ledger entry."""
    for commitment in Commitment.objects.filter(pk__in=commitment_ids).for_change().order_by("id"):
        commitment.about = to
        commitment.save(update_fields=["about"])
        enter(commitment, Kind.MOVED, at=at, by=by, reason=to)
