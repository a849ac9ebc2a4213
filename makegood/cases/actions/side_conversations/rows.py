"""Rows that several verbs of side conversations write: the conversation as it stands, a word with its files."""

import datetime as dt
from typing import Any

from makegood.cases.actions import storing
from makegood.cases.models import SideConversation, SideFile, SideWord
from makegood.cases.words import Words
from makegood.events.actions import record
from makegood.staff.models import User


def lock(conversation: SideConversation) -> SideConversation:
    """As it stands now, held until the transaction ends."""
    held = SideConversation.objects.select_for_update(of=("self",)).select_related("case__brand", "case__merged_into")
    return held.get(pk=conversation.pk)


def say(
    conversation: SideConversation, kind: SideWord.Kind, words: Words, *, by: User | None, at: dt.datetime
) -> SideWord:
    """One more mail, by a colleague or from outside."""
    word = SideWord(
        conversation=conversation, kind=kind, at=at, staff=by, sender=words.sender,
        sender_name=words.sender_name[:200], text=words.text.strip(), quoted=words.quoted,
        authenticated=words.authenticated, stranger=words.stranger, raw=words.raw, has_files=bool(words.files),
    )  # fmt: skip
    word.save(force_insert=True)
    SideFile.objects.bulk_create(SideFile(word=word, **fields) for fields in storing.keep_all(words.files))
    return word


def tell(conversation: SideConversation, fact: Any, *, by: User | None, at: dt.datetime) -> None:
    """Record what happened, as a part of its case."""
    case = conversation.case.present
    record(fact, about=case.ref, at=at, by=by.key if by else "", facets=case.facets)
