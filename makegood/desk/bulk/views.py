"""Acting on many cases at once: begun from a list, looked at while it goes, undone."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from makegood.cases.actions import bulk as many
from makegood.cases.filters import language, meanings
from makegood.cases.filters.language import Unclear
from makegood.cases.many import choosing, going, steps
from makegood.cases.models import Bulk, Deed, Playbook
from makegood.desk import inbox
from makegood.desk.bulk import choosing as views
from makegood.desk.bulk import forms
from makegood.desk.views import inbox as lists
from makegood.desk.views import search
from makegood.events.refusals import Refusal
from makegood.staff.permissions import WORK_CASES, person, requires

MOST = 500


@require_POST
@requires(WORK_CASES)
def begin(request: HttpRequest, key: str) -> HttpResponse:
    """Act on the ticked cases (`case`), or on `all` that the view holds. Few are done at once, more by the worker."""
    user, at = person(request), timezone.now()
    view = inbox.named(user, key)
    if view is None:
        raise Http404
    return _begin(
        request,
        lambda: views.all_of(view, user, at=at),
        to=reverse("inbox-view", args=[key]),
        again=lambda typed: lists.again(request, key, typed),
    )


@require_POST
@requires(WORK_CASES)
def begin_found(request: HttpRequest) -> HttpResponse:
    """The same on what a search found, which the address names as the search does."""
    user, at = person(request), timezone.now()
    try:
        sought = meanings.understand(language.read(request.GET.get("q", "")), user=user, at=at)
    except Unclear:
        return redirect(_search(request))
    return _begin(
        request,
        lambda: choosing.all_found(sought, request.GET.get("sort", "")),
        to=_search(request),
        again=lambda typed: search.again(request, typed),
    )


def _begin(
    request: HttpRequest,
    every: Callable[[], list[uuid.UUID]],
    *,
    to: str,
    again: Callable[[dict[str, Any]], HttpResponse | None],
) -> HttpResponse:
    """Write it down for `every` case, or those that were ticked; then it goes. Where it is refused the list is shown
    `again` with what was ticked and typed, if there still is one to choose from."""
    user, at = person(request), timezone.now()
    try:
        chosen = every() if "all" in request.POST else choosing.named(user, request.POST.getlist("case"))
        if deed := forms.asks(request.POST):
            return _ask(request, deed, chosen, to=to)
        wanted = forms.wanted(request.POST, by=user)
        bulk = many.begin(wanted, chosen, by=user, at=at)
    except Refusal as refusal:
        if shown := again(forms.typed_again(request.POST, refusal)):
            return shown
        messages.error(request, str(refusal))
        return redirect(to)
    return go(bulk, to)


def _ask(request: HttpRequest, deed: Deed, chosen: list[uuid.UUID], *, to: str) -> HttpResponse:
    """Which playbook is to be started on the `chosen` cases, or which step ticked of those that are open in them. What is pressed
    comes with the same choice. Raises Refusal where none is chosen."""
    if not chosen:
        raise Refusal(_("Choose cases first."))
    is_all = "all" in request.POST
    refs = [] if is_all else request.POST.getlist("case")
    shown = {"act": deed, "count": len(chosen), "back": to, "all": is_all, "refs": refs}
    if deed == Deed.TICK:
        return render(request, "desk/bulk_steps.html", shown | {"steps": steps.offered(chosen)})
    playbooks = Playbook.objects.in_use().visible_to(person(request))[:MOST]
    return render(request, "desk/bulk_playbooks.html", shown | {"playbooks": playbooks})


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """How it goes."""
    user = person(request)
    bulk = get_object_or_404(Bulk.objects.visible_to(user), pk=key)
    shown = {"going": going.of(bulk), "back": _way_back(request), "behind": request.GET.urlencode()}
    return render(request, "desk/bulk.html", shown)


@require_POST
@requires(WORK_CASES)
def undo(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Take back what can be."""
    user = person(request)
    bulk = get_object_or_404(Bulk.objects.visible_to(user), pk=key)
    to = _way_back(request)
    try:
        taken_back = many.undo(bulk, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(to or reverse("bulk", args=[bulk.pk]))
    return go(taken_back, to)


def go(bulk: Bulk, to: str) -> HttpResponse:
    """Do few at once, and show how it goes: on the list it was begun from, else on a page of its own."""
    many.do_few(bulk, at=timezone.now())
    if not to:
        return redirect("bulk", key=bulk.pk)
    return redirect(f"{to}{'&' if '?' in to else '?'}{urlencode({'bulk': str(bulk.pk)})}")


def _way_back(request: HttpRequest) -> str:
    """The list that it was begun from: what was searched for, or a view named by `in`."""
    if "q" in request.GET:
        return _search(request)
    view = inbox.named(person(request), request.GET.get("in", ""))
    return reverse("inbox-view", args=[view.key]) if view is not None else ""


def _search(request: HttpRequest) -> str:
    """The search that an address names, with its order."""
    kept = {name: request.GET[name] for name in ("q", "sort") if request.GET.get(name)}
    return f"{reverse('search')}?{urlencode(kept)}"
