"""What somebody wants to give a customer on the spot."""

import dataclasses
from decimal import Decimal

from makegood.promises import money, remedies
from makegood.promises.remedies import RemedyTerms
from makegood.staff.models import User

# Within how many working days what was granted is given.
DAYS = 2


@dataclasses.dataclass(frozen=True)
class Gift:
    """Kind, and for money amount and currency, for free text the words in the customer's language."""

    kind: str
    amount: Decimal | None = None
    currency: str = ""
    words: str = ""

    @property
    def minor(self) -> int | None:
        """The amount in the currency's smallest unit."""
        return money.minor(self.amount, self.currency) if self.amount is not None else None

    @property
    def worth(self) -> str:
        """Currency and amount for the log; "" where it is no money."""
        return f"{self.currency} {self.amount}" if self.amount is not None else ""

    def terms(self, *, language: str, by: User) -> RemedyTerms:
        """As the charter would name it; whoever grants it apologises or calls."""
        by_name = self.kind in (remedies.RemedyKind.APOLOGY, remedies.RemedyKind.CALL)
        return RemedyTerms(
            kind=self.kind,
            days=DAYS,
            amount=self.amount,
            currency=self.currency,
            words={language: self.words} if self.words else {},
            person=by.key if by_name else "",
            name=by.name if by_name else "",
        )

    def faults(self, *, language: str, by: User) -> list[tuple[str, str]]:
        """What is wrong with it, as (field, sentence)."""
        wrong = remedies.faults(self.terms(language=language, by=by), languages=[language])
        return [(field.partition("_")[0], told) for field, told in wrong]
