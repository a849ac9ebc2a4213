"""What can happen to a hand-over that goes along with a reply."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("case.not_handed_over", gettext_noop("The case was not handed over with the reply: %(reason)s"))
class CaseNotHandedOver:
    """`reason`: "receiver-away", "receiver-gone", "team-gone" or "shelved"."""

    message: str
    reason: str
