"""A customer's page; merging a customer into another: choose them, look what will happen, do it, and part them again."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases import seeing
from makegood.cases.models import Case
from makegood.customers import actions as customers
from makegood.customers.models import Customer, Merge
from makegood.desk.customers import page as pages
from makegood.desk.customers.forms import ConsentForm
from makegood.promises.models import Commitment
from makegood.recovery.models import Recovery, Remedy
from makegood.staff import actions as staff
from makegood.staff.models import User
from makegood.staff.permissions import ERASE_CUSTOMERS, WORK_CASES, may, person, requires

REFUSED = {
    "same": gettext_lazy("That is this customer."),
    "merged": gettext_lazy("One of them has been merged into another customer already."),
    "erased": gettext_lazy("One of them has been erased."),
    "parted": gettext_lazy("They are two customers already."),
    "later": gettext_lazy("The customer they were merged into has been merged since. Part these first."),
}


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """All that we know of one customer. Of one who was merged into another, the other."""
    user = person(request)
    customer = seeing.find_or_404(user, ref)
    if customer.ref != ref.upper():
        return redirect("customer", ref=customer.ref)
    staff.note_look(customer.ref, by=user, at=timezone.now())
    return page(request, customer)


def page(request: HttpRequest, customer: Customer, *, status: int = 200, **typed: Any) -> HttpResponse:
    """The page, with what was typed where something is wrong with it: `note_form`, `changed_form` of the note `changed`,
    `consent_form`."""
    user = person(request)
    context = pages.of(customer, user, after=request.GET.get("after", ""))
    further = context["cases"].next
    older = f"{reverse('customer', args=[customer.ref])}?{urlencode({'after': further})}" if further else ""
    forms = {"consent_form": ConsentForm(at=timezone.now())}
    context |= {"older": older, "may_erase": may(user, ERASE_CUSTOMERS), **forms, **typed}
    return render(request, "desk/customer.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def merge(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose, and look: nothing is done by GET. POST: they become one."""
    user = person(request)
    customer = seeing.find_or_404(user, ref)
    named = (request.POST if request.method == "POST" else request.GET).get("to", "").strip()
    into = seeing.named(user, named) if named else None
    if named and into is None:
        return _merging(request, customer, trouble=_("There is no such customer, or you may not see them."), status=422)
    if into is None or request.method != "POST":
        return _merging(request, customer, into=into)
    try:
        customers.merge(customer, into=into, by=user, at=timezone.now())
    except customers.CannotMerge as refusal:
        return _merging(request, customer, trouble=str(REFUSED[refusal.reason]), status=409)
    messages.success(request, _("Merged. You can undo this below, under “Known before as”."))
    return redirect("customer", ref=into.ref)


@require_POST
@requires(WORK_CASES)
def part(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """Make two of one again."""
    user = person(request)
    customer = seeing.find_or_404(user, ref)
    kept = get_object_or_404(Merge, pk=key, target=customer)
    try:
        parted = customers.unmerge(kept, by=user, at=timezone.now())
    except customers.CannotMerge as refusal:
        messages.error(request, str(REFUSED[refusal.reason]))
        return redirect("customer", ref=customer.ref)
    messages.success(request, _("They are two customers again."))
    return redirect("customer", ref=(seeing.find(user, parted.ref) or customer).ref)


def _merging(
    request: HttpRequest, customer: Customer, *, into: Customer | None = None, trouble: str = "", status: int = 200
) -> HttpResponse:
    """Whoever has a part in the same cases comes first; anybody else is named by reference or address."""
    user = person(request)
    if into is not None and into.pk == customer.pk:
        into, trouble, status = None, str(REFUSED["same"]), 422
    context: dict[str, Any] = {"customer": customer, "into": into, "trouble": trouble}
    context |= _going(customer, user) if into is not None else {"others": seeing.beside(user, customer)}
    return render(request, "desk/customer_merging.html", context, status=status)


def _going(customer: Customer, user: User) -> dict[str, Any]:
    """What goes over, counted whole; of the cases also those that this person does not see."""
    cases = Case.objects.filter(customer=customer)
    count = cases.count()
    return {
        "addresses": [point.value for point in customer.contact_points.order_by("pk")],
        "cases": count,
        "unseen": count - Case.objects.visible_to(user).filter(customer=customer).count(),
        "orders": customer.orders.count(),
        "promises": Commitment.objects.filter(customer=customer).count(),
        "notes": customer.notes.count(),
        "consents": customer.consents.count(),
        "recoveries": Recovery.objects.running().filter(customer=customer).count(),
        "remedies": Remedy.objects.owed().filter(customer=customer).count(),
    }
