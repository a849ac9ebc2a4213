"""What we owe if we fail, as one sentence in the language that is active."""

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makegood.promises import money, phrases
from makegood.promises.remedies import RemedyKind, RemedyTerms

IF_WE_FAIL: dict[str, Promise] = {
    RemedyKind.APOLOGY: _("If we fail, %(name)s apologises to you in person %(time)s."),
    RemedyKind.CREDIT: _("If we fail, you get a credit of %(money)s %(time)s."),
    RemedyKind.VOUCHER: _("If we fail, you get a voucher of %(money)s %(time)s."),
    RemedyKind.REFUND: _("If we fail, you get %(money)s back %(time)s."),
    RemedyKind.DELIVERY: _("If we fail, you get a code for a free delivery %(time)s."),
    RemedyKind.CALL: _("If we fail, a lead of our team calls you %(time)s."),
    RemedyKind.WORDS: _("If we fail, you get this %(time)s: %(words)s"),
}
CALLED_BY = _("If we fail, %(name)s calls you %(time)s.")
WITHIN_DAYS = phrases.WITHIN["days", "opening"]


def sentence(terms: RemedyTerms, language: str | None = None) -> str:
    """Such as “If we fail, you get a voucher of €10.00 within 2 working days.”"""
    language = language or translation.get_language() or "en"
    with translation.override(language):
        called = terms.kind == RemedyKind.CALL and terms.name
        return str(CALLED_BY if called else IF_WE_FAIL[terms.kind]) % {
            "time": WITHIN_DAYS(terms.days),
            "money": money.told(terms.amount, terms.currency, language) if terms.amount is not None else "",
            "name": terms.name,
            "words": terms.said_in(language),
        }
