"""A case that was split off another begins with words that are older than it: since when its promises run."""

import dataclasses
import datetime as dt

from makegood.events.models import Event
from makegood.promises.actions.pausing import pause
from makegood.promises.models import CharterLine, Commitment

REPLY = "reply.sent"


@dataclasses.dataclass(frozen=True)
class Apart:
    """When it was split, since when words in it wait for an answer, and the reply that answers them where none do."""

    at: dt.datetime
    waiting_since: dt.datetime | None
    answered_at: dt.datetime | None
    answered_by: str

    @classmethod
    def of(cls, event: Event) -> "Apart | None":
        """None where it is no split."""
        at = _moment(event, "split_at")
        if at is None:
            return None
        answered_at = _moment(event, "answered_at")
        waiting = None if answered_at else (_moment(event, "waiting_since") or event.at)
        return cls(at, waiting, answered_at, str(event.data.get("answered_by", "")))

    def starts(self, line: CharterLine) -> bool:
        """What a reply keeps is promised for words that none has answered."""
        return self.waiting_since is not None or REPLY not in line.ends_on

    def since(self, line: CharterLine, event: Event) -> dt.datetime:
        """What a reply keeps counts from the first of the words that wait for it, all else from the first of all."""
        return self.waiting_since if self.waiting_since and REPLY in line.ends_on else event.at

    def pauses(self, commitment: Commitment) -> bool:
        """Whether its clock stands still until the customer writes."""
        return self.answered_at is not None and commitment.line is not None and REPLY in commitment.line.pauses_on

    def stand(self, commitment: Commitment, event: Event) -> None:
        """The clock stands still where it does so after a reply, and the last that was said is one."""
        if self.answered_at is None or not self.pauses(commitment):
            return
        at = max(self.answered_at, commitment.running_since)
        reply = Event(name=REPLY, about=event.about, by=event.by, at=at, data={"message": self.answered_by})
        pause(commitment, reply)


def _moment(event: Event, name: str) -> dt.datetime | None:
    told = event.data.get(name)
    return dt.datetime.fromisoformat(told) if told else None
