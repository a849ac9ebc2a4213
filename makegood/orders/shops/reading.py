"""Values of a shop's JSON, taken strictly: what is not as documented is a fault at its field."""

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.numbers import get_currency_precision

from makegood.orders.sale import Fault, Unreadable

# Names under which plug-ins note, on an order, what shops have no field for.
PROMISED, SELLER, TERMS = ("promised_delivery", "delivery_date", "promised"), ("seller", "sold_by"), ("terms",)


def text(told: dict[str, Any], *names: str) -> str:
    """The first of these that is a text or a number, else ""."""
    for name in names:
        value = told.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return ""


def table(told: dict[str, Any], name: str) -> dict[str, Any]:
    """An object within the object; empty where there is none."""
    value = told.get(name)
    return value if isinstance(value, dict) else {}


def rows(told: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """A list of objects within the object."""
    value = told.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def amount(told: dict[str, Any], name: str, *, field: str) -> Decimal:
    """An amount, which shops write as text. Raises Unreadable."""
    value = told.get(name)
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        raise Unreadable([Fault(field, "no-amount", str(value)[:40])])
    if not found.is_finite():
        raise Unreadable([Fault(field, "no-amount", str(value)[:40])])
    return found


def whole(told: dict[str, Any], name: str, *, field: str) -> int:
    """A whole number of pieces. Raises Unreadable."""
    value = told.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise Unreadable([Fault(field, "no-quantity", str(value)[:20])])


def moment(value: Any, *, field: str, zone: dt.tzinfo | None = None) -> dt.datetime | None:
    """A time in ISO 8601; one without a zone is in `zone`. None where there is none. Raises Unreadable."""
    if value in (None, ""):
        return None
    try:
        found = dt.datetime.fromisoformat(str(value))
    except ValueError:
        raise Unreadable([Fault(field, "no-date", str(value)[:40])])
    found = found if found.tzinfo is not None else found.replace(tzinfo=zone)
    if found.tzinfo is None:
        raise Unreadable([Fault(field, "no-date", str(value)[:40])])
    return found


def rounded(exact: Decimal, currency: str) -> Decimal:
    """To the currency's own decimals: shops divide a line's price by its pieces."""
    return exact.quantize(Decimal(1).scaleb(-get_currency_precision(currency)))


def noted(notes: list[dict[str, Any]], *, name: str, value: str) -> dict[str, str]:
    """Notes that a shop's plug-ins keep on an order, by their folded names."""
    found = {}
    for note in notes:
        key = text(note, name).lower().lstrip("_").replace(" ", "_").replace("-", "_")
        if key:
            found[key] = text(note, value)
    return found


def first(notes: dict[str, str], names: tuple[str, ...]) -> str:
    """The first of these notes that says something."""
    return next((notes[name] for name in names if notes.get(name)), "")
