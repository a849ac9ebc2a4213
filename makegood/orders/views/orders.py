"""The list of orders, and one order with what was promised beside what came."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from makegood.orders import listing
from makegood.orders.models import Order
from makegood.promises.models import Commitment
from makegood.staff import permissions
from makegood.staff.permissions import SEE_ORDERS, person, requires


@require_safe
@requires(SEE_ORDERS)
def show(request: HttpRequest) -> HttpResponse:
    """The orders this person may see, newest first."""
    user = person(request)
    query = request.GET.get("q", "").strip()[:320]
    page = listing.page(Order.objects.visible_to(user), query=query, after=request.GET.get("after", "")[:200])
    more = urlencode({"q": query, "after": page.next})
    context = {
        "page": page,
        "query": query,
        "older": f"{reverse('orders')}?{more}" if page.next else "",
        "may_bring": permissions.may(user, permissions.BRING_ORDERS),
    }
    return render(request, "orders/orders.html", context)


@require_safe
@requires(SEE_ORDERS)
def one(request: HttpRequest, ref: str) -> HttpResponse:
    """One order."""
    seen = Order.objects.visible_to(person(request)).select_related("customer", "seller", "brand")
    order = get_object_or_404(seen, ref=ref.upper())
    context = {
        "order": order,
        "lines": order.lines.select_related("product"),
        "entitlements": order.entitlements.select_related("product"),
        "renewals": order.renewals.order_by("renewed_at", "id"),
        "promised": Commitment.objects.about(order.key).select_related("promised_by"),
    }
    return render(request, "orders/order.html", context)
