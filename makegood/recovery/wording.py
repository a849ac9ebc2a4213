"""What a customer gets, in words."""

from decimal import Decimal

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makegood.promises import money
from makegood.promises.remedies import RemedyKind
from makegood.recovery.models import Ask, Remedy

YOU_GET: dict[str, Promise] = {
    RemedyKind.APOLOGY: _("%(name)s apologises to you in person."),
    RemedyKind.CREDIT: _("You get a credit of %(money)s."),
    RemedyKind.VOUCHER: _("You get a voucher of %(money)s."),
    RemedyKind.REFUND: _("You get %(money)s back."),
    RemedyKind.DELIVERY: _("Your next delivery is free."),
    RemedyKind.CALL: _("A lead of our team calls you."),
    RemedyKind.WORDS: _("You get: %(words)s"),
}
CALLED_BY = _("%(name)s calls you.")


def you_get(remedy: Remedy, language: str) -> str:
    """To the customer, in a language: “You get a voucher of €10.00.”"""
    with translation.override(language):
        called = remedy.kind == RemedyKind.CALL and remedy.name
        return str(CALLED_BY if called else YOU_GET[remedy.kind]) % {
            "money": _money(remedy, language),
            "name": remedy.name,
            "words": remedy.words,
        }


def short(remedy: Remedy | Ask) -> str:
    """To staff, in the language that is active: “A voucher: €10.00”, “A free delivery”."""
    named = remedy.name if isinstance(remedy, Remedy) else ""
    return _named(remedy.kind, _money(remedy, translation.get_language() or "en") or named or remedy.words)


def of_codes(kind: str, worth: str) -> str:
    """The same of what the log keeps: a kind, and currency and amount or ""."""
    currency, _space, amount = worth.partition(" ")
    return _named(kind, money.told(Decimal(amount), currency, translation.get_language() or "en") if amount else "")


def _named(kind: str, more: str) -> str:
    label = str(RemedyKind(kind).label)
    return str(_("%(remedy)s: %(what)s")) % {"remedy": label, "what": more} if more else label


def _money(remedy: Remedy | Ask, language: str) -> str:
    return money.told(remedy.amount, remedy.currency, language) if remedy.amount is not None else ""
