"""Asking that the customer is reminded by itself, and cancelling it."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState
from makegood.desk.nudging import typed
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.ui import wording


@act()
def ask(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """At the time that is typed, once whoever typed it has seen how it is understood, if no answer has come by then."""
    now = timezone.now()
    try:
        wanted = typed.read(request.POST, case, by=user, now=now)
        if wanted.when.at is None or not wanted.when.is_settled:
            return _again(request, case, user, now)
        asked = cases.ask_nudge(case, until=wanted.when.at, resolves=wanted.resolves, by=user, at=now)
    except Refusal as refusal:
        return _again(request, case, user, now, refusal=refusal)
    if asked.nudge_at is not None:
        told = _("They are reminded on %(when)s, unless they answer before.")
        messages.success(request, told % {"when": wording.full(asked.nudge_at)})
    return back(request, case, to="nudge")


def _again(
    request: HttpRequest, case: Case, user: User, now: dt.datetime, *, refusal: Refusal | None = None
) -> HttpResponse:
    if refusal is not None and case.state != CaseState.WAITING_FOR_CUSTOMER:
        messages.error(request, str(refusal))  # they have answered meanwhile, and nothing is asked for here any more
    shown = typed.facts(typed.ON_CASE, case, request.POST, by=user, now=now, refusal=refusal, is_pressed=True)
    return pages.page(request, pages.find(user, case.ref), status=422, nudging=shown)


@act()
def cancel(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Nobody is reminded."""
    cases.cancel_nudge(case, by=user, at=timezone.now())
    return back(request, case, to="nudge")
