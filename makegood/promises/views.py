"""The public charter."""

import dataclasses
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from makegood.brands import signing
from makegood.brands.choosing import brand_of
from makegood.brands.models import Brand
from makegood.calendars.models import CalendarVersion
from makegood.promises import clock, record, remedy_words, sentences
from makegood.promises.models import CharterLine, CharterVersion, Seal
from makegood.promises.record import Record


@dataclasses.dataclass(frozen=True)
class Shown:
    """One promise as the page shows it."""

    line: CharterLine
    sentence: str
    notes: list[str]
    record: Record
    remedy: str = ""


@require_safe
def charter(request: HttpRequest, slug: str = "") -> HttpResponse:
    """What a brand promises, in the visitor's language, with how well it was kept. Public.

    `?version=N` shows an earlier version, or one that is yet to begin.
    """
    brand = brand_of(request)
    timezone.activate(brand.timezone)
    now = timezone.now()
    versions = list(CharterVersion.objects.filter(brand=brand))
    in_force = next((version for version in versions if version.valid_from <= now), None)
    shown = _asked_for(request, versions) or in_force
    lines = list(shown.lines.all()) if shown else []
    records = record.of_brand(brand.pk, [line.key for line in lines], today=now.date())
    calendar = clock.calendar_version(brand.pk, now)
    context: dict[str, Any] = {
        "brand": brand,
        "version": shown,
        "in_force": in_force,
        "versions": versions,
        "promises": [
            Shown(
                line=line,
                sentence=sentences.sentence(line),
                notes=sentences.notes(line),
                record=records[line.key],
                remedy=remedy_words.sentence(line.remedy) if line.remedy else "",
            )
            for line in lines
        ],
        "weeks": record.WEEKS,
        "few": record.FEW,
        "hours": _opening_hours(calendar),
        "calendar": calendar,
        "contacts": _contacts(brand),
        "seal": Seal.latest(),
        "json_url": reverse("brand-charter-json", args=[brand.slug]),
        "badge_url": reverse("brand-charter-badge", args=[brand.slug]),
    }
    return render(request, "promises/charter.html", context)


def _asked_for(request: HttpRequest, versions: list[CharterVersion]) -> CharterVersion | None:
    number = request.GET.get("version")
    if number is None:
        return None
    for version in versions:
        if str(version.number) == number:
            return version
    raise Http404


def _opening_hours(calendar: CalendarVersion | None) -> list[tuple[int, list[tuple[str, str]]]]:
    """Weekday (Monday 0) and its blocks."""
    if calendar is None:
        return []
    return [(day, [(start, end) for start, end in calendar.weekly.get(str(day), [])]) for day in range(7)]


def _contacts(brand: Brand) -> str:
    return signing.signed(brand.signed(brand.language), brand=brand.name)
