"""Choosing one of a team for a case, and saying why. Pure: no database, no clock.

Who speaks the customer's language comes first, then who has the skills that the case asks for, then whose turn it is. Somebody full is given a case only when a promise is at
risk, and somebody away never.
"""

import dataclasses
import datetime as dt
import enum
from collections.abc import Sequence

from makegood.cases.routing.preferring import Skilled, prefer

NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


class Rule(enum.StrEnum):
    """Which of the steps found somebody."""

    SPEAKS = "speaks"  # speaks the language, and has room
    SPEAKS_THOUGH_FULL = "speaks-full"  # the same without room, as a promise is at risk
    NOBODY_SPEAKS = "nobody-speaks"  # has room; nobody of the team speaks the language
    NOBODY_HERE_SPEAKS = "nobody-here-speaks"  # has room; who speaks it is away or full, and a promise is at risk
    THOUGH_FULL = "full"  # without room or language, as a promise is at risk


@dataclasses.dataclass(frozen=True)
class Candidate:
    """Somebody of the team. `open`: their open cases; `most`: how many they take, None without a limit; `languages`:
    codes, empty for any; `skills`: keys; `is_here`: on duty and not away; `given_at`: when the rota last gave them a case."""

    key: str
    open: int = 0
    most: int | None = None
    languages: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    is_here: bool = True
    given_at: dt.datetime | None = None

    @property
    def has_room(self) -> bool:
        return self.most is None or self.open < self.most

    def speaks(self, language: str) -> bool:
        return not self.languages or language in self.languages


@dataclasses.dataclass(frozen=True)
class Choice:
    """Who gets it, by which rule, and how they stand to the skills that it asks for."""

    candidate: Candidate
    rule: Rule
    skilled: Skilled = Skilled.NOT_ASKED


def choose(
    candidates: Sequence[Candidate],
    *,
    least_loaded: bool,
    language: str,
    skills: frozenset[str] = frozenset(),
    at_risk: bool = False,
) -> Choice | None:
    """Who of the team gets a case in `language`; None: it waits in the rota, for who is here has no room or does not
    speak the language and somebody else does. `skills`: keys of what it asks for, which it never waits for. `at_risk`: a promise is
    about to break, so that it waits no longer."""
    here = [one for one in candidates if one.is_here]
    free = [one for one in here if one.has_room]
    speaking = [one for one in here if one.speaks(language)]
    steps = [(Rule.SPEAKS, [one for one in free if one.speaks(language)])]
    if not any(one.speaks(language) for one in candidates):
        steps.append((Rule.NOBODY_SPEAKS, free))
    if at_risk:
        steps += [
            (Rule.SPEAKS_THOUGH_FULL, speaking),
            (Rule.NOBODY_HERE_SPEAKS, free),
            (Rule.THOUGH_FULL, here),
        ]
    for rule, found in steps:
        if found:
            by_load = least_loaded or rule in (Rule.SPEAKS_THOUGH_FULL, Rule.THOUGH_FULL)
            best, skilled = prefer(found, team=candidates, asked=skills)
            return Choice(min(best, key=_fewest if by_load else _longest_ago), rule, skilled)
    return None


def _longest_ago(one: Candidate) -> tuple[dt.datetime, str]:
    return one.given_at or NEVER, one.key


def _fewest(one: Candidate) -> tuple[int, dt.datetime, str]:
    return one.open, *_longest_ago(one)
