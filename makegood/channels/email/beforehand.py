"""What must be known before some mails are taken in, asked for all of them at once."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from makegood.channels.email.addressing import directory
from makegood.channels.email.greeting import Lately
from makegood.channels.email.models import RawMail
from makegood.channels.email.reading import Read
from makegood.customers.models import ContactPoint, Customer
from makegood.events.prepared import PreparedQuery

Marked = tuple[uuid.UUID | None, str]


def _same(fingerprints: Any) -> QuerySet[RawMail]:
    same = RawMail.objects.filter(fingerprint__in=fingerprints).select_for_update()
    return same.exclude(outcome__in=("duplicate", "discarded")).order_by("id")


SAME = PreparedQuery(_same)
POINTS = PreparedQuery(
    lambda values: ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL, value__in=values).select_related(
        "customer"
    )
)


class Beforehand:
    """The rows as they stand, held until the transaction ends; the senders; the greetings of the last hour."""

    def __init__(self, mails: Sequence[tuple[RawMail, Read]], *, at: dt.datetime) -> None:
        self.rows: dict[uuid.UUID, RawMail] = {}
        self.twins: dict[Marked, list[RawMail]] = {}
        self._hold([raw for raw, _read in mails])
        asked = {address for _raw, read in mails for address in (read.sender, read.asker.address) if address}
        self.points = {point.value: point for point in POINTS(values=sorted(asked))}
        self.met: dict[str, Customer] = {}
        self.lately = Lately(asked, at=at)

    def _hold(self, raws: list[RawMail]) -> None:
        """All rows of the same mails are held, in one order, so that of two workers one sees what the other made."""
        boxes = {box.pk: box for box in directory.boxes().values()}
        for row in SAME(fingerprints=sorted({raw.fingerprint for raw in raws})):
            if row.mailbox_id in boxes:
                row.mailbox = boxes[row.mailbox_id]
            self.rows[row.pk] = row
            self.twins.setdefault((row.mailbox_id, row.fingerprint), []).append(row)

    def twin(self, raw: RawMail) -> RawMail | None:
        """An earlier row of the same mail in the same mailbox that has been taken in."""
        same = self.twins[raw.mailbox_id, raw.fingerprint]
        return next((row for row in same if row.state == RawMail.State.TAKEN and row.outcome != "duplicate"), None)

    def customer(self, address: str) -> Customer | None:
        """The customer behind a folded address; a merged one leads to the one they are part of."""
        found = self.met.get(address) or (self.points[address].customer if address in self.points else None)
        while found and found.merged_into:
            found = found.merged_into
        return found

    def known_as(self, address: str) -> set[uuid.UUID]:
        """The customers that an address stands for: the one it was given for, and the one they are part of now."""
        now = self.customer(address)
        point = self.points.get(address)
        return {key for key in (now and now.pk, point and point.customer_id) if key}

    def fails(self, address: str) -> bool:
        """Whether mail to an address has come back for good."""
        point = self.points.get(address)
        return point is not None and point.failing_since is not None
