"""Acting on many cases at once: begun from a list, looked at while it goes, undone."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from makegood.cases.actions import bulk as many
from makegood.cases.models import Bulk
from makegood.desk import inbox
from makegood.desk.bulk import choosing, forms, going
from makegood.events.refusals import Refusal
from makegood.staff.permissions import WORK_CASES, person, requires


@require_POST
@requires(WORK_CASES)
def begin(request: HttpRequest, key: str) -> HttpResponse:
    """Act on the ticked cases (`case`), or on `all` that the view holds. Few are done at once, more by the worker."""
    user, at = person(request), timezone.now()
    view = inbox.named(user, key)
    if view is None:
        raise Http404
    try:
        wanted = forms.wanted(request.POST)
        if "all" in request.POST:
            chosen = choosing.all_of(view, user, at=at)
        else:
            chosen = choosing.ticked(user, request.POST.getlist("case"))
        bulk = many.begin(wanted, chosen, by=user, at=at)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("inbox-view", key=key)
    return go(bulk, reverse("inbox-view", args=[key]))


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """How it goes."""
    user = person(request)
    bulk = get_object_or_404(Bulk.objects.visible_to(user), pk=key)
    view = inbox.named(user, request.GET.get("in", ""))
    return render(request, "desk/bulk.html", {"going": going.of(bulk), "back": _way_back(request), "view": view})


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
    if bulk.total <= many.AT_ONCE and bulk.finished_at is None:
        many.do_some(bulk, at=timezone.now())
        many.do_some(bulk, at=timezone.now())  # nothing is left: it is finished
    return redirect(f"{to}?{urlencode({'bulk': str(bulk.pk)})}" if to else reverse("bulk", args=[bulk.pk]))


def _way_back(request: HttpRequest) -> str:
    """The list that it was begun from, named by `in`."""
    view = inbox.named(person(request), request.GET.get("in", ""))
    return reverse("inbox-view", args=[view.key]) if view is not None else ""
