"""The tables of the quality page as CSV."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.quality import asking, narrowing, tables
from makegood.quality.asking import Asked
from makegood.staff.permissions import SEE_QUALITY, person, requires
from makegood.ui import sheets


@require_safe
@requires(SEE_QUALITY)
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """One table, by `?table=`: kinds, causes, products, weeks, or the costs behind a figure."""
    name = request.GET.get("table", "kinds")
    asked = asking.asked(request, person(request), today=timezone.now().date())
    response = StreamingHttpResponse(sheets.csv_pieces(_rows(request, asked, name)), content_type=sheets.CSV)
    response["Content-Disposition"] = f'attachment; filename="quality-{name}.csv"'
    response["Cache-Control"] = "no-store"
    return response


def _rows(request: HttpRequest, asked: Asked, name: str) -> Iterator[list[str]]:
    if name in tables.DIMENSIONS:
        return tables.ranked(asked, tables.DIMENSIONS[name])
    if name == "costs":
        return tables.costs(narrowing.costs(asked, narrowing.narrowed(request)))
    if name not in ("kinds", "weeks"):
        raise Http404
    return tables.kinds(asked) if name == "kinds" else tables.weeks(asked)
