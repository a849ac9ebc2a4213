"""The directory of contractors."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.cases.actions import tasks
from makegood.cases.models import Contractor
from makegood.desk.tasks.forms import ContractorForm
from makegood.staff.permissions import MANAGE_CONTRACTORS, person, requires
from makegood.ui import meanwhile

MOST = 500


@require_safe
@requires(MANAGE_CONTRACTORS)
def show(request: HttpRequest) -> HttpResponse:
    """Those who work for the brands of this person's teams, by name."""
    found = Contractor.objects.managed_by(person(request)).prefetch_related("brands")[:MOST]
    return render(request, "desk/contractors.html", {"contractors": found})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_CONTRACTORS)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Write one down, or change it."""
    user = person(request)
    contractor = get_object_or_404(Contractor.objects.managed_by(user), pk=key) if key else None
    form = meanwhile.form(request, lambda data: ContractorForm(data, contractor=contractor, user=user))
    if request.method == "POST" and form.is_valid():
        tasks.save_contractor(contractor, **form.given(), by=user, at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("contractors")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/contractor.html", {"form": form, "contractor": contractor}, status=status)
