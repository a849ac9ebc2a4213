"""Which order a case is about."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.desk.views.acts import act, back
from makegood.orders.models import Order
from makegood.staff.models import User


@act()
def note_order(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """The case is about this order of its customer."""
    seen = Order.objects.visible_to(user).of_customer(case.customer)
    order = get_object_or_404(seen, ref=request.POST.get("order", "").upper())
    cases.note_order(case, order, by=user.key, at=timezone.now())
    return back(request, case, to=order.ref)
