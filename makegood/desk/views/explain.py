"""Why a promise is due when it is: day by day, which hours counted."""

import datetime as dt
import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makegood.calendars import explain as explaining
from makegood.calendars.compiled import ALWAYS, business_calendar, day_names
from makegood.cases.models import Case
from makegood.desk.excusing import ExcuseForm, may_excuse
from makegood.desk.views.case import find
from makegood.promises import sentences
from makegood.promises.models import Commitment
from makegood.promises.pauses import pauses_of
from makegood.staff.permissions import WORK_CASES, person, requires

LONGEST = dt.timedelta(days=400)


@require_safe
@requires(WORK_CASES)
def show(request: HttpRequest, ref: str, key: uuid.UUID) -> HttpResponse:
    """One commitment: its terms, its clock day by day, and its ledger."""
    case = find(person(request), ref)
    found = Commitment.objects.about(case.ref).filter(pk=key)
    commitment = found.select_related("line", "calendar", "promised_by").first()
    if commitment is None:
        raise Http404
    return page(request, case, commitment)


def page(
    request: HttpRequest,
    case: Case,
    commitment: Commitment,
    *,
    status: int = 200,
    excuse_form: ExcuseForm | None = None,
) -> HttpResponse:
    """The page, with an excuse that was not taken. What a person promised for a moment has no hours to be counted."""
    excusable = may_excuse(person(request), commitment)
    context = {
        "case": case,
        "commitment": commitment,
        "name": sentences.name(commitment.key),
        "sentence": sentences.of_commitment(commitment),
        "notes": sentences.notes(commitment.line) if commitment.line else [],
        "days": _days(commitment),
        "zone": commitment.calendar.timezone if commitment.calendar else "UTC",
        "work": dt.timedelta(seconds=commitment.work_seconds or 0),
        "ledger": commitment.ledger.order_by("at", "id"),
        "excuses": commitment.excuses.select_related("by").order_by("at"),
        "excuse_form": excuse_form or (ExcuseForm() if excusable else None),
    }
    return render(request, "desk/explain.html", context, status=status)


def _days(commitment: Commitment) -> list[dict[str, Any]]:
    if commitment.work_seconds is None or commitment.is_by_hand:
        return []
    version = commitment.calendar
    calendar = business_calendar(version) if version else ALWAYS
    start, work = commitment.made_at, dt.timedelta(seconds=commitment.work_seconds)
    names = None
    if version is not None:
        last = (commitment.due_at or start + LONGEST).date()
        names = day_names(version, start.date(), last, language=get_language() or "en")
    days = explaining.explain(calendar, start, work, pauses_of(commitment), names=names)
    return [{"day": day, "why": _why(day)} for day in days]


def _why(day: explaining.ExplainedDay) -> str:
    told = {
        explaining.Reason.OPEN: pgettext("opening hours", "open"),
        explaining.Reason.CLOSED: pgettext("opening hours", "closed"),
        explaining.Reason.HOLIDAY: _("holiday: %(name)s"),
        explaining.Reason.EXCEPTION: _("exceptional hours: %(name)s"),
        explaining.Reason.PAUSED: _("the clock stood for some of it"),
    }
    return told[day.reason] % {"name": day.name}
