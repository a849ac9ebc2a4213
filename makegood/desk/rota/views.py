"""The pages of the duty rota."""

import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases import actions as cases
from makegood.cases.actions import skills
from makegood.cases.models import Absence, Method, Rota, Skill
from makegood.cases.routing import rota
from makegood.desk.rota import reach
from makegood.desk.rota.forms import AbsenceForm, RotaForm
from makegood.staff.models import User
from makegood.staff.permissions import MANAGE_ROTA, WORK_CASES, person, requires

MOST_ABSENCES = 100


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """Who of my teams is here, how full, and who is away."""
    user = person(request)
    return render(request, "desk/rota.html", _rota(user, AbsenceForm(user=user, at=timezone.now())))


@require_POST
@requires(WORK_CASES)
def note_absence(request: HttpRequest) -> HttpResponse:
    """I am away, or one of my people is."""
    user, now = person(request), timezone.now()
    form = AbsenceForm(request.POST, user=user, at=now)
    if not form.is_valid():
        return render(request, "desk/rota.html", _rota(user, form), status=422)
    kept = form.cleaned_data
    cases.note_absence(kept["who"], since=kept["since"], until=kept["until"], by=user, at=now)
    messages.success(request, _("Noted. The rota passes them over in that time."))
    return redirect("rota")


@require_POST
@requires(WORK_CASES)
def remove_absence(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """They are here after all."""
    user = person(request)
    absence = get_object_or_404(Absence.objects.select_related("user"), pk=key, user__in=reach.people(user))
    cases.remove_absence(absence, by=user, at=timezone.now())
    messages.success(request, _("Taken back."))
    return redirect("rota")


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_ROTA)
def team(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """How one team's cases come to their owners."""
    user, now = person(request), timezone.now()
    found = get_object_or_404(reach.managed(user), pk=key)
    held = Rota.objects.filter(team=found).first()
    before = {"method": held.method if held else Method.BY_HAND}
    form = RotaForm(request.POST or None, people=rota.of_team(found, at=now), initial=before)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            if "method" in form.changed_data:
                cases.set_method(found, Method(form.cleaned_data["method"]), by=user, at=now)
            for changed, kept in form.changed():
                cases.set_duty(changed, **kept, by=user, at=now)
            for changed, having in form.skilled():
                skills.set_skills(changed, having, by=user, at=now)
        messages.success(request, _("Saved."))
        return redirect("rota")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/rota_team.html", {"form": form, "team": found}, status=status)


def _rota(user: User, form: AbsenceForm) -> dict[str, Any]:
    now = timezone.now()
    away = Absence.objects.to_come(now).filter(user__in=reach.people(user)).select_related("user")
    return {
        "crews": rota.of_teams(reach.teams(user), at=now),
        "managed": set(reach.managed(user).values_list("pk", flat=True)),
        "skills": {str(one.pk): str(one) for one in Skill.objects.in_use()},
        "absences": away[:MOST_ABSENCES],
        "form": form,
    }
