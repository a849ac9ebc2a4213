"""Saying how we see a case."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases.models import Case
from makegood.desk.both_sides import panel
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.feedback import actions as feedback
from makegood.staff.models import User


@act()
def state(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Three lines, each as one likes."""
    said = panel.read(request.POST)
    try:
        if said is None:
            messages.info(request, _("Say at least one of the three."))
        else:
            feedback.state(case, said, by=user, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return back(request, case, to="accounts")
