"""The inbox: which cases a view holds, in which order, and how a row is shown. Reads only."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.cases.models import Case, CaseState, Seen, Shelf
from makegood.cases.models.case import CaseQuerySet
from makegood.staff import permissions
from makegood.staff.models import User

PAGE = 50
COUNTED_TO = 100
SOON = dt.timedelta(hours=1)


@dataclasses.dataclass(frozen=True)
class View:
    """A standing view: `pick` takes what the person may see to what the view holds."""

    key: str
    label: str | Promise
    pick: Callable[[CaseQuerySet, User], CaseQuerySet]
    by_promise: bool = True
    counted: bool = True
    ability: str = permissions.WORK_CASES


def _mine(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work().filter(owner=user)


def _team(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work().filter(team__in=scope.of(user).teams)


def _unowned(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work().filter(owner=None)


def _all(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work()


def _done(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.filter(shelf=Shelf.NONE, state__in=(CaseState.RESOLVED, CaseState.CLOSED))


def _junk(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.filter(shelf=Shelf.JUNK)


def _deleted(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.filter(shelf=Shelf.DELETED)


VIEWS = {
    view.key: view
    for view in (
        View("mine", _("Mine"), _mine),
        View("team", _("My teams"), _team),
        View("unowned", _("Without owner"), _unowned),
        View("all", _("All open"), _all),
        View("done", _("Resolved and closed"), _done, by_promise=False, counted=False),
        View("junk", _("Junk"), _junk, by_promise=False, counted=False),
        View("deleted", _("Deleted"), _deleted, by_promise=False, counted=False, ability=permissions.DELETE_CASES),
    )
}


@dataclasses.dataclass(frozen=True)
class Row:
    """A case in a list. `soon`: from when its clock counts as soon."""

    case: Case
    unread: bool
    soon: dt.datetime | None


@dataclasses.dataclass(frozen=True)
class Page:
    """Rows of a view, and the cursor behind the last one ("" at the end)."""

    rows: list[Row]
    next: str


def default_view(user: User) -> str:
    """Where a person's day begins: their teams' cases, or all for those without a team."""
    return "team" if scope.of(user).teams else "all"


def views_for(user: User) -> list[View]:
    """The views that a person may open."""
    return [view for view in VIEWS.values() if permissions.may(user, view.ability)]


def page(view: View, user: User, *, cursor: str = "", most: int = PAGE) -> Page:
    """One page of a view. A cursor that makes no sense begins again."""
    cases = view.pick(Case.objects.visible_to(user), user).for_rows()
    cases = cases.next_promise_first() if view.by_promise else cases.newest_words_first()
    behind = _read(cursor)
    if behind is not None:
        cases = cases.after(*behind) if view.by_promise else cases.before(*behind)
    found = list(cases[: most + 1])
    more, found = len(found) > most, found[:most]
    end = found[-1] if found and more else None
    moment = (end.next_due_at if view.by_promise else end.last_at) if end else None
    return Page(rows=rows(found, user), next=f"{moment.isoformat()}~{end.pk}" if end and moment else "")


def rows(cases: list[Case], user: User) -> list[Row]:
    """Cases as rows, with what this person has read of them in one query."""
    seen = dict(Seen.objects.filter(staff=user, case__in=cases).values_list("case_id", "at"))
    return [
        Row(
            case=case,
            unread=bool(
                case.last_from_customer_at
                and seen.get(case.pk, dt.datetime.min.replace(tzinfo=dt.UTC)) < case.last_from_customer_at
            ),
            soon=case.next_due_at - SOON if case.has_due else None,
        )
        for case in cases
    ]


def counts(user: User) -> dict[str, str]:
    """How many cases the counted views hold, up to 99+. Each count stops at COUNTED_TO rows, whatever lies behind."""
    visible = Case.objects.visible_to(user)
    counted: dict[str, str] = {}
    for view in views_for(user):
        if view.counted:
            held = view.pick(visible, user).order_by()[:COUNTED_TO].count()
            counted[view.key] = "99+" if held >= COUNTED_TO else str(held)
    return counted


def _read(cursor: str) -> tuple[dt.datetime, uuid.UUID] | None:
    moment, _sign, key = cursor.partition("~")
    try:
        at = dt.datetime.fromisoformat(moment)
        return (at, uuid.UUID(key)) if at.tzinfo else None
    except ValueError:
        return None
