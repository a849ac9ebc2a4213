"""The list of known problems, one with its cases, writing one down and changing it, tying a case to it."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.cases.actions import problems
from makegood.cases.many import going
from makegood.cases.models import Case, Problem, Telling
from makegood.cases.models.problems import readers
from makegood.desk.problems import listing
from makegood.desk.problems.forms import ProblemForm
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.as_read import ChangedMeanwhile
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import meanwhile

LAST_TOLD = 5


@require_safe
@requires(WORK_CASES)
def listed(request: HttpRequest) -> HttpResponse:
    """Those that are not solved; with `?all=1` all of them."""
    every = bool(request.GET.get("all"))
    page = listing.page(solved=every, cursor=request.GET.get("after", ""))
    kept = {"all": "1"} if every else {}
    older = f"?{urlencode({**kept, 'after': page.next})}" if page.next else ""
    tabs = [
        {"url": "?", "label": _("Not solved"), "here": not every},
        {"url": "?all=1", "label": _("All"), "here": every},
    ]
    return render(request, "desk/problems.html", {"page": page, "older": older, "tabs": tabs})


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """What is known of it, what was told, and the cases that it causes."""
    user, problem = person(request), find(ref)
    page = listing.cases(problem, user, cursor=request.GET.get("after", ""))
    context = {
        "problem": problem,
        "page": page,
        "older": f"?{urlencode({'after': page.next})}" if page.next else "",
        "concerned": sum(readers(problem, user).values()),
        "going": going.named(user, request.GET.get("bulk", "")),
        "told": Telling.objects.of_problem(problem).select_related("by")[:LAST_TOLD],
    }
    return render(request, "desk/problem.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def write(request: HttpRequest) -> HttpResponse:
    """Write one down; with `?case=` that case is tied to it at once."""
    user, at = person(request), timezone.now()
    case = pages.find(user, request.GET["case"], is_shown=False) if "case" in request.GET else None
    form = ProblemForm(request.POST or None, problem=None)
    if request.method == "POST" and form.is_valid():
        problem = problems.open_problem(form.described(), by=user, at=at)
        if case is not None:
            problems.tie(case, problem=problem, by=user, at=at)
        return redirect("problem", ref=problem.ref)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/problem_form.html", {"form": form, "case": case}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def change(request: HttpRequest, ref: str) -> HttpResponse:
    """Change it. Once it is solved its page offers to tell all whom it concerns."""
    problem = find(ref)
    form = meanwhile.form(request, lambda data: ProblemForm(data, problem=problem))
    if request.method == "POST" and form.is_valid():
        told, by = form.described(), person(request)
        try:
            problems.save_problem(problem, told, by=by, at=timezone.now(), only_as_read=True)
        except ChangedMeanwhile:
            return cast(HttpResponse, change(request, ref))  # what was sent, on what stands there now
        messages.success(request, _("Saved."))
        return redirect("problem", ref=problem.ref)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/problem_form.html", {"form": form, "problem": problem}, status=status)


@require_safe
@requires(WORK_CASES)
def offered(request: HttpRequest) -> HttpResponse:
    """What a case may be tied to."""
    return render(request, "desk/_problems_offered.html", {"problems": listing.offered()})


@act()
def tie(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Tie the case to the `problem` of this reference; to none where it is empty."""
    typed, at = request.POST.get("problem", "").strip()[:200], timezone.now()
    if not typed:
        problems.untie(case, by=user, at=at)
        return back(request, case, to="problem")
    problem = Problem.objects.filter(ref=typed.upper()).first()
    if problem is None:
        told = _("There is no such known problem. Choose one of those that are offered.")
        return pages.page(request, pages.find(user, case.ref), status=422, problem_typed=typed, problem_refused=told)
    problems.tie(case, problem=problem, by=user, at=at)
    return back(request, case, to="problem")


def find(ref: str) -> Problem:
    """The known problem that bears this reference, or 404."""
    return get_object_or_404(Problem.objects.select_related("product", "opened_by"), ref=ref.upper())
