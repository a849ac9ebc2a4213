"""The audit page, and its export."""

from collections.abc import Iterator
from dataclasses import asdict
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from makegood.staff import actions as staff
from makegood.staff.audit import log, wording
from makegood.staff.audit.forms import AuditForm
from makegood.staff.audit.log import Asked
from makegood.staff.models import Look
from makegood.staff.permissions import SEE_AUDIT, person, requires
from makegood.ui import sheets


@never_cache
@require_safe
@requires(SEE_AUDIT)
def show(request: HttpRequest) -> HttpResponse:
    form = AuditForm(request.GET)
    wanted = _asked(form)
    if wanted is None:
        return render(request, "staff/audit.html", {"form": form, "kept_days": Look.KEPT.days}, status=400)
    rows, after = log.page(wanted, request.GET.get("after", ""))
    given = {name: value for name, value in asdict(wanted).items() if value}
    shown = {
        "kept_days": Look.KEPT.days,
        "form": AuditForm(initial=given),  # with the days that are shown, given or not
        "wanted": wanted,
        "lines": wording.lines(rows),
        "older": f"{reverse('audit')}?{urlencode(given | {'after': after})}" if after else "",
    }
    return render(request, "staff/audit.html", shown)


@require_POST
@requires(SEE_AUDIT)
def export(request: HttpRequest) -> HttpResponseBase:
    """All that is asked for as CSV; that it was taken out is told in the log itself."""
    form, me = AuditForm(request.POST), person(request)
    wanted = _asked(form)
    if wanted is None:
        return render(request, "staff/audit.html", {"form": form, "kept_days": Look.KEPT.days}, status=400)
    staff.note_audit_export(
        of=wanted.person, sort=wanted.sort, since=wanted.since, until=wanted.until, by=me.key, at=timezone.now()
    )
    response = StreamingHttpResponse(sheets.csv_pieces(_rows(wanted)), content_type=sheets.CSV)
    response["Content-Disposition"] = f'attachment; filename="audit-{wanted.since}-{wanted.until}.csv"'
    response["Cache-Control"] = "no-store"
    return response


def _asked(form: AuditForm) -> Asked | None:
    if not form.is_valid():
        return None
    return log.asked(**form.cleaned_data, today=timezone.localdate())


def _rows(wanted: Asked) -> Iterator[list[str]]:
    yield [_("When (UTC)"), _("Who"), _("What"), _("Event"), _("About"), _("Sort")]
    for rows in log.everything(wanted):
        for line in wording.lines(rows):
            yield [line.at.isoformat(timespec="seconds"), line.by, line.sentence, line.kind, line.about_name, line.sort]
