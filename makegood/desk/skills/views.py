"""The list of skills, where administrators add, name and retire them, and say which cases ask for them."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases.actions import skills
from makegood.cases.models import Skill
from makegood.desk.skills.forms import SkillForm
from makegood.staff.forms import refusing
from makegood.staff.permissions import MANAGE_FIELDS, person, requires
from makegood.ui import meanwhile


@require_safe
@requires(MANAGE_FIELDS)
def show(request: HttpRequest) -> HttpResponse:
    """All skills, the retired ones too, with who has them and which cases ask for them."""
    listed = Skill.objects.in_order().prefetch_related("kinds", "brands", "people")
    return render(request, "desk/skills.html", {"skills": listed})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_FIELDS)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Add a skill, or change one."""
    skill = get_object_or_404(Skill, pk=key) if key else None
    form = meanwhile.form(request, lambda data: SkillForm(data, skill=skill))
    if request.method == "POST" and form.is_valid():
        by, at = person(request), timezone.now()
        with refusing.said_on(form):
            if skill is None:
                skills.add(form.look(), by=by, at=at)
            else:
                skills.change(skill, form.look(), by=by, at=at)
            messages.success(request, _("Saved."))
            return redirect("skills")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/skill.html", {"form": form, "skill": skill}, status=status)


@require_POST
@requires(MANAGE_FIELDS)
def retire(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Ask for it no more; with `again`, it is asked for again."""
    turn = skills.use_again if "again" in request.POST else skills.retire
    turn(get_object_or_404(Skill, pk=key), by=person(request), at=timezone.now())
    return redirect("skills")
