"""Going on after a case is closed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.desk.views.acts import act, back
from makegood.staff.models import User


@act()
def follow_up(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """A new case that follows this closed one, with the composer ready."""
    try:
        new = cases.follow_up(case, by=user, at=timezone.now())
    except cases.NotClosed:
        messages.info(request, _("This case is not closed: write here."))
        return back(request, case, to="text")
    return back(request, new, to="text")
