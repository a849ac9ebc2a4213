"""The inbox and its views."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.cases.models import SavedView
from makegood.desk import hearing, inbox
from makegood.desk.bulk import bar
from makegood.desk.saved import holding
from makegood.desk.views.search import labels_of_orders
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, may, person, requires
from makegood.ui import live


@require_safe
@login_required
def first(request: HttpRequest) -> HttpResponseBase:
    """The page after signing in: the inbox, or for those who work on no cases their own settings."""
    return show(request) if may(person(request), WORK_CASES) else redirect("settings")


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, key: str = "") -> HttpResponse:
    """One view of the inbox, next promise first, kept up to date by itself."""
    return render(request, "desk/inbox.html", _page(request, key or inbox.default_view(person(request))))


def again(request: HttpRequest, key: str, typed: dict[str, Any]) -> HttpResponse | None:
    """The view once more, with what was ticked and typed in vain; None where there is nothing left to tick."""
    told = _page(request, key)
    if not (told["picks"] and told["page"].rows):
        return None
    return render(request, "desk/inbox.html", told | {"bulk_typed": typed}, status=422)


def _page(request: HttpRequest, key: str) -> dict[str, Any]:
    user = person(request)
    told = listing(request, user, key)
    live.subscribe(request, *hearing.topics(told["view"], user))
    return told | bar.of(told["view"], user, request.GET.get("bulk", ""), told["cursor"])


@require_safe
@requires(WORK_CASES)
def rows(request: HttpRequest, key: str) -> HttpResponse:
    """The list alone, for the page that shows it."""
    return render(request, "desk/_list.html", listing(request, person(request), key, counted=False))


@require_safe
@requires(WORK_CASES)
def views(request: HttpRequest, key: str) -> HttpResponse:
    """The views with their counts alone."""
    user = person(request)
    view = _view(user, key)
    return render(request, "desk/_views.html", {"view": view, **_entries(user, view)})


def listing(request: HttpRequest, user: User, key: str, *, counted: bool = True) -> dict[str, Any]:
    """What the list of a view needs."""
    view = _view(user, key)
    cursor = request.GET.get("after", "")
    page = inbox.page(view, user, cursor=cursor)
    return {
        "view": view,
        "within": inbox.where(user, {"in": key, "after": cursor}).query,
        "page": page,
        "cursor": cursor,
        "ticks": "bulk" if not (view.asks or view.key == "deleted") else "",
        "older": f"{reverse('inbox-view', args=[key])}?after={page.next}" if page.next else "",
        "order": labels_of_orders().get(view.saved.sort) if view.saved else "",
    } | (_entries(user, view) if counted else {})


def _view(user: User, key: str) -> inbox.View:
    view = inbox.named(user, key)
    if view is None:
        raise Http404
    return view


def _entries(user: User, here: inbox.View) -> dict[str, Any]:
    """The standing views, and the saved ones, with their counts."""
    saved = [inbox.of_saved(view) for view in SavedView.objects.visible_to(user)]
    counts = inbox.counts(user) | holding.counts([view.saved for view in saved if view.saved], user, at=timezone.now())
    entries = [
        {
            "url": reverse("inbox-view", args=[view.key]),
            "label": view.label,
            "here": view.key == here.key,
            "count": counts.get(view.key),
            "key": view.shortcut,
        }
        for view in (*inbox.views_for(user), *saved)
    ]
    standing = len(entries) - len(saved)
    return {"entries": entries[:standing], "saved": entries[standing:]}
