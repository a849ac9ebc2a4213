"""Payment systems: the address at which each tells what became of refunds, and the pages on which they are set."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.orders.shops import signing
from makegood.recovery import actions as recovery
from makegood.recovery import confirmations
from makegood.recovery.forms import CashierForm
from makegood.recovery.models import Cashier, Refund
from makegood.staff.permissions import MANAGE_SHOPS, person, requires
from makegood.staff.secrets import Unreadable, unseal

LATEST = 50


@csrf_exempt
@require_POST
def hear(request: HttpRequest, key: uuid.UUID) -> JsonResponse:
    """A payment system says what became of a refund. 200 once it is written down; 401 when it is not signed by it."""
    cashier = get_object_or_404(Cashier, pk=key)
    try:
        signing.check(
            signing.STANDARD, request.body, request.headers, secret=unseal(cashier.secret), now=timezone.now()
        )
        told = confirmations.read(request.body)
    except signing.NotSigned:
        return _trouble(401, "not_signed", "The signature does not match, or is older than five minutes.")
    except RequestDataTooBig:
        return _trouble(413, "too_large", "The body is larger than we take.")
    except Unreadable:
        return _trouble(503, "no_secret", "Makegood's key has changed: enter the secret anew on its page.")
    except confirmations.NotOne as trouble:
        return _trouble(400, "not_read", str(trouble))
    refund = Refund.objects.filter(pk=told.refund, cashier=cashier).select_related("remedy").first()
    if refund is None:
        return _trouble(404, "not_found", "We asked for no such refund.")
    if wrong := confirmations.contradiction(told, amount=refund.remedy.amount, currency=refund.remedy.currency):
        return _trouble(422, "contradiction", wrong)
    try:
        held = recovery.confirm_refund(
            refund, paid=told.paid, reference=told.reference, trouble=told.reason, at=timezone.now()
        )
    except recovery.OtherwiseSettled:
        return _trouble(409, "settled", "This refund has been settled in another way.")
    return JsonResponse({"id": str(held.pk), "state": held.state})


@require_safe
@requires(MANAGE_SHOPS)
def show(request: HttpRequest) -> HttpResponse:
    """All payment systems."""
    return render(request, "recovery/cashiers.html", {"cashiers": Cashier.objects.select_related("brand")})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_SHOPS)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Join one, or change it; what was asked of it lately stands below."""
    cashier = get_object_or_404(Cashier.objects.select_related("brand"), pk=key) if key else None
    form = CashierForm(request.POST or None, cashier=cashier)
    if request.method == "POST" and form.is_valid():
        cashier = recovery.join_cashier(cashier, **form.cleaned_data, by=person(request), at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("cashier", key=cashier.pk)
    context: dict[str, Any] = {"form": form, "cashier": cashier}
    if cashier is not None:
        context["address"] = settings.BASE_URL + reverse("refund-told", args=[cashier.pk])
        context["refunds"] = cashier.refunds.select_related("remedy__case").order_by("-made_at")[:LATEST]
    return render(request, "recovery/cashier.html", context, status=422 if request.method == "POST" else 200)


def _trouble(status: int, error: str, message: str) -> JsonResponse:
    return JsonResponse({"error": error, "message": message}, status=status)
