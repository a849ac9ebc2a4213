"""What disappoints a customer opens a recovery, or is added to the one that runs; our reply acknowledges it."""

import dataclasses
import uuid
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from makegood.cases.models import Case, Delivery, Message, Shelf
from makegood.events.models import Event
from makegood.events.prepared import PreparedQuery
from makegood.events.registry import reacts_to
from makegood.recovery import actions as recovery
from makegood.recovery import again, hearing
from makegood.recovery.hearing import Heard
from makegood.recovery.models import Recovery
from makegood.staff.models import User

LISTENED_TO = (
    *("text", "language", "case__ref", "case__brand", "case__team", "case__customer", "case__channel"),
    *("case__language", "case__shelf", "case__merged_into", "case__opened_at", "case__message_count", "case__subject"),
)
# Every word of every customer passes here: only the columns that are looked at.
WORDS = PreparedQuery(
    lambda message: Message.objects.filter(pk=message, stranger=False).select_related("case").only(*LISTENED_TO)
)

ALL_WORDS = PreparedQuery(
    lambda messages: Message.objects.filter(pk__in=messages).select_related("case").only(*LISTENED_TO)
)


@reacts_to("promise.final")
def open_for_break(event: Event) -> None:
    """A promise to a customer is broken for good."""
    recovery.notice_break(uuid.UUID(event.data["commitment"]), at=timezone.now())


@reacts_to("order.returned")
def open_for_return(event: Event) -> None:
    """They sent something back."""
    recovery.notice_return(event.about, key=event.pk.hex, at=timezone.now())


@dataclasses.dataclass(frozen=True)
class Listened:
    """A text, what was heard in it, and whether it came once more than the customer should have had to ask."""

    text: str
    heard: Heard
    is_too_many: bool


def _says_nothing(data: dict[str, Any]) -> bool:
    return not data.get("message")


def _listen_ahead(events: Sequence[Event]) -> dict[uuid.UUID, Listened]:
    said, now = {uuid.UUID(event.data["message"]): event.pk for event in events}, timezone.now()
    return {
        said[message.pk]: Listened(
            text=message.text,
            heard=hearing.hear(message.text, message.language),
            is_too_many=again.is_contact_too_many(message.case, at=now),
        )
        for message in ALL_WORDS(messages=list(said))
    }


@reacts_to("customer.wrote", "case.asked", unless=_says_nothing, ahead=_listen_ahead)
def listen(event: Event, listened: Listened | None) -> None:
    """They wrote: perhaps once more than they should have had to, and perhaps it is a complaint, which a person judges."""
    key = event.data.get("message")
    message = next(iter(WORDS(message=uuid.UUID(key))), None) if key else None
    if message is None or message.case.present.shelf != Shelf.NONE:
        return
    at = timezone.now()
    # Whoever wrote meanwhile is heard by what follows from those words.
    if listened is None or listened.is_too_many:
        recovery.notice_contact(message.case.present, message=str(message.pk), at=at)
    # Words may have been erased since.
    same = listened is not None and listened.text == message.text
    recovery.hear(message, heard=listened.heard if listened and same else None, at=at)


@reacts_to("reply.sent")
def acknowledge(event: Event) -> None:
    """They heard from us, at the moment that the reply counts."""
    case = Case.objects.filter(ref=event.about).first()
    message = str(event.data["message"])
    if case is None or Message.objects.filter(pk=message, delivery=Delivery.FAILED).exists():
        return
    running = Recovery.objects.of_case(case.present).running().filter(responded_at=None).first()
    if running is not None:
        by = User.objects.filter(ref=event.by).first()
        recovery.acknowledge(running, message=message, by=by, at=event.at)


@reacts_to("reply.failed")
def unhear(event: Event) -> None:
    """It did not arrive: where they heard from us by this reply alone, they have not."""
    case = Case.objects.filter(ref=event.about).first()
    if case is not None:
        for heard in Recovery.objects.of_case(case.present).exclude(responded_at=None).filter(due__owed=True):
            recovery.unhear(heard, at=event.at)


@reacts_to("case.merged")
def join(event: Event) -> None:
    """Two cases became one."""
    both = {case.ref: case for case in Case.objects.for_pages().filter(ref__in=(event.about, event.data["source"]))}
    source, target = both[event.data["source"]], both[event.about]
    if source.merged_into_id == target.pk:
        recovery.join(source, target.present, at=timezone.now())
        recovery.note_customers((), cases=[target.present.ref])


@reacts_to("case.junked", "case.deleted")
def end(event: Event) -> None:
    """It was no customer's matter."""
    case = Case.objects.filter(ref=event.about, shelf__in=(Shelf.JUNK, Shelf.DELETED)).first()
    if case is not None:
        recovery.end_of_case(case, at=timezone.now())


@reacts_to("case.restored")
def resume(event: Event) -> None:
    """It was one after all."""
    case = Case.objects.filter(ref=event.about, shelf=Shelf.NONE).first()
    if case is not None:
        recovery.resume_of_case(case, at=timezone.now())
