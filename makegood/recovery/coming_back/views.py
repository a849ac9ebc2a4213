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
from makegood.recovery.models import Recovery
from makegood.recovery.winning_back import listing
from makegood.staff.permissions import WORK_CASES, person, requires

USUAL = 90


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """Return rates within `?days=`, by time to the first word and by remedy, beside customers without trouble."""
    user, at, days = person(request), timezone.now(), _days(request)
    members = cohort.of(user, days=days, at=at)
    overall, by_pace, by_remedy = figures.groups(members)
    ours, others = cohort.compared(user, members, days=days, at=at)
    difference = rates.difference(ours, others)
    context = {
        "days": days,
        "periods": _tabs(days),
        "groups": [
            {"title": _("In all"), "figures": overall},
            {"title": _("By the time until they heard from us"), "figures": by_pace},
            {"title": _("By what they got"), "figures": by_remedy},
        ],
        "total": len(members),
        "is_cut": len(members) == cohort.MOST,
        "most": cohort.MOST,
        "few": rates.FEW,
        "pairs": ours.total,
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
    members = figures.chosen(cohort.of(user, days=days, at=timezone.now()), of, value)
    keys = [one.key for one in members if came not in ("yes", "no") or one.came == (came == "yes")]
    page = listing.of_keys(Recovery.objects.visible_to(user), keys, after=request.GET.get("after", "")[:40])
    asked = {"days": str(days), "of": of, "value": value, "came": came}
    older = f"{reverse('came-back-behind')}?{urlencode(asked | {'after': page.next})}" if page.next else ""
    context = {"page": page, "older": older, "count": len(keys), "days": days}
    return render(request, "recovery/behind.html", context)


def _days(request: HttpRequest) -> int:
    given = request.GET.get("days", "")
    return int(given) if given.isdecimal() and len(given) < 4 and int(given) in cohort.PERIODS else USUAL


def _tabs(days: int) -> list[dict[str, Any]]:
    return [
        {
            "label": _("%(count)d days") % {"count": each},
            "url": f"{reverse('came-back')}?{urlencode({'days': each})}",
            "here": each == days,
        }
        for each in cohort.PERIODS
    ]
