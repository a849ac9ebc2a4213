"""The side conversations of a case, as its page shows them. Reads only."""

import dataclasses
import uuid
from typing import Any

from django.db.models import QuerySet

from makegood.cases.models import Case, SideConversation, SideFile, SideWord
from makegood.events.prepared import PreparedQuery

# The newest words of all side conversations of a case.
MOST_WORDS = 300


@dataclasses.dataclass(frozen=True)
class Said:
    """A word with its files."""

    word: SideWord
    files: tuple[SideFile, ...]


@dataclasses.dataclass(frozen=True)
class Shown:
    """A side conversation with what was written, oldest first."""

    conversation: SideConversation
    said: list[Said]


@dataclasses.dataclass(frozen=True)
class Panel:
    """All of a case: what is unread first, then what is open."""

    conversations: list[Shown]

    @property
    def unread(self) -> int:
        return sum(shown.conversation.is_unread for shown in self.conversations)


NONE = Panel([])


def of(case: Case) -> Panel:
    """One question, as each begins with a word; one more where files came along."""
    words = WORDS(case=case.pk)
    keys = [word.pk for word in words if word.has_files]
    files: dict[uuid.UUID, list[SideFile]] = {}
    for file in FILES(words=keys) if keys else ():
        files.setdefault(file.word_id, []).append(file)
    found: dict[uuid.UUID, Shown] = {}
    for word in reversed(words):
        shown = found.setdefault(word.conversation_id, Shown(word.conversation, []))
        shown.said.append(Said(word=word, files=tuple(files.get(word.pk, ()))))
    newest = sorted(found.values(), key=lambda shown: shown.conversation.pk, reverse=True)
    return Panel(sorted(newest, key=lambda shown: (not shown.conversation.is_unread, not shown.conversation.is_open)))


def _words(case: Any) -> QuerySet[SideWord]:
    said = SideWord.objects.filter(conversation__case__in=Case.objects.part_of(case).values("pk"))
    return said.select_related("staff", "conversation").order_by("-at", "-id")[:MOST_WORDS]


WORDS = PreparedQuery(_words)
FILES = PreparedQuery(lambda words: SideFile.objects.filter(word__in=words))
