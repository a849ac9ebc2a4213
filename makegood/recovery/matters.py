"""Which matter something belongs to: the case it is about, and the cases of the same customer about the same. Reads only."""

import dataclasses
import datetime as dt
import functools
import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet

from makegood.brands.models import Brand
from makegood.cases.models import Case, Message, MessageKind, Shelf
from makegood.cases.models.case import CaseQuerySet
from makegood.customers.models import Customer
from makegood.events.prepared import PreparedQuery
from makegood.orders.models import Order
from makegood.recovery import contacts
from makegood.recovery.contacts import AFTERTHOUGHT
from makegood.staff.models import Team

MOST_CASES, MOST_MESSAGES = 50, 200
ALIVE = (Shelf.NONE, Shelf.MERGED)


@dataclasses.dataclass(frozen=True)
class Matter:
    """One matter of one customer. `about` is its key; `others` the keys under which it may be known already."""

    about: str
    brand: Brand
    customer: Customer
    case: Case | None = None
    team: Team | None = None
    others: tuple[str, ...] = ()

    @property
    def keys(self) -> set[str]:
        return {self.about, *self.others}


def of_case(case: Case, *, days: int, at: dt.datetime) -> Matter | None:
    """The matter of a case as it stands now; None when nobody works on it (junk, deleted, its customer erased)."""
    present = case.present
    if present.shelf != Shelf.NONE or present.customer.erased_at is not None:
        return None
    same = [one.ref for one in about_the_same(present, days=days, at=at)]
    return Matter(
        about=present.ref, brand=present.brand, customer=present.customer, case=present, team=present.team,
        others=tuple(same),
    )  # fmt: skip


def of_order(order: Order, *, days: int, at: dt.datetime) -> Matter:
    """The matter of an order: the case that its customer has had with the brand in these days, else the order itself."""
    since = at - dt.timedelta(days=days)
    found = Case.objects.filter(customer=order.customer_id, brand=order.brand_id, shelf=Shelf.NONE, last_at__gte=since)
    case = found.for_pages().newest_words_first().first()
    if case is None:
        # The team that a case of theirs would come to: somebody is to win them back before they write.
        return Matter(about=order.ref, brand=order.brand, customer=order.customer, team=order.brand.teams.first())
    return Matter(
        about=case.ref, brand=case.brand, customer=case.customer, case=case, team=case.team, others=(order.ref,)
    )


class Near(NamedTuple):
    """What of a customer's other cases says whether they are about the same."""

    pk: uuid.UUID
    ref: str
    subject: str
    opened_at: dt.datetime
    follows: uuid.UUID | None
    merged_into: uuid.UUID | None


def _lately(customer: Any, brand: Any, since: Any) -> CaseQuerySet:
    """A customer's cases with a brand since a moment."""
    return Case.objects.filter(customer=customer, brand=brand, last_at__gte=since, shelf__in=ALIVE)


NEAR = PreparedQuery(lambda **asked: _lately(**asked).newest_words_first().values_list(*Near._fields)[:MOST_CASES])


def about_the_same(case: Case, *, days: int, at: dt.datetime) -> list[Near]:
    """The customer's cases of these days about the same, this one too: one follows the other, was merged into it, or
    bears the same subject. The newest MOST_CASES are looked at. One query."""
    since = at - dt.timedelta(days=days)
    near = [Near(*row) for row in NEAR(customer=case.customer_id, brand=case.brand_id, since=since)]
    same = {case.pk}
    topic = contacts.topic(case.subject)
    for _round in range(len(near)):
        linked = {one.pk for one in near if one.pk not in same and _is_linked(one, near, same)}
        if not linked:
            break
        same |= linked
    return [one for one in near if one.pk in same or (topic and contacts.topic(one.subject) == topic)]


def may_be_known(case: Case, *, contacts: int, days: int, at: dt.datetime) -> bool:
    """Whether the customer may have turned to us so often: there are as many messages in a case that is old enough for
    the pauses between them, or as many cases of theirs in these days. Costs one short query."""
    if case.message_count >= contacts and at - case.opened_at > (contacts - 1) * AFTERTHOUGHT:
        return True
    since = at - dt.timedelta(days=days)
    return len(_so_many(contacts)(customer=case.customer_id, brand=case.brand_id, since=since)) >= contacts


@functools.cache
def _so_many(most: int) -> PreparedQuery[Any]:
    return PreparedQuery(lambda **asked: _lately(**asked).order_by().values_list("pk")[:most])


def _said(case: Any, since: Any, at: Any) -> QuerySet[Message, Any]:
    said = Message.objects.filter(case=case, kind=MessageKind.CUSTOMER, stranger=False, at__gt=since, at__lte=at)
    return said.order_by("-at").values_list("at", flat=True)[:MOST_MESSAGES]


SAID = PreparedQuery(_said)


def contacts_of(case: Case, same: Sequence[Near], *, days: int, after: dt.datetime | None, at: dt.datetime) -> int:
    """How often the customer turned to us in one matter in these days: the most of waves of words in this case, and of
    the cases about the `same`. What lies before `after`, the end of an earlier recovery, counts no more."""
    since = max(at - dt.timedelta(days=days), after or at - dt.timedelta(days=days))
    opened = [one for one in same if since < one.opened_at <= at]
    return max(contacts.waves(SAID(case=case.pk, since=since, at=at)), len(opened))


def _is_linked(one: Near, near: list[Near], same: set[uuid.UUID]) -> bool:
    before = {one.follows, one.merged_into}
    after = {other.pk for other in near if one.pk in (other.follows, other.merged_into)}
    return bool((before | after) & same)
