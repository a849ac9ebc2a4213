"""Saving a view, changing it, its place in the list, taking it away."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases.actions import viewing
from makegood.cases.filters.language import MOST_LETTERS
from makegood.cases.models import SavedView
from makegood.desk.saved.forms import ViewForm
from makegood.staff.forms import refusing
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import meanwhile


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """All views that one sees; those that one may change with what can be done."""
    user = person(request)
    mine = set(SavedView.objects.changed_by(user).values_list("pk", flat=True))
    listed = [
        {"view": view, "may_change": view.pk in mine}
        for view in SavedView.objects.visible_to(user).select_related("team")
    ]
    return render(request, "desk/saved_views.html", {"listed": listed})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Save a view, with the filter words of the address (`q`, `sort`) to begin with, or change one."""
    user = person(request)
    view = get_object_or_404(SavedView.objects.changed_by(user), pk=key) if key else None
    offered = {"text": request.GET.get("q", "")[:MOST_LETTERS], "sort": request.GET.get("sort", "")}
    form = meanwhile.form(request, lambda data: ViewForm(data, view=view, user=user, offered=offered))
    if request.method == "POST" and form.is_valid():
        with refusing.said_on(form):
            saved = viewing.save_view(view, form.look(), by=user, at=timezone.now())
            messages.success(request, _("Saved."))
            return redirect("inbox-view", key=saved.key)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/saved_view.html", {"form": form, "view": view}, status=status)


@require_POST
@requires(WORK_CASES)
def move(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Up (`up`) or down the list by one."""
    user = person(request)
    view = get_object_or_404(SavedView.objects.changed_by(user), pk=key)
    viewing.move_view(view, up="up" in request.POST, by=user, at=timezone.now())
    return redirect("saved-views")


@require_POST
@requires(WORK_CASES)
def delete(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    user = person(request)
    view = get_object_or_404(SavedView.objects.changed_by(user), pk=key)
    viewing.delete_view(view, by=user, at=timezone.now())
    messages.success(request, _("Deleted. Its cases stay where they are."))
    return redirect("saved-views")
