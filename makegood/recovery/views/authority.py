"""The settings of who may grant how much."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from makegood.events.refusals import Refusal
from makegood.recovery import actions as recovery
from makegood.recovery.forms import AuthorityForm
from makegood.recovery.models import Authority
from makegood.recovery.setting import settable_by
from makegood.staff.permissions import SET_AUTHORITY, person, requires


@require_http_methods(["GET", "HEAD", "POST"])
@requires(SET_AUTHORITY)
def show(request: HttpRequest) -> HttpResponse:
    """What each role may grant, and the form that sets it; what is set again for a role and currency replaces it."""
    user = person(request)
    form = AuthorityForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            recovery.set_authority(**form.cleaned_data, by=user, at=timezone.now())
            messages.success(request, _("Saved."))
            return redirect("authority")
        except Refusal as refusal:
            form.add_error(refusal.field or None, str(refusal))
    context = {"form": form, "authorities": Authority.objects.all(), "settable": settable_by(user)}
    return render(request, "recovery/authority.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@requires(SET_AUTHORITY)
def drop(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """A role may grant nothing more in a currency."""
    user = person(request)
    settable = Authority.objects.filter(role__in=settable_by(user))
    recovery.drop_authority(get_object_or_404(settable, pk=key), by=user, at=timezone.now())
    return redirect("authority")
