"""Measuring what is found against labelled sentences: `+ kind | words` shifts blame, `- | words` does not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from makegood.cases.blame import find

SENTENCES = Path(__file__).parent / "sentences"


@dataclass
class Score:
    """Right, wrongly found and overlooked sentences, and those of which the kind differs."""

    right: int = 0
    invented: list[str] = field(default_factory=list)
    overlooked: list[str] = field(default_factory=list)
    mistaken: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.invented))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.overlooked))


def labelled(name: str) -> Iterator[tuple[str, str]]:
    """The kind of each sentence ("" for none), and the sentence."""
    for line in (SENTENCES / name).read_text().splitlines():
        label, _, words = line.partition("|")
        yield label.strip().removeprefix("+").removeprefix("-").strip(), words.strip()


def score(name: str) -> Score:
    """The score of one set, such as `made-en.txt`."""
    result = Score()
    for kind, words in labelled(name):
        found = find(words)
        if found and not kind:
            result.invented.append(words)
        elif kind and not found:
            result.overlooked.append(words)
        elif kind:
            result.right += 1
            if found[0].kind != kind:
                result.mistaken.append(f"{words} → {found[0].kind}")
    return result
