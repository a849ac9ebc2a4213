"""What each brand of the demo promises, and what it owes when it breaks its word, in the money of its country."""

import dataclasses
from collections.abc import Mapping
from decimal import Decimal

from makegood.promises import charter
from makegood.promises.charter import Terms
from makegood.promises.remedies import RemedyKind, RemedyTerms
from makegood.staff.models import User

# Within so many working days it is given.
DAYS = 2
# Promised by the one brand that wants to be better than the others, from a date on.
STRICTER = {charter.FIRST_REPLY: 2, charter.NEXT_REPLY: 4, charter.RESOLVED: 2}


@dataclasses.dataclass(frozen=True)
class Owed:
    """A remedy: of money, or by a person, named by their login."""

    kind: RemedyKind
    amount: str = ""
    currency: str = ""
    person: str = ""


REMEDIES: dict[str, dict[str, Owed]] = {
    "Larkfield": {
        charter.FIRST_REPLY: Owed(RemedyKind.VOUCHER, "10.00", "GBP"),
        charter.FIXED: Owed(RemedyKind.APOLOGY, person="cleo"),
    },
    "Židinys": {
        charter.FIRST_REPLY: Owed(RemedyKind.VOUCHER, "10.00", "EUR"),
        charter.FIXED: Owed(RemedyKind.APOLOGY, person="jonas"),
    },
    "Ochag": {
        charter.FIRST_REPLY: Owed(RemedyKind.VOUCHER, "10.00", "EUR"),
        charter.FIXED: Owed(RemedyKind.CALL, person="jonas"),
    },
    "Thuishaven": {
        charter.FIRST_REPLY: Owed(RemedyKind.CREDIT, "10.00", "EUR"),
        charter.FIXED: Owed(RemedyKind.APOLOGY, person="gijs"),
    },
    "Komorebi": {
        charter.FIRST_REPLY: Owed(RemedyKind.VOUCHER, "1000", "JPY"),
        charter.FIXED: Owed(RemedyKind.REFUND, "2000", "JPY"),
    },
}


def lines(brand: str, people: Mapping[str, User], *, stricter: bool = False) -> list[Terms]:
    """The promises of a brand, as it publishes them."""
    owed = REMEDIES[brand]
    amounts: Mapping[str, int] = STRICTER if stricter else {}
    return [
        dataclasses.replace(
            line,
            amount=amounts.get(line.key, line.amount),
            remedy=_terms(owed[line.key], people) if line.key in owed else None,
        )
        for line in charter.DEFAULT
    ]


def _terms(owed: Owed, people: Mapping[str, User]) -> RemedyTerms:
    person = people[owed.person] if owed.person else None
    return RemedyTerms(
        kind=owed.kind,
        days=DAYS,
        amount=Decimal(owed.amount) if owed.amount else None,
        currency=owed.currency,
        person=person.key if person else "",
        name=person.name if person else "",
    )
