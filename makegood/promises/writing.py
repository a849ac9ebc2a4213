"""Writing a brand's charter: the next version, shown as sentences before it is published."""

import dataclasses
from collections.abc import Iterable

from django.conf import settings
from django.contrib import messages
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from makegood.brands.models import Brand
from makegood.promises import actions as promises
from makegood.promises import charter, remedy_words, sentences
from makegood.promises.charter import Terms
from makegood.promises.forms import BeginningForm, PromiseForm, PromiseFormSet
from makegood.promises.models import CharterLine
from makegood.staff.models import User
from makegood.staff.permissions import MANAGE_CHARTER, person, requires


@dataclasses.dataclass(frozen=True)
class Reading:
    """The charter as it reads in one language of the brand."""

    language: str
    name: str
    sentences: list[str]


@require_safe
@requires(MANAGE_CHARTER)
def choose(request: HttpRequest) -> HttpResponse:
    """Whose charter; straight to it when there is one brand."""
    brands = list(Brand.objects.all())
    if len(brands) == 1:
        return redirect("charter-write", slug=brands[0].slug)
    return render(request, "promises/choose.html", {"brands": brands})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_CHARTER)
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """The charter as rows; `look` shows the sentences, `publish` makes the next version."""
    brand = get_object_or_404(Brand, slug=slug)
    now = timezone.now()
    version = brand.charters.first()
    lines = {line.key: line for line in version.lines.all()} if version else {}
    forms = _forms(request, brand, lines.values())
    beginning = BeginningForm(request.POST or None, zone=brand.timezone, now=now)
    read: list[Reading] = []
    if request.method == "POST" and forms.is_valid() and beginning.is_valid():
        terms = _terms(forms, lines)
        if "publish" in request.POST:
            by = person(request).key
            valid_from = beginning.cleaned_data["valid_from"]
            promises.publish(brand=brand, lines=terms, by=by, at=now, valid_from=valid_from)
            messages.success(request, _("The new version of the charter is published."))
            return redirect("brand-charter", slug=brand.slug)
        read = _readings(brand, terms)
    elif request.method == "GET":
        read = _readings(brand, lines.values())
    context = {"brand": brand, "forms": forms, "beginning": beginning, "read": read, "version": version}
    return render(request, "promises/write.html", context, status=200 if request.method == "GET" or read else 422)


def _forms(request: HttpRequest, brand: Brand, lines: Iterable[CharterLine]) -> "BaseFormSet[PromiseForm]":
    names = dict(settings.LANGUAGES)
    known = {
        "languages": [(code, names[code]) for code in brand.languages],
        "people": list(User.objects.working()),
    }
    initial = [PromiseForm.initial_of(line) for line in lines]
    return PromiseFormSet(request.POST or None, initial=initial, form_kwargs=known)


def _readings(brand: Brand, terms: Iterable[sentences.AnyTerms]) -> list[Reading]:
    kept, names = list(terms), dict(settings.LANGUAGES)
    if not kept:
        return []
    return [
        Reading(language=code, name=names[code], sentences=[_whole(each, code) for each in kept])
        for code in brand.languages
    ]


def _whole(terms: sentences.AnyTerms, language: str) -> str:
    said = sentences.sentence(terms, language)
    return f"{said} {remedy_words.sentence(terms.remedy, language)}" if terms.remedy else said


def _terms(forms: "BaseFormSet[PromiseForm]", lines: dict[str, CharterLine]) -> list[charter.Terms]:
    kept: list[charter.Terms] = []
    for form in forms.forms:
        if not form.cleaned_data.get("ends_on") or form.cleaned_data.get("gone"):
            continue
        terms = form.terms(lines.get(form.cleaned_data["key"]))
        taken = {each.key for each in kept}
        key, number = terms.key, 2
        while key in taken:
            key, number = f"{terms.key[:36]}-{number}", number + 1
        kept.append(Terms(**{**vars(terms), "key": key}))
    return kept
