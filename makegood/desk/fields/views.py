"""The fields of one case, filled in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases.actions import fields
from makegood.cases.fields import standing
from makegood.cases.fields.entering import FieldsForm
from makegood.cases.models import Case
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.staff.models import User


@act()
def fill(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Keep what was changed. What does not fit is told at its place, and nothing typed is lost."""
    form = FieldsForm(request.POST, standing=standing.of(case), case=case)
    form.full_clean()
    try:
        fields.fill(case, form.typed(), by=user, at=timezone.now())
    except fields.Unfit as unfit:
        form.refuse(unfit.problems)
        return pages.page(request, pages.find(user, case.ref), status=422, fields_form=form)
    messages.success(request, _("Saved."))
    return back(request, case, to="fields-save")
