"""Shops: the address at which each tells us of its orders, and the pages on which they are set."""

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

from makegood.orders import actions as orders
from makegood.orders import wording
from makegood.orders.forms import ShopForm
from makegood.orders.models import Receipt, Shop
from makegood.orders.sale import Fault
from makegood.orders.shops import signing
from makegood.staff.permissions import MANAGE_SHOPS, person, requires
from makegood.staff.secrets import Unreadable, unseal

LATEST = 50


@csrf_exempt
@require_POST
def hear(request: HttpRequest, key: uuid.UUID) -> JsonResponse:
    """A shop's webhook. 200 once it is taken in or its faults are kept; 401 when it is not signed by the shop."""
    shop = get_object_or_404(Shop.objects.select_related("brand"), pk=key, is_active=True)
    try:
        delivery = signing.check(
            shop.kind, request.body, request.headers, secret=unseal(shop.secret), now=timezone.now()
        )
        receipt = orders.hear(shop, delivery, request.body, at=timezone.now())
    except signing.NotSigned as refusal:
        told = (
            "The signature is older than five minutes." if refusal.reason == "old" else "The signature does not match."
        )
        return JsonResponse({"error": "not_signed", "message": told}, status=401)
    except RequestDataTooBig:
        return JsonResponse({"error": "too_large", "message": "The body is larger than we take."}, status=413)
    except Unreadable:
        told = "Makegood's key has changed: enter the shop's secret anew on its page."
        return JsonResponse({"error": "no_secret", "message": told}, status=503)
    except orders.NotJson as trouble:
        return JsonResponse({"error": "not_json", "message": str(trouble)}, status=400)
    return JsonResponse({"outcome": receipt.outcome, "faults": _told(receipt)})


@require_safe
@requires(MANAGE_SHOPS)
def show(request: HttpRequest) -> HttpResponse:
    """All shops."""
    return render(request, "orders/shops.html", {"shops": Shop.objects.select_related("brand")})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_SHOPS)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Connect a shop, or change one; what it told lately stands below."""
    shop = get_object_or_404(Shop.objects.select_related("brand"), pk=key) if key else None
    form = ShopForm(request.POST or None, shop=shop)
    if request.method == "POST" and form.is_valid():
        user, at, data = person(request), timezone.now(), form.cleaned_data
        if shop is None:
            shop = orders.join_shop(
                by=user, at=at, **{name: data[name] for name in ("name", "kind", "brand", "secret")}
            )
        else:
            named = ("name", "brand", "secret", "active")
            orders.change_shop(shop, by=user, at=at, **{name: data[name] for name in named})
        messages.success(request, _("Saved."))
        return redirect("shop", key=shop.pk)
    context: dict[str, Any] = {"form": form, "shop": shop}
    if shop is not None:
        latest = shop.receipts.select_related("order").order_by("-at")[:LATEST]
        context["address"] = f"{settings.BASE_URL}{reverse('shop-told', args=[shop.pk])}"
        context["receipts"] = [{"receipt": receipt, "faults": _told(receipt)} for receipt in latest]
    return render(request, "orders/shop.html", context, status=422 if request.method == "POST" else 200)


def _told(receipt: Receipt) -> list[str]:
    faults = (Fault(*fault) for fault in receipt.faults)
    return [f"{wording.COLUMNS.get(fault.field, fault.field)}: {wording.of(fault)}" for fault in faults]
