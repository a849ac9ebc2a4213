"""The ledger's page, and the same as a file."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from makegood.promises import reading
from makegood.promises.models import LedgerEntry
from makegood.promises.reading import LedgerForm
from makegood.staff.permissions import WORK_CASES, person, requires
from makegood.ui import sheets


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest) -> HttpResponse:
    """What became of promises, newest first, as far as this person may see them."""
    form = _form(request)
    asked = {name: value for name, value in request.GET.items() if value and name in form.fields}
    if not form.is_valid():
        return render(request, "promises/ledger.html", {"form": form}, status=400)
    visible = LedgerEntry.objects.visible_to(person(request))
    page = reading.page(form.narrow(visible), behind=request.GET.get("behind", ""), are_few=form.finds_few)
    context = {
        "form": form,
        "page": page,
        "older": f"?{urlencode({**asked, 'behind': page.next})}" if page.next else "",
        "csv_url": f"{reverse('ledger-csv')}?{urlencode(asked)}",
        "xlsx_url": f"{reverse('ledger-xlsx')}?{urlencode(asked)}",
    }
    return render(request, "promises/ledger.html", context)


@require_safe
@requires(WORK_CASES)
def as_csv(request: HttpRequest) -> HttpResponseBase:
    """All that the page would show, as CSV."""
    form = _form(request)
    return _file(sheets.csv_pieces(_rows(request, form)), sheets.CSV, "csv") if form.is_valid() else _wrong(form)


@require_safe
@requires(WORK_CASES)
def as_xlsx(request: HttpRequest) -> HttpResponseBase:
    """All that the page would show, for spreadsheets."""
    form = _form(request)
    return _file(sheets.xlsx_pieces(_rows(request, form)), sheets.XLSX, "xlsx") if form.is_valid() else _wrong(form)


def _form(request: HttpRequest) -> LedgerForm:
    return LedgerForm(request.GET, user=person(request))


def _rows(request: HttpRequest, form: LedgerForm) -> Iterator[list[str]]:
    return reading.rows(form.narrow(LedgerEntry.objects.visible_to(person(request))))


def _wrong(form: LedgerForm) -> HttpResponse:
    return HttpResponse(form.errors.as_text(), content_type="text/plain; charset=utf-8", status=400)


def _file(pieces: Iterator[bytes], content_type: str, ending: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(pieces, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="ledger.{ending}"'
    response["Cache-Control"] = "no-store"
    return response
