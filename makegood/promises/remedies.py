"""What a promise names as owed when it is broken: the remedy, as data."""

import dataclasses
from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.promises import money

MOST_DAYS = 90


class RemedyKind(models.TextChoices):
    APOLOGY = "apology", gettext_lazy("An apology by a named person")
    CREDIT = "credit", gettext_lazy("A credit")
    VOUCHER = "voucher", gettext_lazy("A voucher")
    REFUND = "refund", gettext_lazy("Money back")
    DELIVERY = "delivery", gettext_lazy("A free delivery")
    CALL = "call", gettext_lazy("A call by a lead")
    WORDS = "words", gettext_lazy("Something else, in your words")


OF_MONEY = frozenset({RemedyKind.CREDIT, RemedyKind.VOUCHER, RemedyKind.REFUND})


@dataclasses.dataclass(frozen=True)
class RemedyTerms:
    """A remedy: given within `days` working days after the break is final.

    `amount` in `currency` for money, else None and ""; `words` by language for free text; `person` is the key (`S-…`) of
    whoever apologises or calls, `name` what they were called when it was promised.
    """

    kind: str
    days: int
    amount: Decimal | None = None
    currency: str = ""
    words: dict[str, str] = dataclasses.field(default_factory=dict)
    person: str = ""
    name: str = ""

    def said_in(self, language: str) -> str:
        """The free text in a language, else in the first it was written in."""
        return self.words.get(language) or next(iter(self.words.values()), "")


def faults(terms: RemedyTerms, *, languages: Iterable[str]) -> list[tuple[str, str]]:
    """What is wrong with a remedy, as (field, sentence); none when it may be promised in these languages."""
    if terms.kind not in RemedyKind.values:
        return [("kind", _("Choose what the customer gets."))]
    found = [] if 1 <= terms.days <= MOST_DAYS else [("days", _("Say within how many days, from 1 to 90."))]
    if terms.kind in OF_MONEY:
        found += _of_money(terms)
    elif terms.amount is not None or terms.currency:
        found.append(("amount", _("Only a credit, a voucher or money back has an amount.")))
    if terms.kind == RemedyKind.APOLOGY and not (terms.person and terms.name):
        found.append(("person", _("Say who apologises: an apology has a name.")))
    if terms.kind == RemedyKind.WORDS:
        untold = [code for code in languages if not terms.words.get(code, "").strip()]
        found += [(f"words_{code}", _("Write it in every language of the brand.")) for code in untold]
    return found


def _of_money(terms: RemedyTerms) -> list[tuple[str, str]]:
    if not money.is_currency(terms.currency):
        return [("currency", _("Write the three letters of a currency, like EUR."))]
    if terms.amount is None:
        return [("amount", _("Say how much."))]
    try:
        money.checked(terms.amount, terms.currency)
    except money.NoMoney:
        return [("amount", _("Write an amount above zero, with no more decimals than the currency has."))]
    return []
