"""What somebody who audits asks for."""

import datetime as dt
from typing import Any, cast

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from makegood.staff.audit.kinds import LOOKS, SEEN, SORTS
from makegood.staff.models import User

# Days that every calendar and time zone has.
_DAYS = [MinValueValidator(dt.date(2000, 1, 1)), MaxValueValidator(dt.date(2199, 12, 31))]


def _day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        validators=_DAYS,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "data-unmarked": True}),
    )


class AuditForm(forms.Form):
    person = forms.ChoiceField(label=_("Who"), required=False, widget=forms.Select(attrs={"data-unmarked": True}))
    sort = forms.ChoiceField(
        label=_("What"),
        choices=[("", _("Everything")), (LOOKS, SEEN), *((sort, label) for sort, (label, _pattern) in SORTS.items())],
        required=False,
        widget=forms.Select(attrs={"data-unmarked": True}),
    )
    since = _day_field(_("From"))
    until = _day_field(_("To"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["person"])
        field.choices = [("", _("Everybody")), *User.objects.values_list("ref", "name")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("This day is before the first one."))
        return given
