"""Side conversations by the programming interface: those of a case, starting one, writing in one."""

import datetime as dt
import uuid
from typing import Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from ninja import Header, Router, Schema, Status
from ninja.errors import HttpError

from makegood.cases.models import Case, Message, SideConversation
from makegood.channels.api import actions
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.refusing import body_at_fault, fields_at_fault
from makegood.channels.api.shapes import SideConversationIn
from makegood.channels.api.strict import Strict, Text

MOST = 200
router = Router(tags=["cases"])


class SideWordIn(Strict):
    text: Text


class SideWordOut(Schema):
    kind: Literal["ours", "theirs", "filed"]
    at: dt.datetime
    by: str
    text: str
    files: list[str]


class SideConversationOut(Schema):
    id: str
    address: str
    subject: str
    started_at: dt.datetime
    open: bool
    unread: bool
    trouble: str
    words: list[SideWordOut]


class SideConversationsOut(Schema):
    items: list[SideConversationOut]


@router.get("/{ref}/side-conversations", response={200: SideConversationsOut})
def list_side_conversations(request: HttpRequest, ref: str) -> dict[str, Any]:
    """What third parties were asked about a case, with what they answered: open ones first, the newest 200."""
    found = SideConversation.objects.of_case(case_of(request, ref)).open_first().with_words()[:MOST]
    return {"items": [_out(one) for one in found]}


@router.post("/{ref}/side-conversations", response={201: SideConversationOut})
def start_side_conversation(
    request: HttpRequest, ref: str, body: SideConversationIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Write to somebody outside about a case, or forward a message of it. The customer never sees it."""
    case, user = case_of(request, ref), asker(request)
    forwards = _message(case, body.forwards) if body.forwards else None
    with body_at_fault(), fields_at_fault():
        made = actions.start_side_conversation(
            case, body, forwards=forwards, key=idempotency_key, by=user, at=timezone.now()
        )
    return Status(201, _whole(made.pk))


@router.post("/{ref}/side-conversations/{key}/words", response={201: SideConversationOut})
def write_in_side_conversation(
    request: HttpRequest, ref: str, key: uuid.UUID, body: SideWordIn, idempotency_key: str = Header("", max_length=200)
) -> Status[dict[str, Any]]:
    """Write to them once more. It counts as read, and is open again where it was closed."""
    conversation = SideConversation.objects.of_case(case_of(request, ref)).filter(pk=key).first()
    if conversation is None:
        raise HttpError(404, "The case has no such side conversation.")
    with body_at_fault(), fields_at_fault():
        actions.write_aside(conversation, body.text, key=idempotency_key, by=asker(request), at=timezone.now())
    return Status(201, _whole(conversation.pk))


def _message(case: Case, key: uuid.UUID) -> Message:
    """A message of the case. Raises HttpError."""
    found = case.messages.select_related("case__brand", "case__customer", "staff").filter(pk=key).first()
    if found is None:
        raise HttpError(404, "The case has no such message.")
    return found


def _whole(key: uuid.UUID) -> dict[str, Any]:
    return _out(SideConversation.objects.with_words().get(pk=key))


def _out(one: SideConversation) -> dict[str, Any]:
    return {
        "id": str(one.pk),
        "address": one.address,
        "subject": one.subject,
        "started_at": one.started_at,
        "open": one.is_open,
        "unread": one.is_unread,
        "trouble": one.trouble,
        "words": [
            {
                "kind": word.kind,
                "at": word.at,
                "by": word.who,
                "text": word.text,
                "files": [file.name for file in word.files.all()],
            }
            for word in one.words.all()
        ],
    }
