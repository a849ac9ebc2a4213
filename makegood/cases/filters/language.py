"""What is typed into the box, taken apart: conditions and free words. Pure; no Django.

`name:value`, with a blank inside `name:"two words"`, after `-` for not. Whatever is no condition is a free word.
"""

import dataclasses
import difflib
import re
from collections.abc import Iterable

NAMES = (
    *("owner", "team", "brand", "channel", "status", "promise", "kind", "tag", "language", "customer", "company"),
    *("created", "mentioned", "problem"),
)
FIELD = "field."  # and the slug of one of the organisation's own fields
MOST_LETTERS, MOST_CONDITIONS = 500, 20
# A condition, or anything up to the next blank. A quotation that is not closed goes on to the end.
PART = re.compile(r'(?P<no>-?)(?P<name>[A-Za-z]+(?:\.[\w-]+)?):(?P<value>"[^"]*"?|[^\s"]*)|"[^"]*"?|[^\s"]+')
LIKENESS = 0.75
# Who writes it wants to leave something out, which conditions alone can: a message without a word may lie in a case with it.
MINUS = re.compile(r"-[^\W\d_]")


@dataclasses.dataclass(frozen=True)
class Condition:
    """One thing that must hold of a case, or, where `negated`, must not."""

    name: str
    value: str
    negated: bool = False

    def __str__(self) -> str:
        quoted = f'"{self.value}"' if re.search(r"\s", self.value) else self.value
        return f"{'-' if self.negated else ''}{self.name}:{quoted}"


@dataclasses.dataclass(frozen=True)
class Problem:
    """Why something typed is no condition: a `code` that `wording` has a sentence for, and what it speaks of."""

    code: str
    name: str
    value: str = ""
    known: tuple[str, ...] = ()


class Unclear(ValueError):
    """What was typed cannot be understood; `problems` say why, each by itself."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(f"{one.code} {one.name}:{one.value}" for one in problems))
        self.problems = problems


@dataclasses.dataclass(frozen=True)
class Asked:
    """What somebody looks for."""

    conditions: tuple[Condition, ...] = ()
    words: str = ""

    def __str__(self) -> str:
        return " ".join([*map(str, self.conditions), *([self.words] if self.words else [])])

    def values(self, name: str) -> list[str]:
        """What a condition of this name asks for, in order; what must not hold is left out."""
        return [one.value for one in self.conditions if one.name == name and not one.negated]

    def also(self, more: Iterable[Condition]) -> "Asked":
        """With more conditions, each once."""
        return dataclasses.replace(self, conditions=tuple(dict.fromkeys((*self.conditions, *more))))


def read(text: str) -> Asked:
    """Take a text apart. Raises Unclear for a name that is almost one of ours, for a condition without a value, for a
    minus before a free word, and for too many."""
    conditions: dict[Condition, None] = {}
    words, problems = [], []
    for part in PART.finditer(text[:MOST_LETTERS]):
        name = (part["name"] or "").lower()
        value = (part["value"] or "").strip('"').strip()
        is_known = name in NAMES or name.startswith(FIELD)
        if is_known and not value:
            problems.append(Problem("no-value", name))
        elif is_known:
            conditions[Condition(name, value, negated=bool(part["no"]))] = None
        elif name and value and (near := difflib.get_close_matches(name, NAMES, n=1, cutoff=LIKENESS)):
            problems.append(Problem("no-word", name, value, tuple(near)))
        elif MINUS.match(part[0]):
            problems.append(Problem("no-minus", "", part[0][1:]))
        else:
            words.append(_word(part[0]))
    if len(conditions) > MOST_CONDITIONS:
        problems.append(Problem("too-many", "", str(MOST_CONDITIONS)))
    if problems:
        raise Unclear(*problems)
    return Asked(tuple(conditions), " ".join(filter(None, words)))


def _word(typed: str) -> str:
    """A free word, or several in quotation marks: these stay where what they hold would else be read as a condition."""
    bare = " ".join(typed.replace('"', " ").split())
    return f'"{bare}"' if '"' in typed and (":" in bare or MINUS.match(bare)) else bare
