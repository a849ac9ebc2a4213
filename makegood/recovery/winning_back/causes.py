"""The tree of causes: one level at a time, added to, renamed, retired, taken back into use."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from makegood.events.refusals import Refusal
from makegood.recovery import actions as recovering
from makegood.recovery.models import DEEPEST, Cause
from makegood.staff.permissions import MANAGE_RECOVERY, person, requires

PAGE = 50


class CauseForm(forms.Form):
    """A cause's name."""

    name = forms.CharField(label=pgettext_lazy("of a cause", "Name"), max_length=80)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_RECOVERY)
def show(request: HttpRequest) -> HttpResponse:
    """The causes under one (`?under=`), or at the top, by name; and the form that adds one there."""
    under = _given(request.GET.get("under", ""))
    form = CauseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            recovering.add_cause(form.cleaned_data["name"], under=under, by=person(request), at=timezone.now())
            messages.success(request, _("Saved."))
            return redirect(_address(under))
        except Refusal as refusal:
            form.add_error("name", str(refusal))
    context = _level(under, _given(request.GET.get("after", "")))
    return render(request, "recovery/causes.html", context | {"form": form}, status=422 if form.errors else 200)


@require_POST
@requires(MANAGE_RECOVERY)
def rename(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Another name."""
    cause, form = get_object_or_404(Cause, pk=key), CauseForm(request.POST)
    try:
        name = form.cleaned_data["name"] if form.is_valid() else ""
        recovering.rename_cause(cause, name, by=person(request), at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(_address(cause.parent))


@require_POST
@requires(MANAGE_RECOVERY)
def retire(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Choose it no more; with `again`, it can be chosen again."""
    cause = get_object_or_404(Cause, pk=key)
    turn = recovering.use_cause_again if "again" in request.POST else recovering.retire_cause
    turn(cause, by=person(request), at=timezone.now())
    return redirect(_address(cause.parent))


def _level(under: Cause | None, after: Cause | None) -> dict[str, Any]:
    found = Cause.objects.under(under).annotate(inside=Count("children"))
    if after is not None:
        found = found.filter(Q(name__gt=after.name) | Q(name=after.name, id__gt=after.pk))
    rows = list(found[: PAGE + 1])
    more = (
        urlencode({"under": str(under.pk) if under else "", "after": str(rows[PAGE - 1].pk)})
        if len(rows) > PAGE
        else ""
    )
    return {
        "under": under,
        "above": under.path[:-1] if under else [],
        "causes": rows[:PAGE],
        "older": f"{reverse('causes')}?{more}" if more else "",
        "may_go_deeper": under is None or len(under.path) < DEEPEST - 1,
        "may_add": under is None or len(under.path) < DEEPEST,
    }


def _given(key: str) -> Cause | None:
    """The cause of a key; none without one, 404 for one that is none."""
    if not key:
        return None
    try:
        return get_object_or_404(Cause.objects.select_related("parent__parent"), pk=uuid.UUID(key))
    except ValueError:
        raise Http404 from None


def _address(under: Cause | None) -> str:
    return reverse("causes") + (f"?{urlencode({'under': str(under.pk)})}" if under else "")
