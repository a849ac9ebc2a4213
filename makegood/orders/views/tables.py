"""Bringing orders in by a table: hand in, look how it is read, take in, see what was wrong."""

import csv
import uuid
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.orders import actions as orders
from makegood.orders import sheets, wording
from makegood.orders.forms import HandInForm, ReadingForm
from makegood.orders.models import RowFault, Table, TableState
from makegood.orders.rows import NoTable
from makegood.orders.sale import Fault
from makegood.staff.permissions import BRING_ORDERS, person, requires

LATEST = 50
FAULTS_SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
@requires(BRING_ORDERS)
def show(request: HttpRequest) -> HttpResponse:
    """The latest tables, and the form that hands one in."""
    user = person(request)
    form = HandInForm(request.POST or None, request.FILES or None, user=user)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            table = orders.hand_in(
                file, name=file.name, size=file.size, brand=form.cleaned_data["brand"], by=user, at=timezone.now()
            )
            return redirect("order-table", key=table.pk)
        except NoTable:
            form.add_error("file", _("This is not a text table with a header row. Save it as CSV and upload it."))
    latest = Table.objects.visible_to(user).select_related("brand", "by").order_by("-handed_in_at")[:LATEST]
    status = 422 if request.method == "POST" else 200
    return render(request, "orders/tables.html", {"form": form, "tables": latest}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires(BRING_ORDERS)
def one(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """A table: before it is begun how it is read, afterwards how far it is. POST: read it another way."""
    table = _find(request, key)
    if table.state != TableState.HANDED_IN:
        return render(request, "orders/table.html", _progress(table))
    form = ReadingForm(request.POST or None, table=table)
    if request.method == "POST" and form.is_valid():
        orders.read_as(table, **form.reading())
        return redirect("order-table", key=key)
    status = 422 if request.method == "POST" else 200
    context = {"table": table, "form": form, **_preview(table)}
    return render(request, "orders/reading.html", context, status=status)


@require_POST
@requires(BRING_ORDERS)
def taking(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Begin, or go on."""
    table = _find(request, key)
    try:
        orders.begin(table, by=person(request), at=timezone.now())
    except ValueError:
        messages.error(request, _("Choose the missing columns first."))
    return redirect("order-table", key=key)


@require_POST
@requires(BRING_ORDERS)
def stopping(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    orders.stop(_find(request, key), by=person(request), at=timezone.now())
    return redirect("order-table", key=key)


@require_safe
@requires(BRING_ORDERS)
def faults(request: HttpRequest, key: uuid.UUID) -> StreamingHttpResponse:
    """Every fault as CSV: row, column, what is wrong."""
    table = _find(request, key)
    answer = StreamingHttpResponse(_written(table), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="faults.csv"'
    return answer


class _Echo:
    """A file that gives back what is written to it, for csv."""

    def write(self, text: str) -> str:
        return text


def _written(table: Table) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([_("Row"), _("Column"), _("What is wrong")])
    for fault in table.faults.iterator(chunk_size=1000):
        told = _told(fault)
        # A cell that begins so would be a formula to a spreadsheet.
        yield writer.writerow(
            [fault.row, told["column"], f"'{told['words']}" if told["words"][:1] in "=+-@" else told["words"]]
        )


def _told(fault: RowFault) -> dict[str, Any]:
    words = wording.of(Fault(fault.field, fault.code, fault.value))
    return {"row": fault.row, "column": str(wording.COLUMNS[fault.field]), "words": words}


def _progress(table: Table) -> dict[str, Any]:
    shown = list(table.faults.all()[: FAULTS_SHOWN + 1])
    return {
        "table": table,
        "faults": [_told(fault) for fault in shown[:FAULTS_SHOWN]],
        "more": len(shown) > FAULTS_SHOWN,
        "percent": int(table.share * 100),
    }


def _preview(table: Table) -> dict[str, Any]:
    missing = [wording.COLUMNS[field] for field in sheets.missing(table.columns)]
    if missing:
        return {"missing": missing, "found": []}
    try:
        found = orders.preview(table)
    except (NoTable, OSError):
        return {"missing": [], "found": [], "unreadable": True}
    return {
        "missing": [],
        "found": [
            {
                "rows": f"{one.first}–{one.last}" if one.last > one.first else str(one.first),
                "sale": one.sale,
                "faults": [f"{wording.COLUMNS[fault.field]}: {wording.of(fault)}" for _row, fault in one.faults],
            }
            for one in found
        ],
    }


def _find(request: HttpRequest, key: uuid.UUID) -> Table:
    return get_object_or_404(Table.objects.visible_to(person(request)).select_related("brand", "by"), pk=key)
