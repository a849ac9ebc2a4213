"""Reports: their figures, the cases behind each of them, and the same as files."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from makegood.brands.models import Organisation
from makegood.insight.models import Reckoning
from makegood.insight.reports import asking, choosing, definitions, figures, narrowing, overview, tables
from makegood.insight.reports.asking import Asked
from makegood.insight.reports.periods import Period
from makegood.staff.permissions import SEE_REPORTS, WORK_CASES, may, person, requires
from makegood.ui import keyset, sheets

SPANS = (7, 28, 91, 365)


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """For `?whose= brand= team= only= first= last= period= by=`: one's own figures, and others' where one may see them."""
    counted = Reckoning.objects.first()
    today = _today(counted)
    asked = asking.asked(request, person(request), today=today)
    now, before = figures.total(asked, asked.days), figures.total(asked, asked.days.before)
    rows = overview.period_rows(asked, figures.series(asked, backlog=before.backlog))
    sees_others = may(person(request), SEE_REPORTS)
    context = {
        "asked": asked,
        "sees_others": sees_others,
        "own": _own(asked) if sees_others and not asked.is_own else None,
        "whose": _whose(asked) if sees_others else [],
        "spans": _spans(asked, today),
        "counts": overview.count_rows(asked, now, before),
        "lengths": overview.length_rows(asked, now, before),
        "now": now,
        "before": before,
        "rate": definitions.RATE,
        "behind": {name: overview.cases(asked, name) for name in ("kept", "broken", "excused")},
        "is_empty": not now.is_anything and not before.is_anything,
        "periods": rows,
        "charts": overview.charts(rows),
        "parts": overview.part_rows(asked, figures.parted(asked, asked.days)),
        "form": choosing.choices(asked),
        "few": figures.FEW,
        "error": definitions.ERROR_PERCENT,
        "counted": counted,
        "time": asked.address("report-time") if Organisation.objects.filter(tracks_time=True).exists() else "",
        "files": {
            name: {ending: asked.address(f"report-{ending}", table=name) for ending in ("csv", "xlsx")}
            for name in tables.TABLES
        },
    }
    return render(request, "insight/reports.html", context)


@require_safe
@requires(WORK_CASES)
def cases(request: HttpRequest) -> HttpResponse:
    """The cases behind a figure, newest day first: `?figure=` beside what reports are asked by; else those opened."""
    asked, figure = _asked(request), request.GET.get("figure", "")
    figure = figure if figure in definitions.NAMES else "opened"
    found = narrowing.behind(asked, figure).newest_first().for_rows()
    shown, after = keyset.page(found, request.GET.get("after", ""), by="day", read=dt.date.fromisoformat)
    context = {
        "asked": asked,
        "figure": definitions.NAMES[figure],
        "is_backlog": figure == narrowing.BACKLOG,
        "told": choosing.told(asked),
        "rows": shown,
        "back": asked.address("reports"),
        "older": overview.cases(asked, figure, after=after) if after else "",
    }
    return render(request, "insight/report_cases.html", context)


@require_safe
@requires(WORK_CASES)
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """One table, by `?table=`: whole, periods or parts."""
    return _file(request, "csv")


@require_safe
@requires(WORK_CASES)
def as_xlsx(request: HttpRequest) -> HttpResponseBase:
    """The same for spreadsheets."""
    return _file(request, "xlsx")


def _file(request: HttpRequest, ending: str) -> HttpResponseBase:
    name = request.GET.get("table", "whole")
    if name not in tables.TABLES:
        raise Http404
    rows: Iterator[list[str]] = tables.TABLES[name](_asked(request))
    pieces = sheets.csv_pieces(rows) if ending == "csv" else sheets.xlsx_pieces(rows)
    response = StreamingHttpResponse(pieces, content_type=sheets.CSV if ending == "csv" else sheets.XLSX)
    response["Content-Disposition"] = f'attachment; filename="report-{name}.{ending}"'
    response["Cache-Control"] = "no-store"
    return response


def _asked(request: HttpRequest) -> Asked:
    return asking.asked(request, person(request), today=_today(Reckoning.objects.first()))


def _today(counted: Reckoning | None) -> dt.date:
    """In the zone in which days are counted."""
    return timezone.now().astimezone(ZoneInfo(counted.timezone if counted else "UTC")).date()


def _own(asked: Asked) -> tuple[figures.Figures, str]:
    """One's own figures of the same days, and where they are told in full."""
    own = choosing.own(asked)
    return figures.total(own, asked.days), own.address("reports")


def _whose(asked: Asked) -> list[dict[str, object]]:
    both = {asking.OWN: _("Your own figures"), asking.ALL: _("All that you may see")}
    return [
        {"label": label, "url": asked.address("reports", whose=whose, only=None), "here": whose == asked.whose}
        for whose, label in both.items()
    ]


def _spans(asked: Asked, today: dt.date) -> list[dict[str, object]]:
    found = []
    for length in SPANS:
        first = today - dt.timedelta(days=length - 1)
        period = Period.DAY if length < 91 else Period.WEEK if length < 365 else Period.MONTH
        found.append(
            {
                "label": ngettext("%(days)d day", "%(days)d days", length) % {"days": length},
                "url": asked.address("reports", first=first.isoformat(), last=today.isoformat(), period=period.value),
                "here": (asked.days.first, asked.days.last) == (first, today),
            }
        )
    return found
