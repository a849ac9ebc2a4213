"""What a payment system says of a refund, read strictly. Pure; no Django.

{"type": "refund.paid" or "refund.refused", "data": {"id": ours, "reference": theirs, "reason": …, "amount": "10.00",
 "currency": "EUR"}}; all but `id` may be left out.
"""

import dataclasses
import json
import uuid
from decimal import Decimal, InvalidOperation
from typing import Any

PAID, REFUSED = "refund.paid", "refund.refused"


class NotOne(ValueError):
    """The body says nothing of a refund; the message tells what is wrong."""


@dataclasses.dataclass(frozen=True)
class Confirmation:
    """`amount` and `currency` are what was paid, where it was said."""

    refund: uuid.UUID
    paid: bool
    reference: str
    reason: str
    amount: Decimal | None
    currency: str


def read(body: bytes) -> Confirmation:
    """The confirmation that a body is. Raises NotOne."""
    try:
        told = json.loads(body)
        data = told["data"]
        kind, refund = told["type"], uuid.UUID(data["id"])
        amount = Decimal(str(data["amount"])) if data.get("amount") is not None else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InvalidOperation):
        raise NotOne('the body is no JSON object with "type" and "data", or its id or amount is none')
    if amount is not None and not amount.is_finite():
        raise NotOne('"amount" is no number')
    if kind not in (PAID, REFUSED):
        raise NotOne(f'"type" is "{PAID}" or "{REFUSED}"')
    return Confirmation(
        refund=refund,
        paid=kind == PAID,
        reference=_text(data, "reference", 80),
        reason=_text(data, "reason", 2000),
        amount=amount,
        currency=_text(data, "currency", 3),
    )


def contradiction(told: Confirmation, *, amount: Decimal | None, currency: str) -> str:
    """Where it speaks of other money than was asked for; "" where it does not."""
    if told.amount is not None and told.amount != amount:
        return f"We asked for {amount}, not {told.amount}."
    if told.currency and told.currency != currency:
        return f"We asked for {currency}, not {told.currency}."
    return ""


def _text(data: dict[str, Any], name: str, most: int) -> str:
    text = data.get(name)
    # What no database keeps: NUL, and half letters.
    return text.replace("\0", "").encode("utf-8", "replace").decode()[:most] if isinstance(text, str) else ""
