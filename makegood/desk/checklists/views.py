"""Starting a playbook on a case, ticking its steps or leaving them out, taking it off."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.cases.actions import checklists
from makegood.cases.models import Case, Checklist, Playbook, Step
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires

MOST = 200


@require_safe
@requires(WORK_CASES)
def offered(request: HttpRequest, ref: str) -> HttpResponse:
    """The playbooks that may be started on this case."""
    user = person(request)
    case = pages.find(user, ref, is_shown=False)
    playbooks = Playbook.objects.in_use().visible_to(user)[:MOST]
    return render(request, "desk/playbooks_offered.html", {"case": case, "playbooks": playbooks})


@act()
def start(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """One press: the case has its steps, and others their tasks of it."""
    playbook = get_object_or_404(Playbook.objects.in_use().visible_to(user), pk=key)
    try:
        checklists.start(case, playbook, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return back(request, case, to="checklists")


@act()
def tick(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It is done; with `undo` it is not."""
    step = get_object_or_404(Step.objects.of_case(case).select_related("checklist__case"), pk=key)
    verb = checklists.untick if "undo" in request.POST else checklists.tick
    try:
        verb(step, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return back(request, case, to=f"step-{step.pk}")


@act()
def leave_out(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It is not needed here, for a reason."""
    step = get_object_or_404(Step.objects.of_case(case).select_related("checklist__case"), pk=key)
    reason = request.POST.get("reason", "")
    try:
        checklists.leave_out(step, reason=reason, by=user, at=timezone.now())
    except Refusal as refusal:
        typed = {"key": step.pk, "reason": reason, "told": str(refusal)}
        return pages.page(request, pages.find(user, case.ref), status=422, step_typed=typed)
    return back(request, case, to=f"step-{step.pk}")


@act()
def remove(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It does not fit."""
    checklist = get_object_or_404(Checklist.objects.of_case(case).select_related("case"), pk=key)
    checklists.remove(checklist, by=user, at=timezone.now())
    return back(request, case, to="checklists")
