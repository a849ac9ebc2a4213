"""Giving a task, the list of tasks, and the acts on one, from the case page."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.cases import serving
from makegood.cases.actions import tasks
from makegood.cases.models import Case, Task, TaskFile
from makegood.desk.files_along import lost
from makegood.desk.snoozing import typed
from makegood.desk.tasks import listing
from makegood.desk.tasks.forms import MOST_LETTERS, GiveForm, WordForm
from makegood.desk.tasks.time_input import settled
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires


@require_safe
@requires(WORK_CASES)
def listed(request: HttpRequest) -> HttpResponse:
    """What waits for one's teams, for oneself, and what one waits for: late first."""
    user, view = person(request), listing.view_of(request.GET.get("which", ""))
    counts = listing.counts(user)
    tabs = [
        {"url": f"?{urlencode({'which': one.key})}", "label": one.label, "here": one == view, "count": counts[one.key]}
        for one in listing.VIEWS.values()
    ]
    page = listing.page(view, user, cursor=request.GET.get("after", ""))
    older = f"?{urlencode({'which': view.key, 'after': page.next})}" if page.next else ""
    return render(request, "desk/tasks.html", {"tabs": tabs, "page": page, "older": older})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def give(request: HttpRequest, ref: str) -> HttpResponse:
    """Give a team or a contractor something to do for a case."""
    user = person(request)
    case = pages.find(user, ref)
    form = GiveForm(request.POST or None, request.FILES or None, case=case, by=user, now=timezone.now())
    if request.method == "POST" and form.is_valid():
        try:
            task = tasks.give(case, form.errand(), by=user, at=timezone.now())
        except Refusal as refusal:
            field = {"due": "when"}.get(refusal.field, refusal.field)
            form.add_error(field if field in form.fields else None, str(refusal))
        else:
            messages.success(request, _("Given. It has a clock of its own; what we promised the customer runs on."))
            return redirect(f"{reverse('case', args=[case.ref])}#task-{task.pk}")
    form.tell_lost()
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/task_new.html", {"case": case, "form": form}, status=status)


@act()
def tell(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """Write to whoever was asked; a contractor gets it by mail."""
    task, form = _task(case, key), WordForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, case, task, form.told)
    try:
        tasks.tell(task, text=form.text, files=form.cleaned_data["attachments"], by=user, at=timezone.now())
    except Refusal as refusal:
        return _refused(request, case, task, str(refusal))
    return back(request, case, to=_id(task))


@act()
def answer(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """They have answered, by telephone or over the counter; a team answers so, too."""
    task, form, now = _task(case, key), WordForm(request.POST, request.FILES), timezone.now()
    wanted = typed.read(request.POST, case, by=user, now=now, is_deadline=True)
    if not form.is_valid():
        return _refused(request, case, task, form.told)
    try:
        tasks.answer(task, form.said(user), says_at=settled(wanted), by=user, at=now)
    except ValidationError as error:
        return _refused(request, case, task, str(error.message))
    except Refusal as refusal:
        return _refused(request, case, task, str(refusal))
    return back(request, case, to=_id(task))


@act()
def accept(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """One press: I do it."""
    task = _task(case, key)
    try:
        tasks.accept(task, by=user, at=timezone.now())
    except Refusal as refusal:
        return _refused(request, case, task, str(refusal))
    return back(request, case, to=_id(task))


@act()
def finish(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """One press: it is done."""
    task, form = _task(case, key), WordForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, case, task, form.told)
    tasks.finish(task, form.said(user), by=user, at=timezone.now())
    return back(request, case, to=_id(task))


@act()
def decline(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It will not be done, and why."""
    task, form = _task(case, key), WordForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, case, task, form.told)
    try:
        tasks.decline(task, form.said(user), by=user, at=timezone.now())
    except Refusal as refusal:
        return _refused(request, case, task, str(refusal))
    return back(request, case, to=_id(task))


@act()
def take_back(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It is not needed any more."""
    task = _task(case, key)
    tasks.take_back(task, text=request.POST.get("words", "")[:MOST_LETTERS], by=user, at=timezone.now())
    return back(request, case, to=_id(task))


@require_safe
@requires(WORK_CASES)
def file(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """A file of a task of this case."""
    case = pages.find(person(request), ref)
    return serving.answer(get_object_or_404(TaskFile, pk=key, word__task__in=Task.objects.of_case(case)))


def _task(case: Case, key: uuid.UUID) -> Task:
    return get_object_or_404(Task.objects.of_case(case), pk=key)


def _id(task: Task) -> str:
    return f"task-{task.pk}"


def _refused(request: HttpRequest, case: Case, task: Task, told: str) -> HttpResponse:
    """The page once more, with what was typed."""
    wanted = typed.read(request.POST, case, by=person(request), now=timezone.now(), is_deadline=True)
    if "X-Act" not in request.headers:  # act.js keeps the files that were picked
        told = f"{told} {lost(request.FILES)}".strip()
    kept = {"key": task.pk, "words": request.POST.get("words", "")[:MOST_LETTERS], "told": told, "wanted": wanted}
    return pages.page(request, case, status=422, task_typed=kept)
