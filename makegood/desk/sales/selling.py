"""The cases about what somebody sold. Reads only."""

import dataclasses

from makegood.cases.models import Case, Concern, Delivery, Message, MessageKind
from makegood.cases.models.case import CaseQuerySet
from makegood.staff.models import User
from makegood.ui import keyset

PAGE = 25
SAID = 100
KINDS = (MessageKind.CUSTOMER, MessageKind.REPLY, MessageKind.NOTE)


@dataclasses.dataclass(frozen=True)
class Page:
    """Some cases, the newest words first, and the cursor of those behind them ("" at the end)."""

    cases: list[Case]
    next: str


def of(seller: User) -> CaseQuerySet:
    """What a seller may see: the cases about their own sales, and no others."""
    return Concern.objects.cases_of(seller)


def page(seen: CaseQuerySet, *, after: str = "") -> Page:
    """A page of them, one query."""
    found = seen.newest_words_first()
    place = keyset.place(after, keyset.moment)
    if place is not None:
        found = found.before(*place)
    rows = list(found.select_related("customer", "owner", "team")[: PAGE + 1])
    more = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], keyset.write(more.last_at, more.pk) if more else "")


def said_in(case: Case) -> list[Message]:
    """The newest words of a case, the oldest of them first: what was said by people, and has left us."""
    said = (
        case.messages.shown()
        .filter(kind__in=KINDS)
        .exclude(delivery__in=(Delivery.LATER, Delivery.HELD))
        .select_related("staff")
    )
    return list(said.reverse()[:SAID])[::-1]
