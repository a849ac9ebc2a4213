"""The list of companies, the page of one, its name and domains, and to which a customer belongs."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.cases import seeing, seeing_companies
from makegood.customers import actions as customers
from makegood.customers import free_mail
from makegood.customers.addresses import domain_of
from makegood.customers.models import Company, Customer
from makegood.customers.models.company import fold_name
from makegood.desk.companies import page as pages
from makegood.desk.companies.forms import CompanyForm, PlaceForm
from makegood.events.refusals import Refusal
from makegood.staff.forms import refusing
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import meanwhile

PAGE, OFFERED = 50, 20


@require_safe
@requires(WORK_CASES)
def listed(request: HttpRequest) -> HttpResponse:
    """Those that this person may see, by name; `?begins=` those whose name begins so."""
    begun, after = request.GET.get("begins", ""), fold_name(request.GET.get("after", ""))
    seen = seeing_companies.visible_to(person(request)).beginning(begun).filter(key__gt=after)
    found = list(seen.by_name().prefetch_related("domains")[: PAGE + 1])
    older = f"?{urlencode({'begins': begun, 'after': found[PAGE - 1].key})}" if len(found) > PAGE else ""
    context = {"companies": found[:PAGE], "begun": begun, "after": after, "older": older}
    return render(request, "desk/companies.html", context)


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """All that we know of one company's people."""
    user = person(request)
    company = seeing_companies.find_or_404(user, ref)
    context = pages.of(company, user, at=timezone.now(), after=request.GET.get("after", ""))
    further = context["further"]
    older = f"{reverse('company', args=[company.ref])}?{urlencode({'after': further})}" if further else ""
    return render(request, "desk/company.html", context | {"older": older})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def edit(request: HttpRequest, ref: str = "") -> HttpResponse:
    """Write a company down, or change it. `?customer=`: the customer of whom it was asked, who belongs to the new one."""
    user, at = person(request), timezone.now()
    company = seeing_companies.find_or_404(user, ref) if ref else None
    customer = seeing.named(user, request.GET.get("customer", "")) if not ref else None
    domain = _domain(customer) if customer else ""
    name = request.GET.get("name", "")
    form = meanwhile.form(request, lambda data: CompanyForm(data, company=company, name=name, domain=domain))
    if request.method == "POST" and form.is_valid():
        try:
            if company is None:
                company = customers.add_company(**form.cleaned_data, by=user, at=at)
            else:
                company = customers.change_company(company, **form.cleaned_data, by=user, at=at)
        except Refusal as refusal:
            refusing.say(form, refusal)
        else:
            if customer is not None:
                customers.place(customer, company, by=user, at=at)
            messages.success(request, _("Saved."))
            return redirect("company", ref=company.ref)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "company": company, "customer": customer}
    return render(request, "desk/company_form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def place(request: HttpRequest, ref: str) -> HttpResponse:
    """To which company a customer belongs. A name that no company has can be made one."""
    user = person(request)
    customer = seeing.find_or_404(user, ref)
    form = PlaceForm(request.POST or None, initial={"company": customer.company or ""})
    unknown = ""
    if request.method == "POST" and form.is_valid():
        named = form.cleaned_data["company"].strip()
        company = seeing_companies.named(user, named)
        if company is not None or not named:
            customers.place(customer, company, by=user, at=timezone.now())
            messages.success(request, _("Saved."))
            return redirect("customer", ref=customer.ref)
        form.add_error("company", _("There is no company “%(name)s” that you may see.") % {"name": named})
        unknown = f"{reverse('company-new')}?{urlencode({'name': named, 'customer': customer.ref})}"
    status = 422 if request.method == "POST" else 200
    context: dict[str, Any] = {"form": form, "customer": customer, "unknown": unknown, "offered": _offered(request)}
    return render(request, "desk/customer_company.html", context, status=status)


def _offered(request: HttpRequest) -> list[Company]:
    """Names to choose from, those that begin as what was typed."""
    typed = request.POST.get("company", "")
    return list(seeing_companies.visible_to(person(request)).beginning(typed[:1]).by_name()[:OFFERED])


def _domain(customer: Customer) -> str:
    """The domain by which others of their house would be known; "" where anybody may have an address there."""
    domain = domain_of(customer.address)
    return "" if free_mail.is_free(domain) else domain
