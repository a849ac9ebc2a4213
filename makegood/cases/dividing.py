"""What of a case would go to one of its own: whose words they are, since when they wait for us, and what goes along.

Read alike by the preview and by the split itself, so that it does what was shown.
"""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable, Sequence

from django.db.models import Q

from makegood.cases.events import CaseOpened
from makegood.cases.models import Case, CaseState, Delivery, Message, MessageKind
from makegood.customers.models import Customer
from makegood.promises.models import Commitment

REPLY_SENT = "reply.sent"
LEFT = (Delivery.NONE, Delivery.SENT)  # a reply that did not arrive has answered nobody


@dataclasses.dataclass(frozen=True)
class Writer:
    """Whose words some messages are: `customer` is None for an address that nobody is known by yet."""

    customer: Customer | None
    address: str
    name: str

    @property
    def key(self) -> str:
        """What they are named by: their reference, else their address."""
        return self.customer.ref if self.customer else self.address


@dataclasses.dataclass(frozen=True)
class Course:
    """How a case of these messages alone would stand, oldest first. `waiting` are the customer's words that no reply among
    them answers; `answer` is the last reply."""

    messages: Sequence[Message]
    waiting: Sequence[Message]
    answer: Message | None

    @classmethod
    def of(cls, messages: Iterable[Message]) -> "Course":
        found = sorted(messages, key=lambda one: (one.at, one.pk))
        replies = [one for one in found if one.kind == MessageKind.REPLY and one.delivery in LEFT]
        answer = replies[-1] if replies else None
        words = [one for one in found if one.kind == MessageKind.CUSTOMER]
        return cls(found, [one for one in words if answer is None or one.at > answer.at], answer)

    @property
    def words(self) -> list[Message]:
        return [one for one in self.messages if one.kind == MessageKind.CUSTOMER]

    @property
    def first(self) -> Message:
        """The customer's first word; where there is none, the first of all."""
        return next(iter(self.words), self.messages[0])

    @property
    def waiting_since(self) -> dt.datetime | None:
        """Since when a reply is owed; None where one has been given. Notes alone ask for one as words do."""
        if self.waiting:
            return self.waiting[0].at
        return None if self.answer is not None else self.first.at

    @property
    def state(self) -> CaseState:
        if self.waiting_since is None:
            return CaseState.WAITING_FOR_CUSTOMER
        return CaseState.WAITING_FOR_US if self.answer is not None else CaseState.NEW


def opened(course: Course, *, at: dt.datetime) -> CaseOpened:
    """The fact that a case of these messages was opened by a split at a moment. It counts from the first of them."""
    waiting, answer = course.waiting_since, course.answer
    answered = {"answered_at": answer.at.isoformat(), "answered_by": str(answer.pk)} if answer and not waiting else {}
    since = waiting.isoformat() if waiting else ""
    return CaseOpened(channel=course.first.channel, split_at=at.isoformat(), waiting_since=since, **answered)


def writers(messages: Iterable[Message]) -> list[Writer]:
    """Whose words they are, each once, the first first; nobody where none of them is a customer's."""
    found: dict[str, Writer] = {}
    for one in messages:
        if one.kind == MessageKind.CUSTOMER and (one.customer is not None or one.sender):
            customer = one.customer.present if one.customer else None
            writer = Writer(customer, one.sender, one.sender_name)
            found.setdefault(writer.key, writer)
    return list(found.values())


def chosen(case: Case, keys: Iterable[uuid.UUID]) -> list[Message]:
    """Those of these messages that can go from the case, oldest first, with who wrote them."""
    return list(
        case.messages.divisible().filter(pk__in=list(keys)).select_related("customer", "staff").order_by("at", "id")
    )


def leaves_some(case: Case, going: Sequence[Message]) -> bool:
    """Whether something that was said stays."""
    return case.messages.divisible().exclude(pk__in=[one.pk for one in going]).exists()


def still_waits(case: Case, going: Sequence[Message]) -> bool:
    """Whether words stay in the case that none of the replies which stay has answered."""
    staying = case.messages.exclude(pk__in=[one.pk for one in going])
    answers = staying.filter(kind=MessageKind.REPLY, delivery__in=LEFT).order_by("-at")
    last = answers.values_list("at", flat=True).first()
    words = staying.filter(kind=MessageKind.CUSTOMER)
    return (words.filter(at__gt=last) if last is not None else words).exists()


def going_along(case: Case, course: Course) -> list[Commitment]:
    """What we owe as an answer to these words alone: it goes along, due as it was. Where words that stay wait for the same
    answer, it stays with them."""
    if not course.waiting or still_waits(case, course.messages):
        return []
    owed = Commitment.objects.about(case.ref).owed().filter(Q(made_at__gte=course.waiting[0].at), line__isnull=False)
    return [one for one in owed.select_related("line") if REPLY_SENT in one.ends_on]
