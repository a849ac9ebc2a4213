"""Orders in a table: which column is which, and rows into sales. Pure; no Django.

An order with several products has a row for each, one behind the other, with the same number.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from zoneinfo import ZoneInfo

from makegood.orders.sale import Fault, Piece, Sale, Unreadable, check, money

REQUIRED = ("number", "email", "currency", "placed", "sku", "quantity", "price")
OPTIONAL = ("product", "name", "total", "seller", "terms", "support", "warranty")
TIMES = ("promised", "delivered", "cancelled", "changed")
FIELDS = (*REQUIRED, *OPTIONAL, "support_until", "delivered_quantity", "returned", *TIMES)
MOST_ROWS = 1_000
# Stands for a date that could not be read, while the other faults of the row are looked for.
LONG_AGO = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
OF_THE_ORDER = ("email", "currency", "placed", "name", "total", "seller", "terms", "support", "support_until", *TIMES)
# A bare day of these runs until its end.
ENDS = ("promised", "support_until")
# What shops and tables call a column, folded: letters and digits alone.
CALLED: dict[str, tuple[str, ...]] = {
    "number": (
        "number",
        "order",
        "ordernumber",
        "orderno",
        "orderid",
        "name",
        "id",
        "bestelnummer",
        "užsakymas",
        "номер",
    ),
    "email": ("email", "mail", "customeremail", "buyeremail", "address", "elpaštas", "почта", "emailadres", "メール"),
    "currency": ("currency", "currencycode", "valiuta", "валюта", "valuta", "通貨"),
    "placed": ("placed", "placedat", "createdat", "date", "orderdate", "paidat", "data", "дата", "datum", "注文日"),
    "sku": ("sku", "lineitemsku", "productcode", "articlenumber", "prekėskodas", "артикул", "artikelnummer", "品番"),
    "quantity": ("quantity", "qty", "lineitemquantity", "pieces", "kiekis", "количество", "aantal", "数量"),
    "price": ("price", "unitprice", "lineitemprice", "kaina", "цена", "prijs", "単価"),
    "product": ("product", "productname", "lineitemname", "item", "prekė", "товар", "artikel", "商品"),
    "name": ("customer", "customername", "buyer", "billingname", "klientas", "клиент", "klant", "顧客"),
    "total": ("total", "ordertotal", "amount", "suma", "сумма", "totaal", "合計"),
    "seller": ("seller", "selleremail", "soldby", "pardavėjas", "продавец", "verkoper", "担当"),
    "terms": ("terms", "conditions", "sąlygos", "условия", "voorwaarden", "条件"),
    "support": ("support", "supportlevel", "servicelevel"),
    "support_until": ("supportuntil", "supportend", "supportends"),
    "warranty": ("warranty", "warrantydays", "garantija", "гарантия", "garantie", "保証"),
    "returned": ("returned", "returnedquantity", "grąžinta", "возвращено", "geretourneerd", "返品"),
    "delivered_quantity": ("deliveredquantity", "quantitydelivered", "pristatytakiekis"),
    "promised": (
        "promised",
        "promisedat",
        "deliverby",
        "deliverydate",
        "pristatytiiki",
        "доставитьдо",
        "leverdatum",
        "納期",
    ),
    "delivered": ("delivered", "deliveredat", "fulfilledat", "pristatyta", "доставлено", "geleverd", "納品日"),
    "cancelled": ("cancelled", "canceled", "cancelledat", "atšaukta", "отменено", "geannuleerd", "取消日"),
    "changed": ("changed", "changedat", "updatedat", "modified"),
}


@dataclasses.dataclass(frozen=True)
class Reading:
    """How a table is to be read: `columns` maps a field to a column's index, `dates` is "iso", "dmy" or "mdy"."""

    columns: Mapping[str, int]
    timezone: str = "UTC"
    decimal: str = "."
    dates: str = "iso"


@dataclasses.dataclass(frozen=True)
class Found:
    """One order of the table, in rows `first` to `last` (from 1, the header being 1): a sale, or its faults by row."""

    first: int
    last: int
    sale: Sale | None
    faults: tuple[tuple[int, Fault], ...] = ()


def guess(header: Sequence[str]) -> dict[str, int]:
    """Which column is which, by what it is called; a field that no column is called is left out."""
    found: dict[str, int] = {}
    folded = [re.sub(r"[\W_]+", "", name.lower()) for name in header]
    for field in FIELDS:
        for called in CALLED[field]:
            if called in folded and folded.index(called) not in found.values():
                found[field] = folded.index(called)
                break
    return found


def missing(columns: Mapping[str, int]) -> list[str]:
    """The fields without which no order can be read."""
    return [field for field in REQUIRED if field not in columns]


def sales(rows: Iterable[Sequence[str]], reading: Reading, *, first_row: int = 2) -> Iterator[Found]:
    """Every order of the rows, in their order, without holding more than one of them."""
    together: list[tuple[int, dict[str, str]]] = []
    last = first_row
    for at, row in enumerate(rows, start=first_row):
        if not any(cell.strip() for cell in row):
            continue
        cells = {field: _cell(row, reading.columns.get(field)) for field in FIELDS}
        if together and cells["number"] != together[0][1]["number"]:
            yield _order(together, last, reading)
            together = []
        last = at
        if len(together) <= MOST_ROWS:
            together.append((at, cells))
    if together:
        yield _order(together, last, reading)


def _cell(row: Sequence[str], index: int | None) -> str:
    return row[index].strip() if index is not None and index < len(row) else ""


def _order(rows: list[tuple[int, dict[str, str]]], last: int, reading: Reading) -> Found:
    first, told = rows[0]
    if len(rows) > MOST_ROWS:
        return Found(first, last, None, ((first, Fault("number", "too-many-rows", told["number"][:80])),))
    faults: list[tuple[int, Fault]] = []
    for at, cells in rows[1:]:
        # Shops write what is of the order in its first row alone.
        other = [field for field in OF_THE_ORDER if cells[field] and cells[field] != told[field]]
        faults += [(at, Fault(field, "another-order", cells[field])) for field in other]
    pieces, delivered, returned = _pieces(rows, reading, faults)
    times = {}
    for field in ("placed", "support_until", *TIMES):
        try:
            times[field if field == "support_until" else f"{field}_at"] = moment(told[field], reading, field=field)
        except Unreadable as trouble:
            faults += [(first, fault) for fault in trouble.faults]
    total = _amount(told["total"], "total", reading, first, faults) if told["total"] else None
    placed = times.pop("placed_at", None)
    if placed is None and not any(fault.field == "placed" for _at, fault in faults):
        faults.append((first, Fault("placed", "no-date")))
    sale = Sale(
        number=told["number"], address=told["email"], currency=told["currency"].upper(), pieces=pieces,
        placed_at=placed or LONG_AGO, name=told["name"], total=total, seller=told["seller"], terms=told["terms"],
        support=told["support"], delivered=delivered, returned=returned, **times,
    )  # fmt: skip
    named = {fault.field for _at, fault in faults}
    try:
        check(sale)
    except Unreadable as trouble:
        faults += [(first, fault) for fault in trouble.faults if fault.field not in named]
    return Found(first, last, None, tuple(faults)) if faults else Found(first, last, sale)


def _pieces(
    rows: list[tuple[int, dict[str, str]]], reading: Reading, faults: list[tuple[int, Fault]]
) -> tuple[tuple[Piece, ...], dict[str, int], dict[str, int]]:
    """The lines, and by SKU how many of them were delivered and how many came back."""
    pieces: list[Piece] = []
    counted: dict[str, dict[str, int]] = {"delivered_quantity": {}, "returned": {}}
    for at, cells in rows:
        price = _amount(cells["price"], "price", reading, at, faults)
        quantity = _whole(cells["quantity"], "quantity", "no-quantity", at, faults)
        warranty = _whole(cells["warranty"], "warranty", "no-days", at, faults) if cells["warranty"] else None
        if not cells["sku"]:
            faults.append((at, Fault("sku", "no-sku")))
        pieces.append(Piece(cells["sku"], quantity, price, name=cells["product"], warranty_days=warranty))
        for field, count in counted.items():
            if cells[field]:
                more = _whole(cells[field], field, "no-quantity", at, faults)
                count[cells["sku"]] = count.get(cells["sku"], 0) + more
    return tuple(pieces), counted["delivered_quantity"], counted["returned"]


def moment(text: str, reading: Reading, *, field: str) -> dt.datetime | None:
    """A date or time in the table's zone; None when empty. A bare day is its beginning, of ENDS its end."""
    if not text:
        return None
    zone = ZoneInfo(reading.timezone)
    try:
        day = _day(text, reading.dates)
        if day is not None:
            time = dt.time(23, 59) if field in ENDS else dt.time(0)
            return dt.datetime.combine(day, time, tzinfo=zone)
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable([Fault(field, "no-date", text[:40])])
    return at if at.tzinfo is not None else at.replace(tzinfo=zone)


def _day(text: str, dates: str) -> dt.date | None:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return dt.date.fromisoformat(text)
    written = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text)
    if written is None:
        return None
    if dates == "iso":
        raise ValueError("day and month could be either")
    one, two, year = (int(part) for part in written.groups())
    return dt.date(year, two, one) if dates == "dmy" else dt.date(year, one, two)


def _amount(text: str, field: str, reading: Reading, at: int, faults: list[tuple[int, Fault]]) -> Decimal:
    try:
        return money(text, field=field, decimal=reading.decimal)
    except Unreadable as trouble:
        faults += [(at, fault) for fault in trouble.faults]
        return Decimal(0)


def _whole(text: str, field: str, code: str, at: int, faults: list[tuple[int, Fault]]) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    faults.append((at, Fault(field, code, text[:20])))
    return 0
