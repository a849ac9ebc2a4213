"""Sentences in what is being written that read like promises, and what their writer decided about each. Pure."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterable
from zoneinfo import ZoneInfo

ACCEPT, DECLINE = "accept", "decline"
LONGEST_WORDS = 500
TYPED = "%Y-%m-%dT%H:%M"  # as a datetime-local field has it


@dataclasses.dataclass(frozen=True)
class Decision:
    """What was decided about one offer: `key` names its sentence; `words` and `due_at` are as the writer left them.

    A declined one has no due time; nothing comes of it.
    """

    key: str
    words: str
    due_at: dt.datetime | None = None

    @property
    def accepted(self) -> bool:
        return self.due_at is not None


def key_of(sentence: str, nth: int = 0) -> str:
    """What names the nth promise of a sentence, so that the same words are never asked about twice."""
    return hashlib.sha256(f"{nth} {' '.join(sentence.split())}".encode()).hexdigest()[:16]


def prefix(key: str) -> str:
    """With what the fields of an offer begin in the composer and in a draft."""
    return f"promise-{key}"


def is_field(name: str) -> bool:
    """Whether a field of the composer belongs to an offer."""
    return name.startswith("promise-")


def as_typed(decisions: Iterable[Decision], zone: ZoneInfo) -> dict[str, str]:
    """The decisions as fields of the composer, with local times of its writer."""
    fields = {}
    for one in decisions:
        begins = prefix(one.key)
        fields[f"{begins}-decision"] = ACCEPT if one.accepted else DECLINE
        fields[f"{begins}-words"] = one.words
        fields[f"{begins}-due"] = one.due_at.astimezone(zone).strftime(TYPED) if one.due_at else ""
    return fields
