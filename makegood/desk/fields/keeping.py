"""The list of fields, where administrators add, change, order and retire them."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases.actions import fields
from makegood.cases.models import Field
from makegood.desk.fields.forms import FieldForm
from makegood.staff.forms import refusing
from makegood.staff.permissions import MANAGE_FIELDS, person, requires
from makegood.ui import meanwhile


@require_safe
@requires(MANAGE_FIELDS)
def show(request: HttpRequest) -> HttpResponse:
    """All fields in their order, the retired ones too."""
    return render(request, "desk/fields.html", {"fields": Field.objects.in_order()})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_FIELDS)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Add a field, or change one."""
    field = get_object_or_404(Field, pk=key) if key else None
    form = meanwhile.form(request, lambda data: FieldForm(data, field=field))
    if request.method == "POST" and form.is_valid():
        by, at = person(request), timezone.now()
        with refusing.said_on(form):
            if field is None:
                fields.add(form.look(), by=by, at=at)
            else:
                fields.change(field, form.look(), by=by, at=at)
            messages.success(request, _("Saved."))
            return redirect("fields")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/field.html", {"form": form, "field": field}, status=status)


@require_POST
@requires(MANAGE_FIELDS)
def move(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Up (`up`) or down the list by one."""
    field = get_object_or_404(Field, pk=key)
    fields.move(field, up="up" in request.POST, by=person(request), at=timezone.now())
    return redirect("fields")


@require_POST
@requires(MANAGE_FIELDS)
def retire(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show it no more; with `again`, it is shown again."""
    turn = fields.use_again if "again" in request.POST else fields.retire
    turn(get_object_or_404(Field, pk=key), by=person(request), at=timezone.now())
    return redirect("fields")
