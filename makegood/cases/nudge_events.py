"""What can happen while a customer who does not answer is to be reminded. None of it counts for a promise."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event(
    "case.nudge_asked", gettext_noop("%(by)s asked that the customer is reminded on %(until)s if they do not answer")
)
class NudgeAsked:
    """`until`: when it leaves; `resolves`: days after it until the case is resolved, 0: it is not."""

    until: str
    resolves: int = 0


@event("case.nudge_cancelled", gettext_noop("%(by)s cancelled the reminder to the customer"))
class NudgeCancelled:
    pass


@event("case.nudged", gettext_noop("The customer was reminded by itself: no answer since %(since)s"))
class Nudged:
    since: str


@event("case.not_nudged", gettext_noop("The customer was not reminded: %(reason)s"))
class NotNudged:
    """`reason`: "no-address", or "still-owed" where somebody promised them something that is not done."""

    reason: str


@event(
    "case.silent",
    gettext_noop("The customer has not answered the reminder either, and is told that the case is resolved"),
)
class Silent:
    """The case is resolved by itself with it."""


@event(
    "case.silent_open",
    gettext_noop("The customer has not answered the reminder either; the case stays open: %(reason)s"),
)
class SilentOpen:
    """`reason`: "fields-empty", "still-owed" or "no-address"."""

    reason: str
