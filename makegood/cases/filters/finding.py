"""Cases that fit, a page at a time, at a cost that has an end: whatever is asked of a million cases, a page looks at no
more than LOOKED_AT of them and says where the next goes on.

Where a condition leaves few cases (a customer, a rare tag, a day), these are gathered along its index and sorted. Else
the cases are walked in the order of the list, a stretch of LOOKED_AT of its index, up to a full page.
"""

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.db.models import DateTimeField, F, Func, QuerySet, Value

from makegood.cases import search
from makegood.cases.filters import matching
from makegood.cases.filters.meanings import Sought
from makegood.cases.models import Case, ListedCase
from makegood.cases.models.case import CaseQuerySet
from makegood.cases.models.rows_compared import Compared

LOOKED_AT = 10_000
# Of so few cases all words are looked at.
FEW = 500
Place = tuple[dt.datetime, uuid.UUID]


@dataclasses.dataclass(frozen=True)
class Order:
    """How a list is sorted: by a moment, then by key. `in_work`: it has only cases in work."""

    key: str
    column: str
    is_backwards: bool = False
    in_work: bool = False

    @property
    def by(self) -> tuple[str, str]:
        sign = "-" if self.is_backwards else ""
        return f"{sign}{self.column}", f"{sign}id"

    @property
    def behind(self) -> str:
        """The sign between the place of a row and that of one before it."""
        return "<" if self.is_backwards else ">"


ORDERS = {
    order.key: order
    for order in (
        Order("promise", "next_due_at", in_work=True),
        Order("newest", "last_at", is_backwards=True),
        Order("oldest", "last_at"),
        Order("opened", "opened_at", is_backwards=True),
    )
}


@dataclasses.dataclass(frozen=True)
class Found:
    """Cases of a page, and the place that the next goes on from; None at the end. `is_cut`: there may be more than
    these on the way to it, as the page ends where enough was looked at."""

    cases: list[ListedCase]
    next: Place | None
    is_cut: bool = False


def order_of(key: str, sought: Sought) -> Order:
    """The order of this name. Where there is none, or it makes no sense: the next promise first for cases in work, the
    newest case where days are asked for, as the walk begins within them then, else newest words."""
    order = ORDERS.get(key)
    if order is None or (order.in_work and not sought.is_open) or (sought.shelf and order.column != "last_at"):
        by_day = sought.of("created") and not sought.shelf
        return ORDERS["promise" if sought.is_open else "opened" if by_day else "newest"]
    return order


def page(sought: Sought, order: Order, *, after: Place | None, most: int) -> Found:
    """One page of what this person may see and asked for."""
    found, end = _rows(sought, order, after, most + 1)
    cases = [ListedCase(*row) for row in found]
    if len(cases) > most:
        return Found(cases[:most], _place(cases[most - 1], order))
    return Found(cases, end, is_cut=end is not None)


def keys(sought: Sought, order: Order, *, after: Place | None, most: int) -> tuple[list[uuid.UUID], Place | None]:
    """The keys of the next cases alone, and where to go on; None at the end."""
    chosen, end = _chosen(sought, order, after)
    found = list(chosen.values_list("pk", order.column)[: most + 1])
    if len(found) > most:
        key, moment = found[most - 1]
        return [one for one, _moment in found[:most]], (moment, key)
    return [one for one, _moment in found], end


def by_words(sought: Sought, *, after: str, most: int) -> search.Result:
    """One page of what this person may see and asked for with words among the rest; newest words first."""
    such = None
    if sought.meanings:
        few = [rows for path in matching.few(sought) if len(rows := list(path[: FEW + 1])) <= FEW]
        least = min(few, default=None, key=len)
        keys = None if least is None else {key for row in least for key in row.values()}
        such = search.Such(lambda cases: matching.fitting(cases, sought), keys)
    return search.find(Case.objects.visible_to(sought.user), sought.words, after=after, most=most, such=such)


def _rows(sought: Sought, order: Order, after: Place | None, most: int) -> tuple[list[Any], Place | None]:
    chosen, end = _chosen(sought, order, after)
    listed = Case.objects.filter(pk__in=chosen.values("pk")[:most]).order_by(*order.by).for_lists()
    return list(listed), end


def _chosen(sought: Sought, order: Order, after: Place | None) -> tuple[CaseQuerySet, Place | None]:
    """What fits, in order, and where the stretch ends that was looked at; None: nothing lies behind."""
    cases = matching.fitting(Case.objects.visible_to(sought.user), sought)
    cases = _behind(cases, order, after)
    gathered = _gathered(sought)
    if gathered is not None:
        # Sorted by what is no index of cases, or SQLite would walk that and leave what was gathered aside.
        sign = "-" if order.is_backwards else ""
        same = Func(F(order.column), Value(None, output_field=DateTimeField()), function="COALESCE")
        return cases.filter(pk__in=gathered).alias(moment=same).order_by(f"{sign}moment", f"{sign}id"), None
    end = _end(sought, order, after)
    if end is not None:
        cases = cases.filter(Compared(order.column, f"{'>' if order.is_backwards else '<'}=", *end))
    return cases.order_by(*order.by), end


def _gathered(sought: Sought) -> QuerySet[Any, Any] | None:
    """The keys along the index of the condition that leaves fewest, where that are no more than are looked at."""
    counted = [(path[: LOOKED_AT + 1].count(), place, path) for place, path in enumerate(matching.few(sought))]
    least = min(counted, default=None, key=lambda one: one[:2])
    return least[2] if least is not None and least[0] <= LOOKED_AT else None


def _end(sought: Sought, order: Order, after: Place | None) -> Place | None:
    """The place of the last row of a stretch of the order's index."""
    walked = _behind(walk(sought, order), order, after).order_by(*order.by)
    ends = list(walked.values_list(order.column, "pk")[LOOKED_AT - 1 : LOOKED_AT + 1])
    return ends[0] if len(ends) > 1 else None


def walk(sought: Sought, order: Order) -> CaseQuerySet:
    """The list that is walked for what fits, along one index."""
    cases = Case.objects.in_work() if order.in_work else matching.listed(Case.objects.all(), sought)
    return matching.within(cases, sought, order.column)


def _behind(cases: CaseQuerySet, order: Order, after: Place | None) -> CaseQuerySet:
    return cases.filter(Compared(order.column, order.behind, *after)) if after is not None else cases


def _place(case: ListedCase, order: Order) -> Place:
    return getattr(case, order.column), case.pk
