"""The settings of what mistakes cost."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from makegood.events.refusals import Refusal
from makegood.quality import actions as quality
from makegood.quality.forms import RatesForm
from makegood.quality.models import Rates
from makegood.staff.permissions import SET_RATES, person, requires


@require_http_methods(["GET", "HEAD", "POST"])
@requires(SET_RATES)
def show(request: HttpRequest) -> HttpResponse:
    """All versions, and the form for a new one."""
    now = timezone.now()
    versions = list(Rates.objects.select_related("brand", "set_by"))
    form = RatesForm(request.POST or None, before=versions[0] if versions else None, today=now.date())
    if request.method == "POST" and form.is_valid():
        known = form.cleaned_data
        try:
            quality.set_rates(form.amounts, brand=known["brand"], since=known["since"], by=person(request), at=now)
            messages.success(request, _("Saved."))
            return redirect("quality-rates")
        except Refusal as refusal:
            form.add_error(refusal.field or None, str(refusal))
    context = {"form": form, "versions": versions}
    return render(request, "quality/rates.html", context, status=422 if request.method == "POST" else 200)
