"""The whole filling: tales told in processes of their own, written by this one as they come."""

import datetime as dt
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import django

from benchmarks.filling import bulk, copies, telling, trade
from benchmarks.filling.company import company, found
from benchmarks.filling.sheets import ZONED, Row, SearchSheet, in_places
from benchmarks.filling.tales import Span
from makegood.welcome import tables

CHUNK = 1000
BEFORE = dt.timedelta(days=30)  # that the company was founded before its first case


def fill(
    *,
    cases: int,
    days: int,
    until: dt.datetime,
    seed: int = 1,
    mails: Path | None = None,
    processes: int = 1,
    told: int = 0,
) -> None:
    """Found the company and write its cases; progress on standard error. Raises SystemExit over what is not empty.

    `processes` tell tales beside this one, which writes; with 1 it does both. With `told`, of which
    `cases` is a multiple, so many are told, with trade among them and all that is counted, and copied until there are enough.
    """
    if told and cases and cases % told == 0:
        fill(cases=told, days=days, until=until, seed=seed, mails=mails, processes=processes)
        trade.add()
        if cases > told:
            copies.grow(cases // told)
        return
    began = time.monotonic()
    tables.bring()
    span = Span(until=until, days=days, cases=cases)
    found(at=span.begins_at - BEFORE)
    brand = company(at=span.begins_at).brand
    teller = telling.Teller(span=span, seed=seed, mails=mails)
    customers: set[str] = set()
    taken: set[int] = set()
    tallies: Counter[telling.Settled] = Counter()
    with bulk.in_bulk(telling.TABLES):
        done, told_at = 0, time.monotonic()
        for part in _parts(teller, cases, processes):
            sheets = [(table, names, _placed(table, rows, taken)) for table, names, rows in part.sheets]
            bulk.write([*telling.customers_of(part, customers), *sheets])
            tallies.update(part.tallies)
            done += part.cases
            _say(f"\r{done} of {cases} cases, {done / (time.monotonic() - told_at):.0f} a second ")
        bulk.write([telling.tallies_of(tallies, brand=brand.pk.hex)])
        _say("\nMaking the indexes …\n")
    _say(f"Filled in {time.monotonic() - began:.0f} s.\n")


def _placed(table: str, rows: list[Row], taken: set[int]) -> list[Row]:
    """Those of SQLite's search index in the order in which it takes them best."""
    if ZONED or table != SearchSheet.table:
        return rows
    return list(in_places(sorted(rows, key=lambda row: row[-1]), taken))


def _parts(teller: telling.Teller, cases: int, processes: int) -> Iterator[telling.Part]:
    ranges = [range(first, min(first + CHUNK, cases + 1)) for first in range(1, cases + 1, CHUNK)]
    if processes == 1:
        yield from map(teller, ranges)
        return
    with multiprocessing.get_context("spawn").Pool(processes, initializer=django.setup) as pool:
        yield from pool.imap(teller, ranges)


def _say(told: str) -> None:
    sys.stderr.write(told)
    sys.stderr.flush()
