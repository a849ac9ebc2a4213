"""The form for customers of a kind, on a settings page of its own."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods

from makegood.cases.actions import public_forms
from makegood.cases.actions.public_forms import Look
from makegood.cases.models import Kind, PublicForm
from makegood.cases.models.own_words import LONGEST_OWN_WORD
from makegood.cases.models.public_forms import LONGEST_INTRODUCTION, askable
from makegood.staff.forms import refusing
from makegood.staff.permissions import MANAGE_FIELDS, person, requires
from makegood.ui import meanwhile

BEGINS = "asks-"


class Asking(models.TextChoices):
    """What a form does with a field."""

    NOT = "", pgettext_lazy("a field in a form", "Not asked")
    ASKED = "asked", pgettext_lazy("a field in a form", "Asked")
    REQUIRED = "required", pgettext_lazy("a field in a form", "Asked, and needed to send it")


class PublicFormForm(forms.Form):
    """Its name and introduction, and what it does with each field that cases of the kind have; the words in other
    languages."""

    is_offered = forms.BooleanField(label=gettext_lazy("Customers can choose this form"), required=False)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=LONGEST_OWN_WORD)
    introduction = forms.CharField(
        label=gettext_lazy("Introduction"),
        required=False,
        max_length=LONGEST_INTRODUCTION,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("What customers read above the fields."),
    )

    def __init__(self, *args: Any, kind: Kind, form: PublicForm | None, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": _first(form) if form else {"name": kind.name}, **kwargs})
        self.asking = {BEGINS + field.slug: field for field in askable(kind)}
        for name, field in self.asking.items():
            self.fields[name] = forms.ChoiceField(
                label=str(field), choices=Asking.choices, required=False, widget=forms.Select({"data-unmarked": True})
            )
            held = form.asks.get(str(field.pk)) if form else None
            self.initial[name] = Asking.NOT if held is None else Asking.REQUIRED if held else Asking.ASKED
        for code, language in settings.LANGUAGES:
            told, lang = {"language": language}, {"lang": code}
            self.fields[f"name_{code}"] = forms.CharField(
                label=_("Name: %(language)s") % told, required=False, max_length=LONGEST_OWN_WORD,
                widget=forms.TextInput(lang),
            )  # fmt: skip
            self.fields[f"introduction_{code}"] = forms.CharField(
                label=_("Introduction: %(language)s") % told, required=False, max_length=LONGEST_INTRODUCTION,
                widget=forms.Textarea({"rows": 2, **lang}),
            )  # fmt: skip

    @property
    def main(self) -> list[forms.BoundField]:
        return [self[name] for name in ("is_offered", "name", "introduction")]

    @property
    def asks(self) -> list[forms.BoundField]:
        return [self[name] for name in self.asking]

    @property
    def elsewhere(self) -> list[forms.BoundField]:
        """The words in other languages."""
        return [self[f"{name}_{code}"] for code, _name in settings.LANGUAGES for name in ("name", "introduction")]

    @property
    def is_told_elsewhere(self) -> bool:
        """Whether any of them has words or is wrong."""
        return any(bound.value() or bound.errors for bound in self.elsewhere)

    def look(self) -> Look:
        """As the verb takes it."""
        data, codes = self.cleaned_data, [code for code, _name in settings.LANGUAGES]
        return Look(
            name=data["name"],
            is_offered=data["is_offered"],
            introduction=data["introduction"],
            names={code: data[f"name_{code}"] for code in codes},
            introductions={code: data[f"introduction_{code}"] for code in codes},
            asks={field: data[name] == Asking.REQUIRED for name, field in self.asking.items() if data[name]},
        )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_FIELDS)
def edit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Make the form of a kind, or change it."""
    kind = get_object_or_404(Kind, pk=key)
    stands = PublicForm.objects.filter(kind=kind).first()
    form = meanwhile.form(request, lambda data: PublicFormForm(data, kind=kind, form=stands))
    if request.method == "POST" and form.is_valid():
        with refusing.said_on(form):
            public_forms.keep(kind, form.look(), by=person(request), at=timezone.now())
            messages.success(request, _("Saved."))
            return redirect("kinds")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/kind_form.html", {"form": form, "kind": kind}, status=status)


def _first(form: PublicForm) -> dict[str, Any]:
    first: dict[str, Any] = {name: getattr(form, name) for name in ("is_offered", "name", "introduction")}
    for code, _name in settings.LANGUAGES:
        first[f"name_{code}"] = form.names.get(code, "")
        first[f"introduction_{code}"] = form.introductions.get(code, "")
    return first
