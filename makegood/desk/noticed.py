"""What is noticed in an agent's words before they leave, and said once: promises they make."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping

from makegood.cases.models import Case
from makegood.cases.offers import Decision
from makegood.desk import offering
from makegood.desk.offering import Offered


@dataclasses.dataclass(frozen=True)
class Noticed:
    """Offers of promises. `asked` are the keys of what the agent was asked about before pressing again; `is_asking`:
    the words have come back to ask."""

    offers: tuple[Offered, ...] = ()
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
        """Whether the words come back: for a mistake, or to ask once about what is open."""
        return self.is_wrong or any(offer.key not in self.asked for offer in self.open)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        decided = (offer.decided for offer in self.offers)
        return tuple(decision for decision in decided if decision is not None)

    def asking(self) -> "Noticed":
        """The same, as it comes back with the words; the next press sends them, whatever is decided."""
        asked = self.asked | {offer.key for offer in self.open}
        return dataclasses.replace(self, asked=asked, is_asking=not self.is_wrong)


NOTHING = Noticed()


def read(case: Case, text: str, typed: Mapping[str, str], *, now: dt.datetime, asked: Iterable[str] = ()) -> Noticed:
    """What is noticed in a text, with what was `typed` into the fields of earlier offers."""
    if not text.strip():
        return NOTHING
    text = text.replace("\r\n", "\n")  # as browsers send it with a form; a draft that was kept has none
    return Noticed(offers=tuple(offering.offered(case, text, typed, now=now)), asked=frozenset(asked))
