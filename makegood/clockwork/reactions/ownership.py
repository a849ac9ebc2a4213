"""Nobody's cases are left behind by somebody who has gone, or who is away while a promise is about to break."""

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.events.models import Event
from makegood.events.registry import reacts_to
from makegood.staff.models import User


@reacts_to("staff.deactivated")
def give_back(event: Event) -> None:
    """Open cases of a deactivated colleague go back to their team's rota, in the name of who deactivated them."""
    gone = User.objects.filter(ref=event.about, is_active=False).first()
    if gone is None:
        return
    by = User.objects.filter(ref=event.by).first() or gone
    for case in Case.objects.in_work().filter(owner=gone):
        cases.assign(case, owner=None, by=by, at=timezone.now())


@reacts_to("promise.at_risk")
def find_somebody(event: Event) -> None:
    """A promise is about to break, and nobody who is here has the case: now somebody full may get it, too."""
    case = Case.objects.in_work().filter(ref=event.about).first()
    if case is not None:
        cases.route(case, at_risk=True, at=timezone.now())
