"""What is to be told: who wrote what and when. From the demo's generator, or from somebody else's file of tickets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.elsewhere import function
from makegood.welcome.demo import stories

RESOLVED_AFTER = dt.timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class Said:
    """One message: by the `customer`, by an `agent`, or a `note` for ourselves."""

    by: str
    at: dt.datetime
    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Tale:
    """One case: the first words are the customer's. `resolved_at` is None while it is open."""

    number: int
    language: str
    subject: str
    name: str
    address: str
    said: tuple[Said, ...]
    channel: str = "email"
    resolved_at: dt.datetime | None = None

    @property
    def opened_at(self) -> dt.datetime:
        return self.said[0].at


@dataclass(frozen=True)
class Span:
    """The time that `cases` cases are spread over, evenly, the last one shortly before `until`."""

    until: dt.datetime
    days: int
    cases: int

    @property
    def begins_at(self) -> dt.datetime:
        return self.until - dt.timedelta(days=self.days)

    def opened_at(self, number: int) -> dt.datetime:
        """When case `number` (1-based) was opened, in whole seconds."""
        seconds = self.days * 86400 * number // (self.cases + 1)
        return self.begins_at + dt.timedelta(seconds=seconds)


class Stories:
    """Tales from the demo's generator."""

    def __init__(self, span: Span, seed: int) -> None:
        self.span = span
        self.seed = seed

    def __call__(self, number: int) -> Tale:
        """Tale `number`, 1-based; the same each time."""
        story, opened_at = stories.story(number, seed=self.seed), self.span.opened_at(number)
        by_mail = story.channel == "email"
        said = tuple(
            Said(
                turn.who,
                opened_at + turn.offset,
                turn.text,
                _html(turn.text) if by_mail and turn.who == "customer" else "",
            )
            for turn in story.turns
            if opened_at + turn.offset <= self.span.until
        )
        ends = story.outcome in ("resolved", "closed") and len(said) == len(story.turns)
        resolved_at = said[-1].at + RESOLVED_AFTER
        return Tale(
            number=number,
            language=story.language,
            subject=story.subject,
            name=story.customer.name,
            address=story.customer.address,
            said=said,
            channel=story.channel,
            resolved_at=resolved_at if ends and resolved_at <= self.span.until else None,
        )


def _html(text: str) -> str:
    """As most mail programs send it along."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))


class Tickets:
    """Tales from a Python file with `ticket(number)`: a dict of lang, open, subject, requester, name, created, messages."""

    def __init__(self, path: Path, span: Span) -> None:
        self._ticket: Callable[[int], dict[str, Any]] = function(path, "ticket")
        self.span = span

    def __call__(self, number: int) -> Tale:
        """Tale `number`, 1-based; the same each time. Its times are moved so that all fit into the span."""
        ticket = self._ticket(number)
        moved = self.span.opened_at(number) - ticket["created"]
        said = tuple(
            Said(by, at + moved, text.strip()) for at, by, text in ticket["messages"] if at + moved <= self.span.until
        )
        # Solved one to thirty working hours or so after the last words, as far as that has come to pass.
        resolved_at = said[-1].at + dt.timedelta(hours=1 + number * 7 % 40)
        open_still = ticket["open"] or len(said) < len(ticket["messages"]) or resolved_at > self.span.until
        return Tale(
            number=number,
            language=ticket["lang"],
            subject=ticket["subject"],
            name=ticket["name"],
            address=ticket["requester"],
            said=said,
            resolved_at=None if open_still else resolved_at,
        )
