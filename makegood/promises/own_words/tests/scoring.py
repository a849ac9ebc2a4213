"""Measuring what is found against labelled sentences, written at one fixed moment: Wednesday 4 March 2026, 10:00."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from makegood.promises.own_words import find

SENTENCES = Path(__file__).parent / "sentences"
ZONE = ZoneInfo("Europe/Vilnius")
NOW = dt.datetime(2026, 3, 4, 10, 0, tzinfo=ZONE)


@dataclass
class Score:
    """Right, wrongly found and overlooked sentences, and due times that differ."""

    right: int = 0
    invented: list[str] = field(default_factory=list)
    overlooked: list[str] = field(default_factory=list)
    misdated: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.invented))

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.overlooked))

    @property
    def dated(self) -> float:
        return 1 - len(self.misdated) / self.right


def labelled(name: str) -> Iterator[tuple[bool, dt.datetime | None, str]]:
    """Whether each sentence commits, its due time, and the sentence: `+ 03-10 10:00 | words` or `- | words`."""
    for line in (SENTENCES / name).read_text().splitlines():
        label, _, words = line.partition("|")
        sign, _, due = label.strip().partition(" ")
        at = dt.datetime.strptime(f"2026-{due} +0000", "%Y-%m-%d %H:%M %z").replace(tzinfo=ZONE) if due else None
        yield sign == "+", at, words.strip()


def score(name: str) -> Score:
    """The score of one set, such as `made-en.txt`."""
    result = Score()
    for commits, due, words in labelled(name):
        found = find(words, now=NOW, zone=ZONE)
        if not commits and found:
            result.invented.append(words)
        elif commits and not found:
            result.overlooked.append(words)
        elif commits:
            result.right += 1
            if due not in {one.due_at for one in found}:
                result.misdated.append(f"{words} → {', '.join(str(one.due_at) for one in found)}, not {due}")
    return result
