"""How customers saw it: the figures, and the cases behind each of them."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from makegood.feedback import figures
from makegood.staff.permissions import SEE_FEEDBACK, person, requires
from makegood.ui import keyset


@require_safe
@requires(SEE_FEEDBACK)
def show(request: HttpRequest) -> HttpResponse:
    """By team, for `?weeks=`."""
    weeks = _weeks(request)
    rows = figures.by_team(person(request), weeks=weeks, at=timezone.now())
    tabs = [
        {
            "label": ngettext("%(weeks)d week", "%(weeks)d weeks", one) % {"weeks": one},
            "url": f"{reverse('feedback')}?{urlencode({'weeks': one})}",
            "here": one == weeks,
        }
        for one in figures.WEEKS
    ]
    context = {"rows": rows, "weeks": weeks, "tabs": tabs, "few": figures.FEW}
    return render(request, "feedback/feedback.html", context)


@require_safe
@requires(SEE_FEEDBACK)
def cases(request: HttpRequest) -> HttpResponse:
    """The cases behind a number, newest first: `?of= team= weeks=`. What makes no sense is all that were asked."""
    weeks, of = _weeks(request), request.GET.get("of", "")
    try:
        team = uuid.UUID(request.GET.get("team", ""))
    except ValueError:
        team = None
    of = of if of in figures.BEHIND else "asked"
    found = figures.behind(person(request), of=of, team=team, weeks=weeks, at=timezone.now())
    found = found.select_related("case", "team")
    closings, after = keyset.page(found, request.GET.get("after", ""), by="asked_at", read=keyset.moment)
    given = {"of": of, "weeks": str(weeks), "team": str(team or ""), "after": after}
    older = f"{reverse('feedback-cases')}?{urlencode(given)}" if after else ""
    return render(request, "feedback/cases.html", {"closings": closings, "weeks": weeks, "older": older})


def _weeks(request: HttpRequest) -> int:
    asked = request.GET.get("weeks", "")
    return int(asked) if asked in {str(one) for one in figures.WEEKS} else 12
