"""Snoozing a case, bringing it back, and what a time means that is being typed."""

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.desk.nudging import typed as nudge_typed
from makegood.desk.snoozing import panel, typed
from makegood.desk.snoozing.understanding import BEFORE, facts
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back, leave
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import wording

# Fields of a case whose time begins something, and those whose time ends it: of a task, and what those say who do it.
BEGINS, ENDS = re.compile("snooze|reminder|later|awaited|nudge|nudge-reply"), re.compile(r"due|says-[0-9a-f-]{36}")


@act()
def snooze(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Snooze it until the time that is typed, once whoever typed it has seen how it is understood; or until the time of
    a press. With `for_answer` its owner is told if none has come by then."""
    now, for_answer = timezone.now(), "for_answer" in request.POST
    wanted = typed.read(request.POST, case, by=user, now=now)
    if wanted.at is None or not wanted.is_shown:
        shown = facts("snooze", case, wanted, is_pressed=True) | {"for_answer": for_answer}
        return again(request, user, case, snoozing=shown, status=422)
    try:
        snoozed = cases.snooze(case, until=wanted.at, for_answer=for_answer, by=user, at=now)
    except Refusal as refusal:
        if not case.is_unfinished:
            messages.error(request, str(refusal))  # resolved meanwhile: nothing is asked for here any more
        shown = facts("snooze", case, wanted, told=str(refusal)) | {"for_answer": for_answer}
        return again(request, user, case, snoozing=shown, status=422)
    assert snoozed.returns_at is not None
    messages.success(request, _("Snoozed. It comes back on %(when)s.") % {"when": wording.full(snoozed.returns_at)})
    return leave(request)


@act()
def wake(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """It is in work again, and no answer is awaited."""
    cases.wake(case, by=user, at=timezone.now())
    return back(request, case)


@require_safe
@requires(WORK_CASES)
def understood(request: HttpRequest, ref: str) -> HttpResponse:
    """What is understood of a time that is being typed into a field, alone."""
    field, case, user = request.GET.get("for", "snooze"), pages.find(person(request), ref), person(request)
    is_deadline = ENDS.fullmatch(field) is not None
    if not is_deadline and not BEGINS.fullmatch(field):
        raise Http404
    name, now = BEFORE.get(field, "") + typed.WORDS, timezone.now()
    words = request.GET.get(name, "")
    if field in (nudge_typed.ON_CASE, nudge_typed.WITH_REPLY):
        shown = nudge_typed.facts(field, case, {name: words}, by=user, now=now)
        return render(request, "desk/_understood.html", shown)
    wanted = typed.read({typed.WORDS: words}, case, by=user, now=now, is_deadline=is_deadline)
    return render(request, "desk/_understood.html", facts(field, case, wanted))


@require_safe
@requires(WORK_CASES)
def choices(request: HttpRequest, ref: str) -> HttpResponse:
    """The times of one press with their dates, alone."""
    user = person(request)
    case = pages.find(user, ref)
    found = panel.choices(case, by=user, now=timezone.now())
    return render(request, "desk/_snooze_choices.html", {"choices": found})


def again(request: HttpRequest, user: User, case: Case, *, status: int, **more: Any) -> HttpResponse:
    """The case page once more, with what was typed and what is understood of it."""
    return pages.page(request, pages.find(user, case.ref), status=status, **more)
