"""Taking in a table of orders: handed in, looked at, begun, and read piece by piece, each exactly once."""

import datetime as dt
import itertools
import logging
from collections.abc import Iterator
from typing import IO, Any

from django.core.files import File
from django.db import InterfaceError, OperationalError

from makegood.brands.models import Brand
from makegood.events.actions import record, verb
from makegood.orders import events, sheets
from makegood.orders.actions.taking import no_seller, take
from makegood.orders.models import RowFault, Table, TableState
from makegood.orders.rows import SAMPLE, NoTable, Rows, how
from makegood.orders.sale import Fault, Unreadable, storable
from makegood.orders.sheets import Found
from makegood.staff.models import User

# What says nothing of the rows: the database is away or busy, and the same rows may do the next time.
AWAY = (OperationalError, InterfaceError)
# Orders that one transaction takes in: it holds the database's only write lock meanwhile.
BATCH = 50
PREVIEWED = 20
KEPT = dt.timedelta(days=90)
FORGOTTEN_AT_ONCE = 20
log = logging.getLogger(__name__)


@verb
def hand_in(file: IO[bytes], *, name: str, size: int, brand: Brand, by: User, at: dt.datetime) -> Table:
    """Keep a file, and guess how it is to be read. Raises NoTable for what is none."""
    encoding, delimiter = how(file.read(SAMPLE), language=brand.language)
    rows = Rows(file, encoding=encoding, delimiter=delimiter)  # type: ignore[arg-type]
    header = [name.strip()[:80] for name in next(iter(rows), [])]
    if len(header) < 2:
        raise NoTable("it has no header")
    table = Table(
        brand=brand, by=by, handed_in_at=at, name=name[-200:], size=size, encoding=encoding, delimiter=delimiter,
        header=header, columns=sheets.guess(header), timezone=brand.timezone, offset=rows.at, row=1,
        decimal="," if delimiter == ";" else ".",
    )  # fmt: skip
    file.seek(0)
    table.file.save(f"{table.pk}.csv", File(file), save=False)
    table.save(force_insert=True)
    return table


@verb
def read_as(table: Table, *, columns: dict[str, int], encoding: str, timezone: str, decimal: str, dates: str) -> Table:
    """Say how a table that is not begun is to be read."""
    table.columns, table.encoding, table.timezone = columns, encoding, timezone
    table.decimal, table.dates = decimal, dates
    table.save(update_fields=["columns", "encoding", "timezone", "decimal", "dates"])
    return table


@verb
def begin(table: Table, *, by: User, at: dt.datetime) -> None:
    """Let the worker take it in. One that was stopped goes on where it stood. ValueError while a column is missing."""
    if sheets.missing(table.columns):
        raise ValueError("the columns that every order needs must be named first")
    ready = Table.objects.filter(pk=table.pk, state__in=(TableState.HANDED_IN, TableState.STOPPED))
    if ready.update(state=TableState.RUNNING, trouble=""):
        record(events.TableBegun(table=str(table.pk)), about="", at=at, by=by.key)


@verb
def stop(table: Table, *, by: User, at: dt.datetime) -> None:
    """Leave it where it stands: what is taken in stays, what is not waits."""
    if Table.objects.filter(pk=table.pk, state=TableState.RUNNING).update(state=TableState.STOPPED):
        record(events.TableStopped(table=str(table.pk)), about="", at=at, by=by.key)


@verb
def forget_tables(*, at: dt.datetime) -> int:
    """Forget tables handed in long ago, with their files and what was wrong in them; how many. Their orders stay."""
    old = Table.objects.filter(handed_in_at__lt=at - KEPT).exclude(state=TableState.RUNNING).order_by("handed_in_at")
    forgotten = list(old.select_for_update(of=("self",))[:FORGOTTEN_AT_ONCE])
    for table in forgotten:
        # The file first: when this ends in between, the row still names what is to be forgotten.
        table.file.delete(save=False)
        table.delete()
    return len(forgotten)


def preview(table: Table) -> list[Found]:
    """The first orders of a table as they would be taken in. Raises NoTable."""
    with table.file.open("rb") as file:
        first = [found for found, _end in itertools.islice(_orders(table, file), PREVIEWED)]
    named = {_seller(found) for found in first}
    known = set(User.objects.working().filter(email__in=named).values_list("email", flat=True))
    return [found if _seller(found) in known | {""} else _without_seller(found) for found in first]


def _seller(found: Found) -> str:
    return found.sale.seller.strip().lower() if found.sale else ""


def _without_seller(found: Found) -> Found:
    assert found.sale is not None
    return Found(found.first, found.last, None, ((found.first, no_seller(found.sale)),))


def take_some(*, at: dt.datetime) -> int:
    """Take in the next orders of the table that has waited longest; how many. Any number of workers may."""
    table = Table.objects.to_read().select_related("brand", "by").first()
    if table is None:
        return 0
    try:
        with table.file.open("rb") as file:
            batch = list(itertools.islice(_orders(table, file), BATCH))
    except (NoTable, OSError) as trouble:
        _give_up(table, trouble=f"{type(trouble).__name__}: {trouble}")
        return 1
    try:
        _take(table, batch, at=at)
    except AWAY:
        raise
    except Exception:
        log.exception("Orders could not be taken in together, now each alone")
        for one in batch:
            _take_alone(table, one, at=at)
    return max(1, len(batch))


def _orders(table: Table, file: IO[bytes]) -> Iterator[tuple[Found, int]]:
    """Each order from where the table stands, with the offset behind its last row."""
    rows = Rows(file, encoding=table.encoding, delimiter=table.delimiter, offset=table.offset)  # type: ignore[arg-type]
    ends: dict[int, int] = {}

    def counted() -> Iterator[list[str]]:
        for number, row in enumerate(rows, start=table.row + 1):
            ends[number] = rows.at
            yield row

    for found in sheets.sales(counted(), table.reading, first_row=table.row + 1):
        yield found, ends[found.last]
        for number in [number for number in ends if number <= found.last]:
            del ends[number]


@verb
def _take(table: Table, batch: list[tuple[Found, int]], *, at: dt.datetime) -> None:
    held = Table.objects.select_for_update(of=("self",)).select_related("brand", "by").get(pk=table.pk)
    if held.state != TableState.RUNNING or held.offset != table.offset:
        return  # stopped, or another worker was here
    for found, end in batch:
        faults = found.faults or _one(held, found, at=at)
        if faults:
            RowFault.objects.bulk_create(_row(held, number, fault) for number, fault in faults)
            held.refused += 1
        else:
            held.taken += 1
        held.offset, held.row = end, found.last
    if not batch:
        held.state, held.offset = TableState.DONE, held.size
        done = events.TableDone(table=str(held.pk), taken=held.taken, refused=held.refused)
        record(done, about="", at=at, by=held.by.key)
    held.save(update_fields=["state", "offset", "row", "taken", "refused"])
    table.offset = held.offset


def _one(table: Table, found: Found, *, at: dt.datetime) -> tuple[tuple[int, Fault], ...]:
    assert found.sale is not None
    try:
        take(found.sale, source=table.source, brand=table.brand, at=at, by=table.by.key)
    except Unreadable as trouble:
        return tuple((found.first, fault) for fault in trouble.faults)
    return ()


def _take_alone(table: Table, one: tuple[Found, int], *, at: dt.datetime) -> None:
    try:
        _take(table, [one], at=at)
    except AWAY:
        raise
    except Exception as trouble:
        log.exception("Row %s could not be taken in", one[0].first)
        found, end = one
        fault = Fault("number", "not-taken", type(trouble).__name__)
        _take(table, [(Found(found.first, found.last, None, ((found.first, fault),)), end)], at=at)


def _row(table: Table, number: int, fault: Fault) -> RowFault:
    cells: dict[str, Any] = {"field": fault.field, "code": fault.code, "value": storable(fault.value)[:80]}
    return RowFault(table=table, row=number, **cells)


@verb
def _give_up(table: Table, *, trouble: str) -> None:
    Table.objects.filter(pk=table.pk).update(state=TableState.STOPPED, trouble=trouble[:2000])
