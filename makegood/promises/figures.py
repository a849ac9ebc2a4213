"""The charter's figures for others: as JSON, and as a small badge. Public, for any page to fetch or show."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from makegood.brands.choosing import brand_of
from makegood.brands.models import Brand
from makegood.promises import badge, record, remedy_words, sentences
from makegood.promises.models import CharterLine, CharterVersion, Seal
from makegood.promises.record import Record
from makegood.ui.for_everybody import for_everybody

LASTS = 300


@require_safe
@for_everybody
def as_json(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The charter in force with its figures. `?language=` chooses the sentences' language."""
    brand = brand_of(request)
    now = timezone.now()
    versions = list(CharterVersion.objects.filter(brand=brand))
    in_force = next((version for version in versions if version.valid_from <= now), None)
    lines = list(in_force.lines.all()) if in_force else []
    records = record.of_brand(brand.pk, [line.key for line in lines], today=now.date())
    seal = Seal.latest()
    language = _language(request, brand)
    told = {
        "brand": brand.slug,
        "name": brand.name,
        "language": language,
        "version": in_force.number if in_force else None,
        "weeks": record.WEEKS,
        "few": record.FEW,
        "promises": [_promise(line, records[line.key], language) for line in lines],
        "versions": [{"version": one.number, "from": one.valid_from.isoformat()} for one in versions],
        "seal": seal.spoken if seal else None,
        "page": settings.BASE_URL + reverse("brand-charter", args=[brand.slug]),
    }
    return _for_all(JsonResponse(told, json_dumps_params={"ensure_ascii": False}))


@require_safe
@for_everybody
def as_badge(request: HttpRequest, slug: str = "") -> HttpResponse:
    """A picture: how many of a brand's promises were kept. `?promise=KEY` for one of them, `?language=`."""
    brand = brand_of(request)
    now = timezone.now()
    in_force = CharterVersion.objects.filter(brand=brand, valid_from__lte=now).first()
    keys = [line.key for line in in_force.lines.all()] if in_force else []
    wanted = request.GET.get("promise", "")
    shown = [key for key in keys if wanted in ("", key)]
    records = record.of_brand(brand.pk, shown, today=now.date())
    with translation.override(_language(request, brand)):
        label = sentences.name(wanted) if wanted in shown else _("Promises kept")
        context = {"badge": badge.draw(label, record.together(records.values())), "brand": brand}
        response = HttpResponse(render_to_string("promises/badge.svg", context), content_type="image/svg+xml")
    response["Content-Security-Policy"] = "default-src 'none'"
    return _for_all(response)


def _promise(line: CharterLine, found: Record, language: str) -> dict[str, Any]:
    interval = found.interval
    return {
        "key": line.key,
        "sentence": sentences.sentence(line, language),
        "terms": sentences.notes(line, language),
        "remedy": remedy_words.sentence(line.remedy, language) if line.remedy else None,
        "kept": found.kept,
        "broken": found.broken,
        "excused": found.excused,
        "rate": found.rate,
        "interval": {"method": "Wilson", "level": 0.95, "low": interval[0], "high": interval[1]} if interval else None,
        "hours": line.hours,
        "median_seconds": found.median if found.is_timed else None,
        "ninetieth_percentile_seconds": found.ninetieth if found.is_timed else None,
        "by_week": [
            {"from": week.monday.isoformat(), "kept": week.kept, "broken": week.broken, "excused": week.excused}
            for week in found.weeks
        ],
    }


def _language(request: HttpRequest, brand: Brand) -> str:
    """The one asked for where the brand speaks it. Never the visitor's own, so that one answer serves all."""
    return brand.speaks(request.GET.get("language", ""))


def _for_all(response: HttpResponse) -> HttpResponse:
    """Any page may fetch it, and may keep it for some minutes."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Cache-Control"] = f"public, max-age={LASTS}"
    return response
