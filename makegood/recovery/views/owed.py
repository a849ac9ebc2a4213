"""What we owe and what is asked for, across all cases that somebody may see."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from makegood.recovery import wording
from makegood.recovery.models import Ask, Remedy
from makegood.staff.permissions import WORK_CASES, person, requires

MOST = 100


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """Asks that wait for an answer, and remedies not given yet, the longest waiting first; MOST of each."""
    user = person(request)
    asks = Ask.objects.visible_to(user).waiting().chosen(MOST).select_related("case", "asked_by", "due")
    owed = Remedy.objects.visible_to(user).owed()
    first = owed.chosen(MOST + 1)
    shown = list(first.select_related("case", "customer", "due", "granted_by", "refund"))
    context: dict[str, Any] = {
        "asks": [{"ask": one, "what": wording.short(one)} for one in asks],
        "owed": [{"remedy": one, "what": wording.short(one)} for one in shown[:MOST]],
        "more": len(shown) > MOST,
        "totals": sorted(owed.totals().items()),
    }
    return render(request, "recovery/owed.html", context)
