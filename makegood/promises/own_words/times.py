"""Reading the time out of a clause, by the rules of its language."""

from collections.abc import Sequence
from typing import NamedTuple

from makegood.promises.own_words.language import Rule
from makegood.promises.own_words.moments import NOTHING, Moment

READ = "\u2423"  # stands where a rule has read, so that no later one joins what stood apart


def read(clause: str, rules: Sequence[Rule]) -> Moment:
    """All that the clause says of a time, together; false where it says nothing. `clause` is folded."""
    said = NOTHING
    for piece in read_all(clause, rules).pieces:
        said = said.with_(piece)
    return said


class Pieces(NamedTuple):
    """What was read, piece by piece; what is left of the clause, with READ where something was read; whether each piece
    says all that its words do."""

    pieces: list[Moment]
    rest: str
    is_whole: bool


def read_all(clause: str, rules: Sequence[Rule]) -> Pieces:
    """All that the rules read, each in its turn; none sees what one before it has read."""
    pieces, is_whole = [], True
    for rule in rules:
        while True:
            for found in rule.pattern.finditer(clause):
                piece = rule.build(found)
                if piece is not None:
                    pieces.append(piece)
                    is_whole = is_whole and rule.is_whole
                    clause = f"{clause[: found.start()]} {READ} {clause[found.end() :]}"
                    break
            else:
                break
    return Pieces(pieces, clause, is_whole)
