"""Telling tales by the thousand, in processes of their own, and what they have in common: customers and counts."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.filling.chronicle import Chronicle, Sheets
from benchmarks.filling.company import company
from benchmarks.filling.keys import Keys, customer_keys
from benchmarks.filling.sheets import Row, Sheet
from benchmarks.filling.tales import Span, Stories, Tickets
from makegood.customers.addresses import fold
from makegood.customers.events import Met
from makegood.customers.models import ContactPoint, Customer
from makegood.events.models import Event
from makegood.promises.models import Tally

Written = tuple[str, list[str], list[Row]]
# Which promise, on which day, as what.
Settled = tuple[str, dt.date, str]


@dataclass(frozen=True)
class Asking:
    """Who wrote first in a case."""

    address: str
    name: str
    language: str
    at: dt.datetime


@dataclass(frozen=True)
class Part:
    """Some cases, ready to be written."""

    cases: int
    sheets: list[Written]
    askers: list[Asking]
    tallies: Counter[Settled]


class Teller:
    """Makes parts of case numbers. Pickled into each process, so it holds only what it is told."""

    def __init__(self, *, span: Span, seed: int, mails: Path | None) -> None:
        self.span = span
        self.seed = seed
        self.mails = mails

    def __call__(self, numbers: range) -> Part:
        told = Tickets(self.mails, self.span) if self.mails else Stories(self.span, self.seed)
        filled, sheets = company(at=self.span.begins_at), Sheets()
        askers, tallies = [], Counter[Settled]()
        for number in numbers:
            tale = told(number)
            chronicle = Chronicle(tale, filled, self.span.until, Keys(self.seed, number), sheets)
            chronicle.tell()
            askers.append(Asking(fold(tale.address), tale.name, tale.language, tale.opened_at))
            for one in chronicle.promises.made:
                if one.settled_at is not None:
                    tallies[one.line.key, one.settled_at.date(), one.state] += 1
        written = [(sheet.table, sheet.columns, sheet.rows) for sheet in sheets.all()]
        return Part(len(numbers), written, askers, tallies)


def customers_of(part: Part, met: set[str]) -> list[Written]:
    """The customers of a part who are met for the first time. Adds their addresses to `met`."""
    people, points, events = Sheet(Customer), Sheet(ContactPoint), Sheet(Event)
    for asker in part.askers:
        if asker.address in met:
            continue
        met.add(asker.address)
        key, ref = customer_keys(asker.address)
        keys = Keys(len(met), 0)
        people.add(id=key, ref=ref, name=asker.name, language=asker.language)
        points.add(id=keys.at(asker.at), customer_id=key, value=asker.address)
        events.add(id=keys.at(asker.at), name=Met.event_name, about=ref, at=asker.at, data=vars(Met(asker.language)))
    return [(sheet.table, sheet.columns, sheet.rows) for sheet in (people, points, events)]


def tallies_of(counted: Counter[Settled], *, brand: str) -> Written:
    """The counts of each promise and day."""
    days: dict[tuple[str, dt.date], dict[str, int]] = {}
    for (promise, day, state), count in counted.items():
        days.setdefault((promise, day), {})[state] = count
    sheet = Sheet(Tally)
    for number, ((promise, day), states) in enumerate(sorted(days.items())):
        noon = dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC)
        sheet.add(id=Keys(number, 1).at(noon), brand_id=brand, key=promise, day=day, **states)
    return (sheet.table, sheet.columns, sheet.rows)


TABLES = [sheet.table for sheet in Sheets().all() if isinstance(sheet, Sheet)]
