"""What is noticed in an agent's words before they leave, and asked or said once: promises they make, and blame they shift."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

from makegood.cases import blame
from makegood.cases.models import Case, Draft
from makegood.cases.offers import Decision, key_of
from makegood.desk import offering
from makegood.desk.offering import Offered

ASKED = "asked"  # the field of the composer, and of a draft, that names what has been asked or said


@dataclasses.dataclass(frozen=True)
class PointedOut:
    """A sentence that shifts blame, with the key that remembers that it was pointed out."""

    key: str
    shift: blame.Shift


@dataclasses.dataclass(frozen=True)
class Noticed:
    """Offers of promises, and sentences that shift blame. `asked` are the keys of what the agent was asked or told
    before pressing again; `is_asking`: the words have come back to ask."""

    offers: tuple[Offered, ...] = ()
    shifts: tuple[PointedOut, ...] = ()
    asked: frozenset[str] = frozenset()
    is_asking: bool = False

    @property
    def open(self) -> list[Offered]:
        """Offers on which nothing is decided."""
        return [offer for offer in self.offers if offer.is_open]

    @property
    def is_wrong(self) -> bool:
        """Something was promised without words or without a time that lies ahead."""
        return any(offer.is_wrong for offer in self.offers)

    @property
    def stops(self) -> bool:
        """Whether the words come back: for a mistake, to ask once about what is open, or to point out blame once."""
        keys = {offer.key for offer in self.open} | {one.key for one in self.shifts}
        return self.is_wrong or not keys <= self.asked

    @property
    def shown(self) -> str:
        """The keys that a page has asked or told once it shows this: blame needs no answer, and is told as it is shown."""
        return " ".join(sorted(self.asked | {one.key for one in self.shifts}))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        decided = (offer.decided for offer in self.offers)
        return tuple(decision for decision in decided if decision is not None)

    def asking(self) -> "Noticed":
        """The same, as it comes back with the words; the next press sends them, whatever is decided."""
        asked = self.asked | {offer.key for offer in self.open}
        return dataclasses.replace(self, asked=asked, is_asking=not self.is_wrong)


NOTHING = Noticed()


def in_draft(case: Case, draft: Draft, *, now: dt.datetime) -> Noticed:
    """What is noticed in words that are kept."""
    return read(case, draft.text, draft.fields, now=now, is_reply=draft.kind == "reply")


def read(case: Case, text: str, typed: Mapping[str, str], *, now: dt.datetime, is_reply: bool) -> Noticed:
    """What is noticed in a text, with what was `typed` into the fields beside it. Notes may say who was to blame."""
    if not text.strip():
        return NOTHING
    text = text.replace("\r\n", "\n")  # as browsers send it with a form; a draft that was kept has none
    found = blame.find(text) if is_reply else []
    return Noticed(
        offers=tuple(offering.offered(case, text, typed, now=now)),
        shifts=tuple(PointedOut(key=key_of(f"blame: {shift.words}"), shift=shift) for shift in found),
        asked=frozenset(typed.get(ASKED, "").split()),
    )
