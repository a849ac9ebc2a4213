"""What one transaction of many verbs keeps to itself: facts to be written together, what has been read once, and what has
just been made.

A verb alone needs none of this. Taking in twenty mails at once does: it asks for the charter once and writes all its
facts by one insert.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from makegood.events.models import Event, Reaction

T = TypeVar("T")


@dataclass
class Together:
    """The facts told so far, not yet written, and answers by their question."""

    facts: list[Event] = field(default_factory=list)
    reactions: list[Reaction] = field(default_factory=list)
    answers: dict[Hashable, Any] = field(default_factory=dict)


_running: ContextVar[Together | None] = ContextVar("together", default=None)


def running() -> Together | None:
    """What is being gathered in this thread; None outside `gathered`."""
    return _running.get()


@contextmanager
def gathered() -> Iterator[Together]:
    """Gather facts, here and in all that is called. The caller writes them before its transaction ends.

    When it raises nothing is written, as the transaction is rolled back too.
    """
    together = Together()
    token = _running.set(together)
    try:
        yield together
    finally:
        _running.reset(token)


def once(question: Hashable, answer: Callable[[], T]) -> T:
    """The answer to a question that nobody changes in this transaction; asked anew where nothing is gathered."""
    together = _running.get()
    if together is None:
        return answer()
    if question not in together.answers:
        together.answers[question] = answer()
    return together.answers[question]  # type: ignore[no-any-return]


_remembered: ContextVar[dict[Hashable, Any] | None] = ContextVar("remembered", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Within: what a verb has made or read is kept in mind, so that the next one does not ask the database for it.

    Only around a few verbs, none of which changes it by rows that it reads for itself.
    """
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def remember(question: Hashable, answer: object) -> None:
    """Keep an answer in mind; nothing outside `remembering`."""
    remembered = _remembered.get()
    if remembered is not None:
        remembered[question] = answer


def recall(question: Hashable, ask: Callable[[], T]) -> T:
    """The answer that is kept in mind, the very object; asked where there is none."""
    remembered = _remembered.get()
    if remembered is not None and question in remembered:
        return remembered[question]  # type: ignore[no-any-return]
    return ask()
