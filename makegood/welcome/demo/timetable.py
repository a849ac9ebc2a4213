"""Playing a history in order of time: every act at its moment, and what falls due between them at its own."""

import datetime as dt
import heapq
from collections.abc import Callable
from itertools import count

from django.db import connection

from makegood.cases import actions as cases
from makegood.clockwork import promising
from makegood.events.prepared import PreparedQuery
from makegood.feedback import actions as feedback
from makegood.promises import actions as promises
from makegood.promises.models import Commitment

Act = Callable[[dt.datetime], object]
SWEEPS_EVERY = dt.timedelta(hours=6)
# PostgreSQL plans by what it last counted, and nobody else counts within our transaction: first after so many acts,
# then each time that they have doubled.
COUNTED_FIRST = 50
DUE = PreparedQuery(lambda at: Commitment.objects.due(at).values_list("pk")[:1])


class Timetable:
    """Acts by their time. An act may put down later ones; those after `until` never happen. `follow` is told whenever
    something may have happened."""

    def __init__(self, *, since: dt.datetime, until: dt.datetime) -> None:
        self.since, self.until = since, until
        self.follow: Act = lambda at: None
        self._swept = since
        self._acts: list[tuple[dt.datetime, int, Act]] = []
        self._numbers = count()

    def put(self, at: dt.datetime, act: Act) -> None:
        """Let `act(at)` happen."""
        if at <= self.until:
            heapq.heappush(self._acts, (at, next(self._numbers), act))

    def play(self) -> None:
        """All of it, up to the end."""
        played, counted_next = 0, COUNTED_FIRST
        while self._acts:
            at, _number, act = heapq.heappop(self._acts)
            self._settle(at)
            act(at)
            self.follow(at)
            played += 1
            if played == counted_next:
                _count_rows()
                counted_next *= 2
        self._settle(self.until)
        self._sweep(self.until)

    def _settle(self, at: dt.datetime) -> None:
        """What the worker does meanwhile: break and keep what has fallen due, the rest now and then. Here a break is final
        at once."""
        while self._swept + SWEEPS_EVERY < at:
            self._swept += SWEEPS_EVERY
            self._sweep(self._swept)
        while DUE(at=at):
            promising.settle(at=at)

    def _sweep(self, at: dt.datetime) -> None:
        promises.warn_due(at=at)
        feedback.count_ripe(at=at)
        cases.close_due(at=at)
        self.follow(at)


def _count_rows() -> None:
    """Let the database see how its tables have grown, where it plans by that."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
