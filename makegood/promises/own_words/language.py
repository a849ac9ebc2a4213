"""What a language brings along: how it promises, what takes a promise back, and how it tells the time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from makegood.promises.own_words.moments import Moment

Build = Callable[[re.Match[str]], Moment | None]


@dataclass(frozen=True)
class Rule:
    """A form of words for a time and what it says; `None` from `build`: not a time after all.

    `is_whole`: it says all that its words do. Not so of what has been (“yesterday”), nor of a range, whose end it says.
    """

    pattern: re.Pattern[str]
    build: Build
    is_whole: bool = True


@dataclass(frozen=True)
class Language:
    """One language. All patterns read folded text.

    `promising`: we, or what the customer gets from us, with a verb of the future. `plain`: those that are a promise
    even without a time. `refusing`: what makes a sentence none (if, not, hope, policy, others' doing). `unsaid`: words
    cut out before anything is judged (“as promised”, “if you have questions”). `asking`: a question without its
    mark. `tags`: “…, all right?” after a promise. `joins`: where a further clause may begin. `conditions`: begin a clause on
    which the next one depends. `times`: in order; what one has read, the next no longer sees. `typed`: read before them
    where nothing but a time is typed. `hasty`: whole words as they are typed in haste, and as they are spelt.
    """

    code: str
    promising: re.Pattern[str]
    plain: re.Pattern[str]
    refusing: re.Pattern[str]
    unsaid: re.Pattern[str]
    asking: re.Pattern[str]
    tags: re.Pattern[str]
    joins: re.Pattern[str]
    conditions: re.Pattern[str]
    times: Sequence[Rule]
    typed: Sequence[Rule] = ()
    hasty: Mapping[str, str] = field(default_factory=dict)

    def spelt(self, plain: str) -> str:
        """The text, with what was typed in haste spelt out."""
        return self._in_haste.sub(lambda found: self.hasty[found[0]], plain) if self.hasty else plain

    @cached_property
    def _in_haste(self) -> re.Pattern[str]:
        return re.compile(words(*self.hasty))


def words(*forms: str) -> str:
    """Alternatives, whole words only."""
    return r"(?<!\w)(?:" + "|".join(forms) + r")(?!\w)"


def pattern(*forms: str) -> re.Pattern[str]:
    """Any of these forms, anywhere in the text."""
    return re.compile("|".join(f"(?:{form})" for form in forms))
