"""An open case page says that somebody is there, and is told who else is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from makegood.cases.actions import attending
from makegood.desk.presence import others
from makegood.desk.views import case as pages
from makegood.staff.permissions import WORK_CASES, person, requires


@require_http_methods(["GET", "HEAD", "POST"])
@requires(WORK_CASES)
def presence(request: HttpRequest, ref: str) -> HttpResponse:
    """Who else is at the case, alone. A POST says that this person is: `state` is "looking", "writing", or "gone"; whoever
    is there has read what came meanwhile."""
    user, now = person(request), timezone.now()
    case = pages.find(user, ref, is_shown=False)
    state = request.POST.get("state", "")
    if state == "gone":
        attending.leave(case, by=user, at=now)
        return HttpResponse(status=204)
    if request.method == "POST":
        attending.attend(case, is_writing=state == "writing", by=user, at=now)
        pages.see(case, user)
    return render(request, "desk/_presence.html", {"case": case, "others": others.at_case(case, user, now=now)})
