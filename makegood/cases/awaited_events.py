"""What can happen while a customer's answer is awaited."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("answer.awaited", gettext_noop("%(by)s wants to know if no answer has come by %(until)s"))
class AnswerAwaited:
    """`since`: when we asked; `until`: when whoever owns the case is told."""

    since: str
    until: str


@event("answer.not_awaited", gettext_noop("%(by)s awaits the answer no longer"))
class AnswerNotAwaited:
    pass


@event("answer.missed", gettext_noop("The case came back: no answer since %(since)s"))
class AnswerMissed:
    since: str
