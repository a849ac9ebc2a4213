"""Brands and the organisation, as administrators fill them in."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.brands.models import Brand, Organisation
from makegood.brands.tones import Tone
from makegood.calendars.models import Calendar
from makegood.calendars.places import countries_named, time_zones
from makegood.staff.models import Team

HOST = RegexValidator(
    r"^(?=.{1,120}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.?$",
    gettext_lazy("Write only the host name, like help.example.com."),
)


SIGNATURES = ("signature", "friendly_signature")
NUDGES, MOST_DAYS = ("nudge_days", "nudge_resolves"), 365


class OrganisationForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the company"), max_length=120)
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=countries_named)
    tracks_time = forms.BooleanField(
        label=gettext_lazy("Track time on cases"),
        required=False,
        help_text=gettext_lazy(
            "A timer, and minutes noted by hand, on every case; counted in reports and in what mistakes cost."
        ),
    )


class BrandForm(forms.Form):
    """One brand. `cleaned_data` are the arguments of `open_brand`; `language` is merged into `languages`."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    language = forms.ChoiceField(
        label=gettext_lazy("First language"),
        choices=settings.LANGUAGES,
        help_text=gettext_lazy("In which we write to somebody whose language we do not know or do not speak."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("All its languages"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple(attrs={"data-unmarked": True}),
        required=False,
        help_text=gettext_lazy("In which customers are greeted and the charter is published."),
    )
    timezone = forms.ChoiceField(
        label=gettext_lazy("Time zone"), choices=lambda: [(name, name.replace("_", " ")) for name in time_zones()]
    )
    calendar = forms.ModelChoiceField(
        label=gettext_lazy("Opening hours"), queryset=Calendar.objects.all(), empty_label=None
    )
    teams = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Teams"),
        queryset=Team.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Who works on its cases."),
    )
    host = forms.CharField(
        label=gettext_lazy("Host name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy(
            "Under which its public pages stand, like help.example.com. "
            "Point it here, and name it in MAKEGOOD_HOSTS, too."
        ),
    )

    def clean_host(self) -> str:
        host = str(self.cleaned_data["host"]).strip().lower()
        if host:
            HOST(host)
        return host

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        first = kept.pop("language", None)
        if first:
            kept["languages"] = [first, *(each for each in kept.get("languages", []) if each != first)]
        return kept


class BrandChangeForm(BrandForm):
    """A brand that is open: also its greeting, its usual tone, and a signature for each language and tone."""

    greets = forms.BooleanField(
        label=gettext_lazy("Greet every first mail at once, and say what we promise"), required=False
    )

    nudge_days = forms.IntegerField(
        label=gettext_lazy("Remind a customer who does not answer after so many days"),
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
        help_text=gettext_lazy(
            "Once, by itself, within opening hours. Empty: nobody is reminded unless an agent asks."
        ),
    )
    nudge_resolves = forms.IntegerField(
        label=gettext_lazy("Resolve the case so many days after the reminder"),
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
        help_text=gettext_lazy("The customer is told, and can say that it is not solved. Empty: it stays open."),
    )
    tone = forms.ChoiceField(
        label=gettext_lazy("Usual form of address"),
        choices=Tone.choices,
        initial=Tone.FORMAL,
        help_text=gettext_lazy(
            "Decides which signature stands under a mail, where the customer has no form of their own."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            self.fields[f"signature_{code}"] = self._signature(
                _("Formal signature (%(language)s)") % {"language": name},
                code,
                _("{name}, {title}, {team} and {brand} are filled in; without {name}, name and title stand above."),
            )
            self.fields[f"friendly_signature_{code}"] = self._signature(
                _("Friendly signature (%(language)s)") % {"language": name},
                code,
                _("Where one of the two is empty, the other stands."),
            )

    @staticmethod
    def _signature(label: str, code: str, hint: str) -> forms.CharField:
        widget = forms.Textarea(attrs={"rows": 3, "lang": code})
        return forms.CharField(label=label, widget=widget, max_length=2000, required=False, help_text=hint)

    def clean(self) -> dict[str, Any]:
        kept = super().clean()
        kept |= {name: kept.get(name) or 0 for name in NUDGES}
        for name in SIGNATURES:
            kept[name] = {code: kept.pop(f"{name}_{code}", "") for code, _name in settings.LANGUAGES}
        return kept


def filled_in(brand: Brand) -> dict[str, Any]:
    """The initial values of the form of an open brand."""
    names = ("name", "language", "languages", "timezone", "calendar", "host", "greets", "tone")
    kept: dict[str, Any] = {name: getattr(brand, name) for name in names}
    kept |= {name: getattr(brand, name) or None for name in NUDGES}
    for each in SIGNATURES:
        kept |= {f"{each}_{code}": text for code, text in getattr(brand, each).items()}
    return kept | {"teams": brand.teams.all()}


def filled_in_organisation(organisation: Organisation) -> dict[str, Any]:
    """The initial values of the organisation's form."""
    return {name: getattr(organisation, name) for name in ("name", "country", "tracks_time")}
