"""Time worked: by team and person, the entries behind each figure, and the same as a file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.brands.models import Organisation
from makegood.insight.hours import worked
from makegood.insight.reports import asking, choosing
from makegood.insight.reports.asking import Asked
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import keyset, sheets


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """For `?whose= brand= team= only= first= last=`: one's own time, and others' where one may see how they work."""
    asked = _asked(request)
    found = worked.by_person(asked)
    context = _context(asked) | {"rows": found, "total": 60 * sum(row.minutes for row in found)}
    return render(request, "insight/time.html", context)


@require_safe
@requires(WORK_CASES)
def entries(request: HttpRequest) -> HttpResponse:
    """What was noted, with its cases, the newest first."""
    asked = _asked(request)
    found = worked.for_pages(worked.behind(asked))
    shown, after = keyset.page(found, request.GET.get("after", ""), by="at", read=keyset.moment)
    older = asked.address("report-time-entries", after=after) if after else ""
    return render(request, "insight/time_entries.html", _context(asked) | {"rows": shown, "older": older})


@require_safe
@requires(WORK_CASES)
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """Every entry."""
    response = StreamingHttpResponse(sheets.csv_pieces(worked.rows(_asked(request))), content_type=sheets.CSV)
    response["Content-Disposition"] = 'attachment; filename="time.csv"'
    response["Cache-Control"] = "no-store"
    return response


def _asked(request: HttpRequest) -> Asked:
    """404 where no time is tracked."""
    if not Organisation.objects.filter(tracks_time=True).exists():
        raise Http404
    return asking.asked(request, person(request), today=timezone.localdate())


def _context(asked: Asked) -> dict[str, Any]:
    return {
        "asked": asked,
        "told": choosing.told(asked),
        "back": asked.address("report-time", only=None, team=None),
        "csv": asked.address("report-time-csv"),
    }
