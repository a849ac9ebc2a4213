"""Telling all customers of a known problem: written in each language, looked at, sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from makegood.cases.actions import bulk as many
from makegood.cases.actions.bulk.problems import UNDO_SECONDS
from makegood.cases.models import ProblemState
from makegood.cases.models.problems import readers
from makegood.desk.bulk.views import go
from makegood.desk.problems.forms import TellingForm
from makegood.desk.problems.views import find
from makegood.events.refusals import Refusal
from makegood.staff.permissions import WORK_CASES, person, requires


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def write(request: HttpRequest, ref: str) -> HttpResponse:
    """`send` sends what was looked at; `change` leads back to it; else it is shown as customers will read it."""
    user, problem = person(request), find(ref)
    counted = readers(problem, user)
    form = TellingForm(request.POST or None, counted=counted, resolves=problem.state == ProblemState.SOLVED)
    context = {"problem": problem, "form": form, "total": sum(counted.values()), "seconds": UNDO_SECONDS}
    if request.method != "POST" or "change" in request.POST:
        return render(request, "desk/problem_telling.html", context)
    if not form.is_valid():
        return render(request, "desk/problem_telling.html", context, status=422)
    if "send" not in request.POST:
        return render(request, "desk/problem_preview.html", context | {"said": form.preview()})
    try:
        begun = many.tell_all(problem, form.announcement(), by=user, at=timezone.now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return render(request, "desk/problem_telling.html", context, status=422)
    return go(begun, reverse("problem", args=[problem.ref]))
