"""Reading the time out of a clause, by the rules of its language."""

from collections.abc import Sequence

from makegood.promises.own_words.language import Rule
from makegood.promises.own_words.moments import NOTHING, Moment

READ = "\u2423"  # stands where a rule has read, so that no later one joins what stood apart


def read(clause: str, rules: Sequence[Rule]) -> Moment:
    """All that the clause says of a time, together; false where it says nothing. `clause` is folded."""
    return read_all(clause, rules)[0]


def read_all(clause: str, rules: Sequence[Rule]) -> tuple[Moment, str]:
    """The same, and what is left of the clause, with READ where something was read."""
    said = NOTHING
    for rule in rules:
        while True:
            for found in rule.pattern.finditer(clause):
                piece = rule.build(found)
                if piece is not None:
                    said = said.with_(piece)
                    clause = f"{clause[: found.start()]} {READ} {clause[found.end() :]}"
                    break
            else:
                break
    return said, clause
