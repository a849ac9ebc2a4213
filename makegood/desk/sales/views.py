"""Which order a case is about; and what becomes of whom our sellers sold to, for themselves and for their leads."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from makegood.cases import actions as cases
from makegood.cases.models import Case, Concern
from makegood.desk.sales import figures, selling
from makegood.desk.sales.forms import NoteForm
from makegood.desk.views.acts import act, back
from makegood.insight.models import SoldTally, UncountedSale
from makegood.orders.models import Order
from makegood.staff.models import User
from makegood.staff.permissions import SEE_ORDERS, SEE_SELLERS, may, person, requires


@act()
def note_order(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """The case is about this order of its customer."""
    seen = Order.objects.visible_to(user).of_customer(case.customer)
    order = seen.filter(ref=request.POST.get("order", "").upper()).first()
    if order is None:
        messages.error(request, _("This customer has no such order."))
        return back(request, case)
    cases.note_order(case, order, by=user.key, at=timezone.now())
    return back(request, case, to=order.ref)


@require_safe
@requires(SEE_ORDERS)
def sellers(request: HttpRequest) -> HttpResponse:
    """One's own figures and cases; for a lead, those of everybody who sold for the brands that their teams serve."""
    user, now = person(request), timezone.now()
    seen = SoldTally.objects.visible_to(user)
    sold = seen if may(user, SEE_SELLERS) else seen.filter(seller=user)
    found = figures.of(sold, at=now)
    own = next((one for one in found if one.seller == user), None)
    context = {
        "own": own,
        "several": found if may(user, SEE_SELLERS) else [],
        "together": figures.together(found),
        "few": figures.FEW,
        "is_counting": UncountedSale.objects.are_many(),
    }
    return render(request, "desk/sellers.html", context | _cases(request, selling.of(user), "sellers"))


@require_safe
@requires(SEE_SELLERS)
def seller(request: HttpRequest, ref: str) -> HttpResponse:
    """One seller, as far as the reader serves the brands sold for."""
    user = person(request)
    sold = SoldTally.objects.visible_to(user).filter(seller__ref=ref.upper())
    found = figures.of(sold, at=timezone.now())
    if not found:  # nothing is counted yet, or not in this year
        sale = Order.objects.visible_to(user).filter(seller__ref=ref.upper()).select_related("seller").first()
        if sale is None:
            raise Http404
        found = [figures.Figures(seller=sale.seller)]
    who = found[0].seller
    assert who is not None
    seen = selling.of(who).filter(pk__in=Case.objects.visible_to(user).values("pk"))
    context: dict[str, Any] = {
        "own": found[0], "who": who, "few": figures.FEW, "is_counting": UncountedSale.objects.are_many(),
    }  # fmt: skip
    return render(request, "desk/seller.html", context | _cases(request, seen, "seller", who.ref))


@require_safe
@requires(SEE_ORDERS)
def case(request: HttpRequest, ref: str) -> HttpResponse:
    """A case about something that one sold: what was said, to be read."""
    return _page(request, _own(request, ref), NoteForm())


@require_POST
@requires(SEE_ORDERS)
def note(request: HttpRequest, ref: str) -> HttpResponse:
    """Say something in it, to colleagues alone."""
    found = _own(request, ref)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    cases.note(found, text=form.cleaned_data["words"], by=person(request), at=timezone.now())
    messages.success(request, _("Your note is in the case."))
    return redirect("sale-case", ref=found.ref)


def _own(request: HttpRequest, ref: str) -> Case:
    found = selling.of(person(request)).for_pages().filter(ref=ref.upper()).first()
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: Case, form: NoteForm, *, status: int = 200) -> HttpResponse:
    user = person(request)
    orders = Order.objects.filter(pk__in=Concern.objects.of_case(found).values("order"), seller=user)
    context = {"case": found, "said": selling.said_in(found), "orders": orders.order_by("-placed_at"), "form": form}
    return render(request, "desk/sale_case.html", context, status=status)


def _cases(request: HttpRequest, seen: Any, name: str, *args: str) -> dict[str, Any]:
    page = selling.page(seen, after=request.GET.get("after", ""))
    older = f"{reverse(name, args=args)}?{urlencode({'after': page.next})}" if page.next else ""
    return {"cases": page.cases, "older": older}
