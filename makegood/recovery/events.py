"""What can happen to what we owe a customer. `worth` is currency and amount, such as "EUR 10.00", or empty; in a
sentence `gift` stands for kind and worth in words."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("remedy.owed", gettext_noop("We owe the customer something for a broken promise: %(promise)s"))
class RemedyOwed:
    """The charter names it, and the break is final. `key` is of the broken promise."""

    remedy: str
    kind: str
    worth: str
    key: str


@event("remedy.told", gettext_noop("We told the customer what they get"), quiet=True)
class RemedyTold:
    remedy: str


@event("remedy.undelivered", gettext_noop("The letter of what the customer gets did not arrive"))
class RemedyUndelivered:
    remedy: str


@event("remedy.sent_again", gettext_noop("%(by)s sent the letter of what the customer gets once more"))
class RemedySentAgain:
    remedy: str


@event("remedy.given", gettext_noop("The customer got what we owed"))
class RemedyGiven:
    remedy: str
    kind: str
    worth: str


@event("remedy.refused", gettext_noop("The customer did not want what we owed"))
class RemedyRefused:
    remedy: str


@event("remedy.withdrawn", gettext_noop("The promise was kept after all, so nothing is owed for it"))
class RemedyWithdrawn:
    remedy: str


@event("remedy.granted", gettext_noop("%(by)s granted the customer something: %(gift)s"))
class RemedyGranted:
    """On the spot, within their authority, or as a lead's answer to an `ask` (`G-…`)."""

    remedy: str
    kind: str
    worth: str
    ask: str


@event("remedy.asked", gettext_noop("%(by)s asked a lead to grant the customer something: %(gift)s"))
class RemedyAsked:
    ask: str
    kind: str
    worth: str


@event("remedy.answered", gettext_noop("%(by)s answered what was asked for the customer"))
class RemedyAnswered:
    """Granted or declined."""

    ask: str
    granted: bool


@event(
    "authority.set",
    gettext_noop("%(by)s set what the role %(role)s may grant: %(per_case)s a case, %(per_month)s a month"),
)
class AuthoritySet:
    """The amounts with their currency; "" for none any more."""

    role: str
    currency: str
    per_case: str
    per_month: str


@event("voucher.redeemed", gettext_noop("The customer used what we gave: %(gift)s"))
class VoucherRedeemed:
    remedy: str
    kind: str
    worth: str


@event("cashier.set", gettext_noop("%(by)s set which payment system pays refunds"))
class CashierSet:
    cashier: str


@event("refund.asked", gettext_noop("The payment system has the refund to pay"))
class RefundAsked:
    refund: str


@event("refund.failed", gettext_noop("The refund did not go through"))
class RefundFailed:
    refund: str


@event("refund.asked_again", gettext_noop("%(by)s had the refund sent once more"))
class RefundAskedAgain:
    refund: str
