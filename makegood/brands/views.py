"""The organisation and its brands, for administrators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.brands import actions, preview
from makegood.brands.forms import BrandChangeForm, BrandForm, OrganisationForm, filled_in, filled_in_organisation
from makegood.brands.models import Brand, Organisation
from makegood.events.refusals import Refusal
from makegood.staff.forms import refusing
from makegood.staff.permissions import MANAGE_BRANDS, person, requires
from makegood.ui import meanwhile

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
@requires(MANAGE_BRANDS)
def organisation(request: HttpRequest) -> HttpResponse:
    organisation = get_object_or_404(Organisation)
    form = meanwhile.form(request, lambda data: OrganisationForm(data, initial=filled_in_organisation(organisation)))
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_organisation(organisation, **form.cleaned_data, by=person(request).key, at=timezone.now())
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("settings")
    return render(request, "brands/organisation.html", {"form": form})


@require_safe
@requires(MANAGE_BRANDS)
def brands(request: HttpRequest) -> HttpResponse:
    return render(request, "brands/brands.html", {"brands": Brand.objects.prefetch_related("teams")})


@FORM
@requires(MANAGE_BRANDS)
def new_brand(request: HttpRequest) -> HttpResponse:
    form = BrandForm(request.POST or None, initial={"timezone": person(request).timezone})
    if request.method == "POST" and form.is_valid():
        with refusing.said_on(form):
            brand = actions.open_brand(**form.cleaned_data, by=person(request).key, at=timezone.now())
            messages.success(request, _("%(brand)s is open. Look at its charter and mailbox next.") % {"brand": brand})
            return redirect("brand", slug=brand.slug)
    return render(request, "brands/brand.html", {"form": form})


@FORM
@requires(MANAGE_BRANDS)
def brand(request: HttpRequest, slug: str) -> HttpResponse:
    brand = get_object_or_404(Brand, slug=slug)
    form = meanwhile.form(request, lambda data: BrandChangeForm(data, initial=filled_in(brand)))
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_brand(brand, **form.cleaned_data, by=person(request).key, at=timezone.now())
        except Refusal as refusal:
            refusing.say(form, refusal)
            brand.refresh_from_db()
        else:
            messages.success(request, _("Saved."))
            return redirect("brands")
    shown = {"form": form, "edited": brand, "signed": preview.of(brand, person(request))}
    return render(request, "brands/brand.html", shown)
