"""Prepared replies."""

import uuid
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases import actions as cases
from makegood.cases.models import Template
from makegood.desk.forms import TemplateForm
from makegood.events.as_read import ChangedMeanwhile
from makegood.staff.permissions import MANAGE_TEMPLATES, person, requires
from makegood.ui import meanwhile


@require_safe
@requires(MANAGE_TEMPLATES)
def show(request: HttpRequest) -> HttpResponse:
    shown = Template.objects.managed_by(person(request)).select_related("brand")
    return render(request, "desk/templates.html", {"templates": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_TEMPLATES)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Make a template, or change one."""
    user = person(request)
    template = get_object_or_404(Template.objects.managed_by(user), pk=key) if key else None
    form = meanwhile.form(
        request, lambda data: TemplateForm(data, languages=settings.LANGUAGES, template=template, user=user)
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        given = {name: data[name] for name in ("name", "texts", "brand", "does")}
        try:
            cases.save_template(template, **given, by=user, at=timezone.now())
        except ChangedMeanwhile:
            return cast(HttpResponse, edit(request, key))  # what was sent, on what stands there now
        messages.success(request, _("Saved."))
        return redirect("templates")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/template.html", {"form": form, "template": template}, status=status)


@require_POST
@requires(MANAGE_TEMPLATES)
def delete(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    user = person(request)
    cases.delete_template(get_object_or_404(Template.objects.managed_by(user), pk=key), by=user, at=timezone.now())
    messages.success(request, _("Deleted."))
    return redirect("templates")
