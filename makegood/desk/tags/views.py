"""Tags of one case, and what is offered while one is typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.cases.actions import tags
from makegood.cases.models import Case, Tag
from makegood.desk.views import case as pages
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, requires

OFFERED = 20
MOST_LETTERS = 2000


@act()
def change(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Put the tags of a line on (`add`, parted by commas), or take one off (`off`)."""
    typed, at = request.POST.get("add", "")[:MOST_LETTERS], timezone.now()
    names = [name for name in typed.split(",") if name.strip()]
    tags.take_off(case, request.POST.getlist("off"), by=user, at=at)
    try:
        tags.put_on(case, names, by=user, at=at)
    except Refusal as refusal:
        shown = pages.find(user, case.ref)
        return pages.page(request, shown, status=422, tag_typed=typed, tag_refused=str(refusal))
    return back(request, case, to="tag-name")


@require_safe
@requires(WORK_CASES)
def offered(request: HttpRequest) -> HttpResponse:
    """Tags whose names begin as what is typed behind the last comma, to choose from."""
    before, comma, begun = request.GET.get("add", "")[:MOST_LETTERS].rpartition(",")
    found = Tag.objects.beginning(begun)[:OFFERED]
    names = [f"{before}{comma} {tag.name}" if comma else tag.name for tag in found]
    return render(request, "desk/_tags_offered.html", {"names": names})
