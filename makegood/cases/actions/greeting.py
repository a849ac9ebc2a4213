"""Telling the customer that we have their words, or saying why not."""

import datetime as dt

from makegood.cases import events
from makegood.cases.actions import rows
from makegood.cases.models import Case
from makegood.events.actions import record, verb


@verb
def acknowledge(case: Case, *, channel: str, at: dt.datetime) -> None:
    """The greeting has left (or was shown on the page where they wrote)."""
    case = rows.lock(case)
    record(events.CaseAcknowledged(channel=channel), about=case.ref, at=at, facets=case.facets)
    rows.keep(case)


@verb
def withhold_greeting(case: Case, *, reason: str, at: dt.datetime) -> None:
    """No greeting may go to this sender; the acknowledgement is excused with that reason (a code)."""
    case = rows.lock(case)
    record(events.GreetingWithheld(reason=reason), about=case.ref, at=at, facets=case.facets)
    rows.keep(case)
