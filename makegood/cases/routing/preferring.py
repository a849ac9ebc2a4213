"""Of those to whom a case may come, those who have the skills it asks for; and why, where none of them has any. Pure."""

import enum
from collections.abc import Sequence
from typing import Protocol, TypeVar


class Skilled(enum.StrEnum):
    """How the choice stands to what the case asks for."""

    NOT_ASKED = ""
    HAS = "has"  # whoever gets it has what is asked for, or more of it than anybody else to whom it may come
    HAS_NO_ROOM = "no-room"  # who has it is here, without room or without the language
    NOT_HERE = "not-here"  # who has it is not on duty, or away
    NOBODY = "nobody"  # of the whole team


class Able(Protocol):
    """Somebody with skills."""

    @property
    def skills(self) -> frozenset[str]: ...

    @property
    def is_here(self) -> bool: ...


One = TypeVar("One", bound=Able)


def prefer(found: Sequence[One], *, team: Sequence[One], asked: frozenset[str]) -> tuple[Sequence[One], Skilled]:
    """Those of `found` who have most of what is asked for; all of them where none has any, so that a case never waits
    for a skill."""
    if not asked:
        return found, Skilled.NOT_ASKED
    most = max(len(asked & one.skills) for one in found)
    if most:
        return [one for one in found if len(asked & one.skills) == most], Skilled.HAS
    skilled = [one for one in team if asked & one.skills]
    if not skilled:
        return found, Skilled.NOBODY
    return found, Skilled.HAS_NO_ROOM if any(one.is_here for one in skilled) else Skilled.NOT_HERE
