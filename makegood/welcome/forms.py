"""What the first visit asks."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.calendars.forms import DAYS, HoursField
from makegood.calendars.places import countries_named
from makegood.staff.forms.fields import NewPasswordField, email_field, time_zone_field
from makegood.welcome import founding


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("One-time code"),
        max_length=40,
        help_text=gettext_lazy("It stands in the terminal where Makegood was started."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class FoundingForm(forms.Form):
    """`terms()` are the arguments of `founding.found`."""

    organisation = forms.CharField(
        label=gettext_lazy("Name of the company"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    brand = forms.CharField(
        label=gettext_lazy("How your customers know you"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("The name of your first brand. Empty: the company's name."),
    )
    address = forms.EmailField(
        label=gettext_lazy("Support address"),
        max_length=254,
        help_text=gettext_lazy("To which your customers write, like help@example.com."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Your first language"), choices=settings.LANGUAGES)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("All languages in which you answer customers"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple(attrs={"data-unmarked": True}),
        initial=[code for code, _name in settings.LANGUAGES],
        help_text=gettext_lazy("Confirmations go out in the customer’s own language, where it is chosen here."),
        required=False,
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Country"),
        choices=lambda: [("", gettext_lazy("No country")), *countries_named()],
        required=False,
        help_text=gettext_lazy("You are closed on its public holidays."),
    )
    timezone = time_zone_field()
    day_0, day_1, day_2, day_3, day_4, day_5, day_6 = (HoursField(label=WEEKDAYS[day]) for day in range(7))
    owner_name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=120,
        help_text=gettext_lazy("As customers should read it under your answers."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    owner_email = email_field(
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        help_text=gettext_lazy("Your own, to sign in with; not the support address."),
    )
    password = NewPasswordField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:  # what somebody has chosen, no script guesses anew
            self.fields["timezone"].widget.attrs["data-time-zone"] = True

    def clean(self) -> dict[str, Any]:
        kept = self.cleaned_data
        if all(day in kept and not kept[day] for day in DAYS):
            self.add_error("day_0", _("Write when you are open on at least one weekday."))
        return kept

    def ask_password_again(self) -> None:
        """The page never shows a password again: whoever mends the rest would send an empty one."""
        if "password" not in self.errors:
            self.add_error("password", _("Write the password once more: it is never kept on a page."))

    def terms(self) -> dict[str, Any]:
        """What `found` takes, but for the moment."""
        kept = self.cleaned_data
        names = ("organisation", "brand", "address", "country", "timezone", "owner_name", "owner_email", "password")
        first = kept["language"]
        return {name: kept[name] for name in names} | {
            "languages": [first, *(each for each in kept["languages"] if each != first)],
            "weekly": {str(number): kept[day] for number, day in enumerate(DAYS) if kept[day]},
        }


def office_hours() -> dict[str, Any]:
    """The sensible default of the seven days."""
    return {day: founding.OFFICE_HOURS.get(str(number), []) for number, day in enumerate(DAYS)}
