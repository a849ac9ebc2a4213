"""What can happen when a case is looked back on. Words stand in tables, which can be erased."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("feedback.stated", gettext_noop("%(by)s wrote down how we see the case"))
class AccountStated:
    closing: str


@event("feedback.taken_back", gettext_noop("%(by)s took back how we see the case, with the reply that said it"))
class AccountTakenBack:
    closing: str


@event("feedback.asked", gettext_noop("The customer was asked how they see it"))
class CustomerAsked:
    closing: str


@event("feedback.given", gettext_noop("The customer told how they see it"))
class AccountGiven:
    """`low`: it went badly, or is not solved; `differs`: they see it otherwise than we do."""

    closing: str
    low: bool
    differs: bool


@event("feedback.seen", gettext_noop("%(by)s read how the customer sees it"), quiet=True)
class AccountSeen:
    closing: str
