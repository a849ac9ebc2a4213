"""Opening hours as somebody fills them in: a line of text a weekday, a line of text an exceptional day."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.calendars import our_days
from makegood.calendars.exceptional_days import LineError, parse_lines, write_lines
from makegood.calendars.holiday_names import is_known, subdivisions_of
from makegood.calendars.hours import HoursError, Kept, parse, write
from makegood.calendars.models import CalendarVersion
from makegood.calendars.places import countries_named, time_zones
from makegood.calendars.wording import trouble_with

DAYS = [f"day_{day}" for day in range(7)]


class HoursField(forms.CharField):
    """The hours of one day, "09:00-12:00, 13:00-17:00"; empty is closed. Cleans to [["09:00", "12:00"], …]."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=200, **kwargs)
        self.widget.attrs["data-unmarked"] = True

    def clean(self, value: Any) -> Kept:
        text = super().clean(value)
        try:
            return parse(text)
        except HoursError as error:
            raise forms.ValidationError(trouble_with(error)) from error

    def prepare_value(self, value: Any) -> Any:
        return write(value) if isinstance(value, list) else value


class ExceptionsField(forms.CharField):
    """Exceptional days, a line each. Cleans to {"2026-12-24": {"hours": …, "note": …}}."""

    widget = forms.Textarea(attrs={"rows": 4, "spellcheck": "false"})

    def clean(self, value: Any) -> dict[str, Any]:
        text = super().clean(value)
        try:
            return parse_lines(text)
        except LineError as error:
            why = trouble_with(error.cause) if error.cause else _("Write a date once, like 2026-12-24, then its hours.")
            told = _("Line %(number)s, “%(line)s”: %(why)s")
            told %= {"number": error.number, "line": error.line, "why": why}
            raise forms.ValidationError(told) from error

    def prepare_value(self, value: Any) -> Any:
        return write_lines(value) if isinstance(value, dict) else value


class HoursForm(forms.Form):
    """One version of a calendar. `cleaned_data["hours"]` are the arguments of `create` and `revise`."""

    timezone = forms.ChoiceField(
        label=gettext_lazy("Time zone"), choices=lambda: [(name, name.replace("_", " ")) for name in time_zones()]
    )
    day_0, day_1, day_2, day_3, day_4, day_5, day_6 = (HoursField(label=WEEKDAYS[day]) for day in range(7))
    observes_holidays = forms.BooleanField(
        label=gettext_lazy("Closed on public holidays"), required=False, initial=True
    )
    country = forms.ChoiceField(
        label=gettext_lazy("Country of the holidays"),
        choices=lambda: [("", gettext_lazy("No country")), *countries_named()],
        required=False,
    )
    subdivision = forms.CharField(
        label=gettext_lazy("State or region"),
        required=False,
        max_length=10,
        help_text=gettext_lazy("Its code, where its holidays differ: BY for Bavaria, SCT for Scotland."),
    )
    exceptions = ExceptionsField(
        label=gettext_lazy("Exceptional days"),
        required=False,
        max_length=20_000,
        help_text=gettext_lazy(
            "A line for each: 2026-12-24 09:00-13:00 Christmas Eve. Without hours we are closed all day. "
            "They come before holidays and weekly hours."
        ),
    )
    field_order = ["timezone", *DAYS]

    def clean_subdivision(self) -> str:
        return str(self.cleaned_data["subdivision"]).strip().upper()

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if all(day in cleaned and not cleaned[day] for day in DAYS):
            self.add_error("day_0", _("Write when you are open on at least one weekday."))
        country, subdivision = cleaned.get("country", ""), cleaned.get("subdivision", "")
        if subdivision and not is_known(country, subdivision):
            told = _("No holidays are known for this code.")
            if country and subdivisions_of(country):
                told = _("No holidays are known for this code. Known are: %(codes)s.")
                told %= {"codes": ", ".join(subdivisions_of(country))}
            self.add_error("subdivision", told)
        if not self.errors:
            cleaned["hours"] = self._hours()
        return cleaned

    def _hours(self) -> dict[str, Any]:
        week = {str(number): self.cleaned_data[day] for number, day in enumerate(DAYS) if self.cleaned_data[day]}
        names = ("timezone", "country", "subdivision", "observes_holidays", "exceptions")
        return {"weekly": week} | {name: self.cleaned_data[name] for name in names}


class NewCalendarForm(HoursForm):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    field_order = ["name", *HoursForm.field_order]


class RevisionForm(HoursForm):
    """The next version, from a date on; today or empty means at once."""

    valid_from = forms.DateField(
        label=gettext_lazy("Valid from"),
        required=False,
        validators=[our_days.validate],
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Empty: at once. What was promised before keeps the hours it was promised under."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day, name = cleaned.get("valid_from"), cleaned.get("timezone")
        if day and name:
            zone = ZoneInfo(name)
            today = timezone.now().astimezone(zone).date()
            if day < today:
                self.add_error("valid_from", _("New hours cannot begin in the past."))
            starts = dt.datetime.combine(day, dt.time(0), zone) if day > today else None
            cleaned.get("hours", {})["valid_from"] = starts
        return cleaned


class NameForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)


def filled_in(version: CalendarVersion) -> dict[str, Any]:
    """The initial values of a form for the version after this one."""
    names = ("timezone", "country", "subdivision", "observes_holidays", "exceptions")
    week = {f"day_{day}": version.weekly.get(str(day), []) for day in range(7)}
    return week | {name: getattr(version, name) for name in names}
