"""Did they come back: the figures, and the recoveries behind each."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makegood.recovery.coming_back import cohort, figures, rates
from makegood.recovery.models import Recovery, UncountedCustomer
from makegood.recovery.models.came_back_tally import Counts
from makegood.recovery.winning_back import listing
from makegood.staff.permissions import WORK_CASES, person, requires

USUAL = 90
CAME = {"yes": True, "no": False}


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """Return rates within `?days=`, by time to the first word and by remedy, beside customers without trouble."""
    user, days = person(request), _days(request)
    seen = cohort.window(days, at=timezone.now())
    overall, by_pace, by_remedy = figures.groups(cohort.of(user, seen))
    ours, others = cohort.compared(user, seen)
    difference = rates.difference(ours, others)
    context = {
        "days": days,
        "first": seen.first,
        "last": seen.last,
        "is_counting": UncountedCustomer.objects.are_many(),
        "periods": _tabs(days),
        "groups": [
            {"title": _("In all"), "figures": overall},
            {"title": _("By the time until they heard from us"), "figures": by_pace},
            {"title": _("By what they got"), "figures": by_remedy},
        ],
        "total": overall[0].rate.total,
        "few": rates.FEW,
        "compared": [
            figures.Figure("", "", _("Disappointed, and won back or not"), ours, 0),
            figures.Figure("", "", _("Without trouble"), others, 0),
        ],
        "difference": figures.points(difference) if difference else "",
        "told": rates.told(overall[0].rate),
    }
    return render(request, "recovery/coming_back.html", context)


@require_safe
@requires(WORK_CASES)
def behind(request: HttpRequest) -> HttpResponse:
    """The recoveries that one figure counts: `?days= of= value= came=`."""
    user, days = person(request), _days(request)
    of, value, came = (request.GET.get(name, "")[:20] for name in ("of", "value", "came"))
    seen = cohort.window(days, at=timezone.now())
    found = cohort.behind(user, seen, of, value, came=CAME.get(came))
    page = listing.came_back(found, Recovery.objects.visible_to(user), after=request.GET.get("after", "")[:40])
    asked = {"days": str(days), "of": of, "value": value, "came": came}
    older = f"{reverse('came-back-behind')}?{urlencode(asked | {'after': page.next})}" if page.next else ""
    counts = cohort.of(user, seen).get((of, value), Counts(0, 0, 0))
    count = {True: counts.came, False: counts.total - counts.came, None: counts.total}[CAME.get(came)]
    context = {"page": page, "older": older, "count": count, "days": days}
    return render(request, "recovery/behind.html", context)


def _days(request: HttpRequest) -> int:
    given = request.GET.get("days", "")
    return int(given) if given.isdecimal() and len(given) < 4 and int(given) in rates.PERIODS else USUAL


def _tabs(days: int) -> list[dict[str, Any]]:
    return [
        {
            "label": _("%(count)d days") % {"count": each},
            "url": f"{reverse('came-back')}?{urlencode({'days': each})}",
            "here": each == days,
        }
        for each in rates.PERIODS
    ]
