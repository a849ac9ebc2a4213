"""The inbox: which cases a view holds, in which order, and how a row is shown. Reads only."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from makegood.brands import scope
from makegood.cases.models import Case, CaseState, Handover, ListedCase, SavedView, Shelf
from makegood.cases.models.case import CaseQuerySet
from makegood.desk import bounded, rows
from makegood.desk.saved import holding
from makegood.events.prepared import PreparedQuery
from makegood.staff import permissions
from makegood.staff.models import User
from makegood.ui import keyset
from makegood.ui.addresses import address

PAGE = 50
COUNTED_TO = 100


@dataclasses.dataclass(frozen=True)
class View:
    """A standing view: `pick` takes what the person may see to what the view holds. `asks`: whether they accept them. Or
    a `saved` one, which says itself what it holds."""

    key: str
    label: str | Promise
    pick: Callable[[CaseQuerySet, User], CaseQuerySet]
    by_promise: bool = True
    counted: bool = True
    ability: str = permissions.WORK_CASES
    shortcut: str = ""
    asks: bool = False
    by_return: bool = False
    saved: SavedView | None = None

    @property
    def order(self) -> str:
        """Its order in words."""
        if self.by_return:
            return _("Next back first")
        return _("Next promise first") if self.by_promise else _("Newest words first")

    def ordered(self, cases: CaseQuerySet) -> CaseQuerySet:
        """In the order of the view."""
        if self.by_return:
            return cases.next_back_first()
        return cases.next_promise_first() if self.by_promise else cases.newest_words_first()

    def behind(self, cases: CaseQuerySet, moment: Any, key: Any) -> CaseQuerySet:
        """The cases behind one, in that order."""
        if self.by_return:
            return cases.back_after(moment, key)
        return cases.after(moment, key) if self.by_promise else cases.before(moment, key)

    def place(self, case: ListedCase) -> dt.datetime | None:
        """Where a case stands in that order."""
        return case.returns_at if self.by_return else case.next_due_at if self.by_promise else case.last_at

    @property
    def columns(self) -> Collection[str]:
        """What its rows show, beside the subject and the clock."""
        return rows.COLUMNS if self.saved is None else self.saved.columns


def _mine(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work().filter(owner=user)


def _offered(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work().filter(pk__in=Handover.objects.waiting().offered_to(user).values("case"))


def _team(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work().filter(team__in=scope.of(user).teams)


def _unowned(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work().filter(owner=None)


def _all(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.in_work()


def _snoozed(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.snoozed()


def _done(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.filter(shelf=Shelf.NONE, state__in=(CaseState.RESOLVED, CaseState.CLOSED))


def _junk(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.shelved(Shelf.JUNK)


def _deleted(cases: CaseQuerySet, user: User) -> CaseQuerySet:
    return cases.shelved(Shelf.DELETED)


VIEWS = {
    view.key: view
    for view in (
        View("mine", gettext_lazy("Mine"), _mine, shortcut="g m"),
        View("offered", pgettext_lazy("cases", "Offered to you"), _offered, shortcut="g f", asks=True),
        View("team", gettext_lazy("My teams"), _team, shortcut="g t"),
        View("unowned", gettext_lazy("Without owner"), _unowned, shortcut="g u"),
        View("all", gettext_lazy("All open"), _all, shortcut="g a"),
        View("snoozed", gettext_lazy("Snoozed"), _snoozed, by_promise=False, by_return=True, shortcut="g z"),
        View("done", gettext_lazy("Resolved and closed"), _done, by_promise=False, counted=False),
        View("junk", gettext_lazy("Junk"), _junk, by_promise=False, counted=False),
        View(
            "deleted",
            gettext_lazy("Deleted"),
            _deleted,
            by_promise=False,
            counted=False,
            ability=permissions.DELETE_CASES,
        ),
    )
}


@dataclasses.dataclass(frozen=True)
class Where:
    """The list that a person works through: a view, and the cursor that its page begins behind. It goes along in the
    address of each case opened from it, `?in=mine`; the list where their day begins needs no words."""

    view: View
    after: str = ""
    usual: bool = False

    @property
    def query(self) -> str:
        """What stands behind the address of a case."""
        if self.usual and not self.after:
            return ""
        return "?" + urlencode({"in": self.view.key} | ({"after": self.after} if self.after else {}))

    @property
    def along(self) -> str:
        """The same behind other words of an address."""
        return self.query.replace("?", "&", 1)

    @property
    def url(self) -> str:
        """The list itself."""
        after = "?" + urlencode({"after": self.after}) if self.after else ""
        return address("inbox-view", self.view.key) + after


@dataclasses.dataclass(frozen=True)
class Page:
    """Rows of a view, and the cursor behind the last one ("" at the end). Of a saved one `problems` say why its filter
    words are no longer understood; `is_cut`: more may fit before the next page."""

    rows: list[rows.Row]
    next: str
    problems: tuple[str, ...] = ()
    is_cut: bool = False


def default_view(user: User) -> str:
    """Where a person's day begins: their teams' cases, or all for those without a team."""
    return "team" if scope.of(user).teams else "all"


def views_for(user: User) -> list[View]:
    """The views that a person may open."""
    return [view for view in VIEWS.values() if permissions.may(user, view.ability)]


def named(user: User, key: str) -> View | None:
    """The view of this key, standing or saved, as far as this person may open it."""
    view = VIEWS.get(key)
    if view is not None:
        return view if permissions.may(user, view.ability) else None
    saved = holding.named(user, key)
    return of_saved(saved) if saved else None


def of_saved(saved: SavedView) -> View:
    """A saved view as one of the inbox."""
    return View(saved.key, saved.name, _all, by_promise=saved.sort == "promise", saved=saved)


def where(user: User, asked: Mapping[str, str]) -> Where:
    """The list named by an address (`in`, `after`); where a person's day begins when it names none of theirs."""
    usual, key = default_view(user), asked.get("in", "")
    view = named(user, key) if key else None
    after = asked.get("after", "") if view is not None else ""
    view = view or VIEWS[usual]
    return Where(view=view, after=after, usual=view.key == usual)


def page(view: View, user: User, *, cursor: str = "", most: int = PAGE) -> Page:
    """One page of a view. A cursor that makes no sense begins again."""
    if view.saved is not None:
        held = holding.page(view.saved, user, at=timezone.now(), cursor=cursor, most=most)
        return Page(**vars(held))
    moment, key = keyset.place(cursor, keyset.moment) or (None, None)
    found = [ListedCase(*row) for row in _listed(view.key, most + 1)(moment=moment, key=key, **scope.as_viewer(user))]
    more, found = len(found) > most, found[:most]
    end = found[-1] if found and more else None
    moment = view.place(end) if end else None
    shown = rows.offered(rows.of(found, user), found) if view.asks else rows.of(found, user)
    return Page(rows=shown, next=keyset.write(moment, end.pk) if end and moment else "")


@functools.cache
def _listed(name: str, most: int) -> PreparedQuery[Any]:
    """The rows of a standing view, as ListedCase has them."""
    view = VIEWS[name]

    def compose(moment: Any, key: Any, **who: Any) -> QuerySet[Case, Any]:
        user = scope.viewer(**who)
        cases = view.pick(Case.objects.visible_to(user), user)
        cases = view.ordered(cases)
        if moment is not None:
            cases = view.behind(cases, moment, key)
        return cases.chosen(most).for_lists()

    return PreparedQuery(compose)


def counts(user: User) -> dict[str, str]:
    """How many cases the counted views hold, up to 99+, in one query. Each stops at COUNTED_TO rows of its index,
    whatever lies behind (docs/decisions/0006)."""
    views, who = [view for view in views_for(user) if view.counted], scope.as_viewer(user)
    held = bounded.counts([_counted(view.key).sql(**who) for view in views])
    return {view.key: "99+" if count >= COUNTED_TO else str(count) for view, count in zip(views, held, strict=True)}


@functools.cache
def _counted(name: str) -> PreparedQuery[Any]:
    """The keys of a standing view's cases, as many as are counted."""

    def compose(**who: Any) -> QuerySet[Case, Any]:
        user = scope.viewer(**who)
        return VIEWS[name].pick(Case.objects.visible_to(user), user).order_by().values("pk")[:COUNTED_TO]

    return PreparedQuery(compose)
