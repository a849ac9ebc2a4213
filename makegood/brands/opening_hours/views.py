"""Calendars, for leads and administrators."""

import datetime as dt
import uuid
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.brands.opening_hours import reach
from makegood.calendars import actions
from makegood.calendars.coming import days_that_differ, week
from makegood.calendars.compiled import business_calendar
from makegood.calendars.forms import NameForm, NewCalendarForm, RevisionForm, filled_in
from makegood.calendars.models import Calendar, CalendarVersion
from makegood.calendars.places import place_named
from makegood.events.refusals import Refusal
from makegood.staff.permissions import MANAGE_CALENDARS, person, requires
from makegood.ui import meanwhile

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@requires(MANAGE_CALENDARS)
def calendars(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    rows = [
        {"calendar": each, "version": each.version_at(now), "brands": each.brands.all()}
        for each in reach.calendars(person(request)).prefetch_related("brands", "versions")
    ]
    return render(request, "brands/opening_hours/calendars.html", {"rows": rows})


@FORM
@requires(MANAGE_CALENDARS)
def new_calendar(request: HttpRequest) -> HttpResponse:
    form = NewCalendarForm(request.POST or None, initial={"timezone": person(request).timezone})
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        try:
            made = actions.create(name=kept["name"], **kept["hours"], by=person(request).key, at=timezone.now())
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("calendar", key=made.pk)
    return render(request, "brands/opening_hours/new.html", {"form": form})


@require_safe
@requires(MANAGE_CALENDARS)
def calendar(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    calendar = _find(request, key)
    now = timezone.now()
    version = calendar.version_at(now)
    context: dict[str, Any] = {"calendar": calendar, "version": version, "brands": calendar.brands.all(), "now": now}
    context["versions"] = calendar.versions.all()
    if version:
        context |= _shown(version, now)
    return render(request, "brands/opening_hours/calendar.html", context)


@FORM
@requires(MANAGE_CALENDARS)
def versions(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    calendar = _find(request, key)
    last = calendar.versions.order_by("-number").first()
    form = meanwhile.form(request, lambda data: RevisionForm(data, initial=filled_in(last) if last else {}))
    if request.method == "POST" and form.is_valid():
        try:
            actions.revise(calendar, **form.cleaned_data["hours"], by=person(request).key, at=timezone.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. Promises made from then on are counted on these hours."))
            return redirect("calendar", key=calendar.pk)
    return render(request, "brands/opening_hours/revision.html", {"form": form, "calendar": calendar})


@FORM
@requires(MANAGE_CALENDARS)
def name(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    calendar = _find(request, key)
    form = NameForm(request.POST or None, initial={"name": calendar.name})
    if request.method == "POST" and form.is_valid():
        try:
            actions.rename(calendar, name=form.cleaned_data["name"], by=person(request).key, at=timezone.now())
        except Refusal as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("calendar", key=calendar.pk)
    return render(request, "brands/opening_hours/name.html", {"form": form, "calendar": calendar})


def _find(request: HttpRequest, key: uuid.UUID) -> Calendar:
    """A calendar this person may change, or 404."""
    return get_object_or_404(reach.calendars(person(request)), pk=key)


def _shown(version: CalendarVersion, now: dt.datetime) -> dict[str, Any]:
    compiled = business_calendar(version)
    today = now.astimezone(ZoneInfo(version.timezone)).date()
    return {
        "week": week(version),
        "place": place_named(version.country, version.subdivision),
        "days": days_that_differ(version, today, language=get_language() or "en"),
        "is_open": compiled.is_open(now),
        "opens": compiled.next_open(now),
    }
