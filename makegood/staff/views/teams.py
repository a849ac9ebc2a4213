"""Teams, for administrators."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff.forms.people import TeamForm
from makegood.staff.models import Team
from makegood.staff.permissions import MANAGE_STAFF, person, requires


@require_safe
@requires(MANAGE_STAFF)
def teams(request: HttpRequest) -> HttpResponse:
    return render(request, "staff/teams.html", {"teams": Team.objects.prefetch_related("members")})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_STAFF)
def new_team(request: HttpRequest) -> HttpResponse:
    form = TeamForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            staff.make_team(**form.cleaned_data, by=person(request).key, at=timezone.now())
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("teams")
    return render(request, "staff/team.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_STAFF)
def team(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    team = get_object_or_404(Team, pk=key)
    form = TeamForm(request.POST or None, initial={"name": team.name, "members": team.members.all()})
    if request.method == "POST" and form.is_valid():
        try:
            staff.edit_team(team, **form.cleaned_data, by=person(request).key, at=timezone.now())
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("teams")
    return render(request, "staff/team.html", {"form": form, "team": team})
