"""Whatever happens in whatever order: the ledger tells each commitment's state, and the counts are a recount."""

import datetime as dt
from collections import Counter

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makegood.brands.models import Brand
from makegood.cases import events as facts
from makegood.events.actions import moment, record
from makegood.promises import actions as promises
from makegood.promises.models import Cause, Commitment, Fault, LedgerEntry, Pace, Ruling, State, Tally
from makegood.promises.pace import UNDONE

Kind = LedgerEntry.Kind
MONDAY = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
MESSAGES = ("M-1", "M-2", "M-3")
AFTER = {
    Kind.MADE: State.OPEN,
    Kind.PAUSED: State.PAUSED,
    Kind.RESUMED: State.OPEN,
    Kind.KEPT: State.KEPT,
    Kind.CORRECTED: State.KEPT,
    Kind.BROKEN: State.BROKEN,
    Kind.EXCUSED: State.EXCUSED,
}
MESSAGE = st.sampled_from(MESSAGES)
# What happens, and by how many minutes before now it counts (a press counts from when it was pressed).
HAPPENING = st.one_of(
    st.tuples(st.just("pressed"), MESSAGE),
    st.tuples(st.just("undone"), MESSAGE),
    st.tuples(st.just("sent"), MESSAGE),
    st.tuples(st.just("told why"), MESSAGE),
    st.tuples(st.just("failed"), MESSAGE),
    st.tuples(
        st.sampled_from(
            ["acknowledged", "withheld", "wrote", "resolved", "reopened", "sweep", "fault", "release", "excuse", "junk"]
        ),
        st.just(""),
    ),
)
STORY = st.lists(
    st.tuples(HAPPENING, st.sampled_from([0, 1, 50, 300, 1500, 9000]), st.sampled_from([0, 0, 0, 2, 70])), max_size=25
)


class Told:
    """Tells a story about one matter, minute by minute."""

    def __init__(self, brand: Brand, lead) -> None:
        self.brand, self.lead, self.now = brand, lead, MONDAY
        self.record(facts.CaseOpened(channel="email"), MONDAY)

    def record(self, fact, at) -> None:
        with moment():
            record(fact, about="C-STORY", at=at, by="", facets={"brand": str(self.brand.pk), "channel": "email"})

    def happen(self, what: str, message: str, back: int) -> None:
        at = max(MONDAY, self.now - dt.timedelta(minutes=back))
        release_at = (at + dt.timedelta(seconds=30)).isoformat()
        told = {
            "pressed": [facts.ReplyPressed(message=message, release_at=release_at)],
            "undone": [facts.ReplyUndone(message=message)],
            "sent": [facts.ReplySent(message=message)],
            "told why": [facts.ReplySent(message=message), facts.ToldWhy(message=message, due_at=release_at)],
            "failed": [facts.ReplyFailed(message=message, reason="bounced")],
            "acknowledged": [facts.CaseAcknowledged(channel="email")],
            "withheld": [facts.GreetingWithheld(reason="bulk")],
            "wrote": [facts.CustomerWrote(message="", channel="email")],
            "resolved": [facts.CaseResolved()],
            "reopened": [facts.CaseReopened()],
        }
        for fact in told.get(what, []):
            self.record(fact, at)
        if what == "sweep":
            promises.settle_due(at=self.now)
            promises.finalise(at=self.now, taken_in_until=self.now)
        elif what == "fault":
            since = self.now - dt.timedelta(hours=3)
            promises.note_fault(Cause.OUTAGE, since=since, until=self.now, at=self.now)
        elif what == "junk":
            promises.excuse_all(about="C-STORY", reason="junk", by=self.lead.key, at=self.now)
        elif what in ("release", "excuse"):
            for fault in Fault.objects.all():
                if what == "release":
                    promises.release(fault, by=self.lead, at=self.now)
                else:
                    promises.excuse(fault, reason=Ruling.Reason.OUR_FAULT, words="", by=self.lead, at=self.now)


def replay(entries) -> str:
    """The state that a commitment's ledger tells."""
    state = ""
    for entry in entries:
        if entry.kind == Kind.REOPENED:
            paused = [one for one in entries[: entries.index(entry)] if one.kind in (Kind.PAUSED, Kind.RESUMED)]
            before = State.PAUSED if paused and paused[-1].kind == Kind.PAUSED else State.OPEN
            state = before if state == State.KEPT else state
        else:
            state = AFTER.get(Kind(entry.kind), state)
    return state


def check() -> None:
    commitments = list(Commitment.objects.order_by("id"))
    counted: Counter = Counter()
    for one in commitments:
        entries = list(one.ledger.order_by("id"))
        assert replay(entries) == one.state, [(entry.kind, entry.at) for entry in entries]
        assert entries[0].kind == Kind.MADE
        if one.state in (State.KEPT, State.BROKEN, State.EXCUSED):
            assert one.settled_at is not None
            if one.line_id:
                counted[(one.key, one.settled_at.date(), one.state)] += 1
        else:
            assert one.settled_at is None
            assert (one.due_at is None) == (one.state == State.PAUSED or one.work_seconds is None)
            assert one.owed == (one.form == "within")
        if one.state == State.KEPT and one.form == "within" and one.due_at is not None:
            assert one.settled_at <= one.due_at, "kept only by what happened in time"
        if one.waits_for_id or one.final_at:
            assert one.state == State.BROKEN
            assert not (one.waits_for_id and one.final_at)
        assert one.used_seconds <= max(one.work_seconds or 0, 0) or one.work_seconds is None
    running = Counter(one.key for one in commitments if one.state in (State.OPEN, State.PAUSED))
    assert all(count == 1 for count in running.values()), running
    kept = {
        (tally.key, tally.day, state): getattr(tally, state)
        for tally in Tally.objects.all()
        for state in (State.KEPT, State.BROKEN, State.EXCUSED)
    }
    assert all(count >= 0 for count in kept.values())
    assert {key: count for key, count in kept.items() if count} == dict(counted)
    timed = Counter(one.key for one in commitments if one.form == "within" and one.state in (State.KEPT, State.BROKEN))
    undone = sum(one.state == State.BROKEN and one.form == "within" and one.done_at is None for one in commitments)
    paces = list(Pace.objects.all())
    assert all(one.count >= 0 for one in paces)
    assert sum(one.count for one in paces) == sum(timed.values())
    assert sum(one.count for one in paces if one.step == UNDONE) == undone


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=STORY)
def test_any_story_adds_up(hale, cleo, story):
    with transaction.atomic():
        told = Told(hale, cleo)
        for (what, message), minutes, back in story:
            told.now += dt.timedelta(minutes=minutes)
            told.happen(what, message, back)
            check()
        transaction.set_rollback(True)  # each example is its own story
