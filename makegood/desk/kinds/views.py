"""What kind of matter one case is."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases.actions import kinds
from makegood.cases.models import Case, Kind
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User


@act()
def choose(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Choose its kind (`kind`, a key; empty: none)."""
    try:
        kinds.choose(case, _named(request.POST.get("kind", "")), by=user, at=timezone.now())
    except Refusal as refusal:
        return pages.page(request, pages.find(user, case.ref), status=422, kind_refused=str(refusal))
    return back(request, case, to="case-kind")


def _named(key: str) -> Kind | None:
    if not key:
        return None
    try:
        found = Kind.objects.filter(pk=uuid.UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise Refusal(_("Choose a kind from the list."), field="kind")
    return found
