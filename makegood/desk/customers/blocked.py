"""Blocked senders: whose words we do not take, and taking them again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from makegood.cases import seeing
from makegood.customers import actions as customers
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import keyset


@require_safe
@requires(WORK_CASES)
def listed(request: HttpRequest) -> HttpResponse:
    """Those that this person may see, the newest blocked first."""
    found = seeing.visible_to(person(request)).present().blocked().prefetch_related("contact_points")
    shown, after = keyset.page(found, request.GET.get("after", ""), by="blocked_at", read=keyset.moment)
    older = f"{reverse('blocked-senders')}?{urlencode({'after': after})}" if after else ""
    return render(request, "desk/blocked.html", {"blocked": shown, "older": older})


@require_POST
@requires(WORK_CASES)
def unblock(request: HttpRequest, ref: str) -> HttpResponse:
    """Their words are taken again. Pressed twice it is the same."""
    user = person(request)
    customer = seeing.find_or_404(user, ref)
    customers.unblock(customer, by=user.key, at=timezone.now())
    messages.success(request, _("Unblocked: words of %(name)s are taken again.") % {"name": customer})
    return redirect("blocked-senders")
