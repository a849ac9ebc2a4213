"""The list of kinds, where administrators add, name, order and retire them."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases.actions import kinds
from makegood.cases.models import Kind
from makegood.desk.kinds.forms import OwnWordForm
from makegood.staff.forms import refusing
from makegood.staff.permissions import MANAGE_FIELDS, person, requires
from makegood.ui import meanwhile


@require_safe
@requires(MANAGE_FIELDS)
def show(request: HttpRequest) -> HttpResponse:
    """All kinds in their order, the retired ones too."""
    return render(request, "desk/kinds.html", {"kinds": Kind.objects.in_order().select_related("form")})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_FIELDS)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Add a kind, or call one otherwise."""
    kind = get_object_or_404(Kind, pk=key) if key else None
    form = meanwhile.form(request, lambda data: OwnWordForm(data, one=kind))
    if request.method == "POST" and form.is_valid():
        name, names, by, at = form.cleaned_data["name"], form.names(), person(request), timezone.now()
        with refusing.said_on(form):
            if kind is None:
                kinds.add(name, names=names, by=by, at=at)
            else:
                kinds.call(kind, name, names=names, by=by, at=at)
            messages.success(request, _("Saved."))
            return redirect("kinds")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/kind.html", {"form": form, "kind": kind}, status=status)


@require_POST
@requires(MANAGE_FIELDS)
def move(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Up (`up`) or down the list by one."""
    kind = get_object_or_404(Kind, pk=key)
    kinds.move(kind, up="up" in request.POST, by=person(request), at=timezone.now())
    return redirect("kinds")


@require_POST
@requires(MANAGE_FIELDS)
def retire(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Choose it no more; with `again`, it can be chosen again."""
    turn = kinds.use_again if "again" in request.POST else kinds.retire
    turn(get_object_or_404(Kind, pk=key), by=person(request), at=timezone.now())
    return redirect("kinds")
