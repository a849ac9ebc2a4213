"""An order as it comes in from outside, read strictly. Pure; no Django.

Every reader (CSV, API, a shop's webhook) makes a `Sale`, or raises `Unreadable` with every fault at its field.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from babel.numbers import get_currency_precision, list_currencies

ADDRESS = re.compile(r"^[^\s@<>\x00-\x1f]+@[^\s@<>\x00-\x1f]+\.[^\s@<>\x00-\x1f]+$")
LARGEST = Decimal(10) ** 11
MOST_PIECES = 1_000_000
LONGEST_NUMBER, LONGEST_SKU, LONGEST_NAME, LONGEST_ADDRESS = 60, 80, 200, 320
# The database keeps three; no currency of the world counts in more than that but for units of account.
PLACES = 3
_CURRENCIES = frozenset(list_currencies())


@dataclasses.dataclass(frozen=True)
class Fault:
    """One mistake: the field it is in, a code (see `wording.FAULTS`), and the value as it was given."""

    field: str
    code: str
    value: str = ""


class Unreadable(ValueError):
    """Why something is no sale; `faults` names each mistake once."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(f"{fault.field}: {fault.code}" for fault in faults))
        self.faults = faults


@dataclasses.dataclass(frozen=True)
class Piece:
    """One line of a sale."""

    sku: str
    quantity: int
    unit_price: Decimal
    name: str = ""
    warranty_days: int | None = None


@dataclasses.dataclass(frozen=True)
class Sale:
    """One order. Times are aware; money is Decimal in `currency`; `delivered` and `returned` count pieces by SKU.

    Empty, `delivered` means all of them as soon as there is a `delivered_at`.
    """

    number: str
    address: str
    currency: str
    placed_at: dt.datetime
    pieces: tuple[Piece, ...]
    name: str = ""
    total: Decimal | None = None
    seller: str = ""
    terms: str = ""
    support: str = ""
    support_until: dt.datetime | None = None
    promised_at: dt.datetime | None = None
    delivered_at: dt.datetime | None = None
    cancelled_at: dt.datetime | None = None
    changed_at: dt.datetime | None = None
    delivered: dict[str, int] = dataclasses.field(default_factory=dict)
    returned: dict[str, int] = dataclasses.field(default_factory=dict)

    @property
    def worth(self) -> Decimal:
        """What was paid: the total as given, else what the pieces add up to."""
        return (
            self.total
            if self.total is not None
            else sum((one.unit_price * one.quantity for one in self.pieces), Decimal(0))
        )


def check(sale: Sale) -> Sale:
    """The same sale, when nothing is wrong with it. Raises Unreadable."""
    faults = [*_of_the_order(sale), *_of_the_pieces(sale), *_of_the_times(sale)]
    if not faults and sale.worth >= LARGEST:
        faults = [Fault("total", "no-amount", str(sale.worth)[:40])]  # too much together, though no piece is alone
    if faults:
        raise Unreadable(faults)
    return sale


def storable(text: str) -> str:
    """Without what no database keeps: NUL, and half letters."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def money(text: str, *, field: str, decimal: str = ".") -> Decimal:
    """An amount as people write it: `1 234.50`, with `decimal` "," also `1.234,50`. Raises Unreadable."""
    plain = re.sub(r"[\s\u00a0\u202f']", "", text)
    thousands = "." if decimal == "," else ","
    # A separator of thousands stands before three digits; anywhere else it may mean the decimals, so we do not guess.
    if re.fullmatch(rf"-?\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", plain):
        plain = plain.replace(thousands, "")
    try:
        amount = Decimal(plain.replace(decimal, ".") if decimal == "," and "." not in plain else plain)
    except InvalidOperation:
        raise Unreadable([Fault(field, "no-amount", text)])
    if not amount.is_finite():
        raise Unreadable([Fault(field, "no-amount", text)])
    return amount


def countable(moment: dt.datetime) -> bool:
    """Whether a time has a zone and is one of our days."""
    return moment.tzinfo is not None and 1990 <= moment.year <= 2200


def _of_the_order(sale: Sale) -> list[Fault]:
    faults = []
    if not sale.number.strip() or len(sale.number) > LONGEST_NUMBER or not sale.number.isprintable():
        faults.append(Fault("number", "no-number", sale.number[:80]))
    # Measured first: the pattern takes very long for what is very long.
    if len(sale.address) > LONGEST_ADDRESS or not ADDRESS.match(sale.address):
        faults.append(Fault("email", "no-address", sale.address[:80]))
    if sale.currency not in _CURRENCIES:
        faults.append(Fault("currency", "no-currency", sale.currency[:20]))
    if sale.total is not None:
        faults += _of_an_amount("total", sale.total, sale.currency)
    return faults


def _of_the_pieces(sale: Sale) -> list[Fault]:
    faults = [] if sale.pieces else [Fault("sku", "nothing-bought")]
    for piece in sale.pieces:
        if not piece.sku.strip() or len(piece.sku) > LONGEST_SKU or not piece.sku.isprintable():
            faults.append(Fault("sku", "no-sku", piece.sku[:80]))
        if not 1 <= piece.quantity <= MOST_PIECES:
            faults.append(Fault("quantity", "no-quantity", str(piece.quantity)[:20]))
        faults += _of_an_amount("price", piece.unit_price, sale.currency)
        if piece.warranty_days is not None and not 0 <= piece.warranty_days <= 36_500:
            faults.append(Fault("warranty", "no-days", str(piece.warranty_days)[:20]))
    bought = {piece.sku: 0 for piece in sale.pieces}
    for piece in sale.pieces:
        bought[piece.sku] += piece.quantity
    return [
        *faults,
        *beyond("returned", sale.returned, bought),
        *beyond("delivered_quantity", sale.delivered, bought),
    ]


def beyond(field: str, pieces: Mapping[str, int], bought: Mapping[str, int]) -> list[Fault]:
    """A fault for each SKU of which more pieces are named than were bought, or fewer than none."""
    code = "more-than-bought" if field == "returned" else "more-delivered"
    return [
        Fault(field, code, f"{sku}: {count}"[:80])
        for sku, count in pieces.items()
        if not 0 <= count <= bought.get(sku, 0)
    ]


def _of_an_amount(field: str, amount: Decimal, currency: str) -> list[Fault]:
    if not amount.is_finite() or amount >= LARGEST:
        return [Fault(field, "no-amount", str(amount)[:40])]
    if amount < 0:
        return [Fault(field, "negative", str(amount)[:40])]
    places = get_currency_precision(currency) if currency in _CURRENCIES else PLACES
    if amount != amount.quantize(Decimal(1).scaleb(-min(places, PLACES))):
        return [Fault(field, "too-fine", str(amount)[:40])]
    return []


def _of_the_times(sale: Sale) -> list[Fault]:
    faults = []
    for field in ("placed_at", "promised_at", "delivered_at", "cancelled_at", "changed_at", "support_until"):
        moment = getattr(sale, field)
        if moment is not None and not countable(moment):
            faults.append(Fault(field.removesuffix("_at"), "no-date", str(moment)))
    if not faults and sale.promised_at is not None and sale.promised_at < sale.placed_at:
        faults.append(Fault("promised", "before-the-sale", sale.promised_at.isoformat()))
    if not faults and sale.delivered_at is not None and sale.delivered_at < sale.placed_at:
        faults.append(Fault("delivered", "before-the-sale", sale.delivered_at.isoformat()))
    return faults
