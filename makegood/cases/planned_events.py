"""What can happen to a reply that leaves later, before it leaves."""

from django.utils.translation import gettext_noop

from makegood.events.registry import always, event


@event("reply.planned", gettext_noop("%(by)s wrote a reply that leaves on %(until)s"), quiet=True, moves=always)
class ReplyPlanned:
    """Not clocked: what it answers is kept when it leaves."""

    message: str
    until: str


@event("reply.put_off", gettext_noop("%(by)s let the reply leave on %(until)s instead"))
class ReplyPutOff:
    message: str
    until: str


@event("reply.withdrawn", gettext_noop("%(by)s took back a reply that was to leave later"))
class ReplyWithdrawn:
    message: str


@event("reply.stopped", gettext_noop("The reply of %(owner)s did not leave: %(reason)s"))
class ReplyStopped:
    """`reason`: "snooze-words" where the customer wrote, "promise-gone-by", "closed" or "shelved"."""

    message: str
    owner: str
    reason: str


@event("reply.returned", gettext_noop("A reply in %(case)s did not leave, and is a draft again"), quiet=True)
class ReplyReturned:
    """About its author, so that their pages hear of it."""

    case: str
    message: str
