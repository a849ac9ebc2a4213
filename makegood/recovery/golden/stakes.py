"""What is at stake with a customer, and who comes first. Pure; no Django.

Money in different currencies cannot be compared: whoever has bought in the currency that most of the list bought in comes
first, by how much; then those who bought in others; then the rest, by how many matters they had. Of equals whoever has
least time left comes first.
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclasses.dataclass(frozen=True)
class Stake:
    """What a customer bought in the last year, by currency, and how many matters they had with us then."""

    bought: Mapping[str, Decimal] = dataclasses.field(default_factory=dict)
    matters: int = 0


@dataclasses.dataclass(frozen=True)
class Golden(Generic[T]):
    """Somebody who can still be won back; `due_at`: until when they should hear from us."""

    what: T
    stake: Stake
    due_at: dt.datetime


def in_order(found: Sequence[Golden[T]]) -> list[Golden[T]]:
    """Who comes first."""
    currencies = Counter(currency for one in found for currency in one.stake.bought)
    usual = min(currencies, key=lambda currency: (-currencies[currency], currency), default="")

    def key(one: Golden[T]) -> tuple[Decimal, Decimal, int, dt.datetime]:
        other = max((total for currency, total in one.stake.bought.items() if currency != usual), default=Decimal(0))
        return -one.stake.bought.get(usual, Decimal(0)), -other, -one.stake.matters, one.due_at

    return sorted(found, key=key)
