"""Asking that the customer is reminded by itself, and cancelling it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.desk.nudging import typed
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.ui import wording


@act()
def ask(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """In so many days, if no answer has come by then."""
    try:
        days, resolves = typed.numbers(request.POST)
        asked = cases.ask_nudge(case, days=days, resolves=resolves, by=user, at=timezone.now())
    except Refusal as refusal:
        shown = {name: request.POST.get(name, "")[:9] for name in typed.FIELDS} | {"told": str(refusal)}
        return pages.page(request, pages.find(user, case.ref), status=422, nudging=shown)
    if asked.nudge_at is not None:
        told = _("They are reminded on %(when)s, unless they answer before.")
        messages.success(request, told % {"when": wording.full(asked.nudge_at)})
    return back(request, case, to="nudge")


@act()
def cancel(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Nobody is reminded."""
    cases.cancel_nudge(case, by=user, at=timezone.now())
    return back(request, case, to="nudge")
