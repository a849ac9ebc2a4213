"""Starting and stopping a timer, noting minutes by hand, correcting and removing them."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from makegood.cases.actions import hours
from makegood.cases.models import Case, Task, TimeEntry
from makegood.desk.hours.forms import NotedTimeForm, RemovalForm, TimeForm
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.forms import refusing
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires

TO = "hours"


@act()
def start(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """One runs for a person; one that runs elsewhere stops."""
    try:
        stopped = hours.start_timer(case, task=_task(request, case), by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        if stopped is not None:
            messages.success(request, _noted(stopped))
    return back(request, case, to=TO)


@act()
def stop(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Note what it counted."""
    stopped = hours.stop_timer(by=user, at=timezone.now())
    if stopped is not None:
        messages.success(request, _noted(stopped))
    return back(request, case, to=TO)


@act()
def note(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """By hand."""
    form = NotedTimeForm(request.POST)
    if form.is_valid():
        with refusing.said_on(form):
            hours.note_time(case, **form.cleaned_data, task=_task(request, case), by=user, at=timezone.now())
            return back(request, case, to=TO)
    return pages.page(request, pages.find(user, case.ref), status=422, noting_time=form)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def entry(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """One entry with all that it ever said; whose it is, and their lead, correct it."""
    user = person(request)
    case, found = _entry(user, ref, key)
    if request.method != "POST":
        return _shown(request, case, found)
    _check(user, found)
    form = TimeForm(request.POST)
    if form.is_valid():
        with refusing.said_on(form):
            hours.correct_time(found, **form.cleaned_data, by=user, at=timezone.now())
            messages.success(request, _("Saved."))
            return redirect("time-entry", ref=case.ref, key=found.pk)
    return _shown(request, case, found, form=form)


@require_http_methods(["POST"])
@requires(WORK_CASES)
def remove(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """It counts no more."""
    user = person(request)
    case, found = _entry(user, ref, key)
    _check(user, found)
    form = RemovalForm(request.POST)
    if form.is_valid():
        with refusing.said_on(form):
            hours.remove_time(found, **form.cleaned_data, by=user, at=timezone.now())
            messages.success(request, _("Removed."))
            return redirect("time-entry", ref=case.ref, key=found.pk)
    return _shown(request, case, found, removal=form)


def _entry(user: User, ref: str, key: uuid.UUID) -> tuple[Case, TimeEntry]:
    case = pages.find(user, ref, is_shown=False)
    known = TimeEntry.objects.of_case(case).select_related("staff", "task")
    return case, get_object_or_404(known, pk=key)


def _check(user: User, found: TimeEntry) -> None:
    """Out of reach is as if it were not there."""
    if not TimeEntry.objects.correctable_by(user).filter(pk=found.pk).exists():
        raise Http404


def _shown(
    request: HttpRequest,
    case: Case,
    found: TimeEntry,
    *,
    form: TimeForm | None = None,
    removal: RemovalForm | None = None,
) -> HttpResponse:
    reachable = TimeEntry.objects.standing().correctable_by(person(request)).filter(pk=found.pk).exists()
    context = {
        "case": case,
        "entry": found,
        "changes": found.changes.select_related("by"),
        "may_correct": reachable,
        "form": form or TimeForm(initial={"minutes": found.minutes, "note": found.note}),
        "removal": removal or RemovalForm(),
    }
    return render(request, "desk/time_entry.html", context, status=422 if form or removal else 200)


def _task(request: HttpRequest, case: Case) -> Task | None:
    """The task that was chosen; what is none of this case is as if none was."""
    try:
        key = uuid.UUID(request.POST.get("task", ""))
    except ValueError:
        return None
    return Task.objects.of_case(case).filter(pk=key).first()


def _noted(entry: TimeEntry) -> str:
    told = ngettext(
        "%(minutes)d minute was noted on %(ref)s.", "%(minutes)d minutes were noted on %(ref)s.", entry.minutes
    )
    return told % {"minutes": entry.minutes, "ref": entry.case.present.ref}
