"""Which case the mails that answer a mail come to: the one in which its message lies."""

from django.db.models import OuterRef, QuerySet, Subquery

from makegood.cases.models import Message
from makegood.channels.email.models import KnownMessage
from makegood.events.actions import verb


@verb
def rethread(message: str) -> None:
    """A message (its key as text) lies in another case now: what answers its mail follows."""
    _follow(KnownMessage.objects.filter(message__id=message))


@verb
def rethread_all(case: str) -> None:
    """Messages have left a case (its reference), many at once."""
    _follow(KnownMessage.objects.filter(case__ref=case, message__isnull=False))


def _follow(known: QuerySet[KnownMessage]) -> None:
    known.update(case=Subquery(Message.objects.filter(pk=OuterRef("message")).values("case")[:1]))
