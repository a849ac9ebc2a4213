"""What is filled in for the rota: absences in whole days, and a team with what each of its people takes."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.calendars import our_days
from makegood.calendars.models import Calendar
from makegood.cases.models import Duty, Method, Skill
from makegood.cases.routing.rota import MOST_COUNTED, Standing
from makegood.desk.rota import reach
from makegood.staff.models import User

MOST = MOST_COUNTED
TAKEN = ("most", "languages", "hours")


def day(label: Any) -> forms.DateField:
    """A field for a day of ours."""
    widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, validators=[our_days.validate])


class AbsenceForm(forms.Form):
    """Who is away, from which day on, and the first day on which they are back; days of the person's own time zone."""

    who = forms.ModelChoiceField(label=gettext_lazy("Who is away"), queryset=User.objects.none(), empty_label=None)
    since = day(gettext_lazy("First day away"))
    until = day(gettext_lazy("First day back"))

    def __init__(self, *args: Any, user: User, at: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        who = self.fields["who"]
        assert isinstance(who, forms.ModelChoiceField)
        who.queryset = reach.people(user).order_by("name")
        who.initial = user
        if who.queryset.count() == 1:
            who.widget = who.hidden_widget()

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if not {"who", "since", "until"} <= kept.keys():
            return kept
        zone = ZoneInfo(kept["who"].timezone)
        begin, end = (dt.datetime.combine(kept[day], dt.time(), zone) for day in ("since", "until"))
        if end <= begin:
            self.add_error("until", _("The first day back lies after the first day away."))
        elif end <= self.at:
            self.add_error("until", _("That has gone by. The first day back lies ahead."))
        return kept | {"since": begin, "until": end}


@dataclasses.dataclass(frozen=True)
class Line:
    """What one person takes, as fields of the team's form."""

    standing: Standing
    fields: list[BoundField]

    @property
    def is_wrong(self) -> bool:
        return any(field.errors for field in self.fields)


class RotaForm(forms.Form):
    """How a team's cases come to their owners, and for each of its people: how many, in which languages, when,
    and which skills they have."""

    method = forms.ChoiceField(
        label=gettext_lazy("How new cases come to their owners"), choices=Method.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, people: Sequence[Standing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        calendars, self.skills = Calendar.objects.all(), list(Skill.objects.in_use())
        choices = [(str(skill.pk), str(skill)) for skill in self.skills]
        for one in people:
            duty = one.duty or Duty()
            self.fields[f"{one.user.ref}-most"] = forms.IntegerField(
                label=_("Open cases at once"), required=False, min_value=0, max_value=MOST, initial=duty.most,
                help_text=_("Empty: no limit. 0: the rota gives them none."),
            )  # fmt: skip
            self.fields[f"{one.user.ref}-languages"] = forms.MultipleChoiceField(
                label=_("Languages"), required=False, choices=settings.LANGUAGES, initial=duty.languages,
                widget=forms.CheckboxSelectMultiple, help_text=_("None chosen: any language."),
            )  # fmt: skip
            self.fields[f"{one.user.ref}-hours"] = forms.ModelChoiceField(
                label=_("On duty"),
                required=False,
                queryset=calendars,
                initial=duty.hours,
                empty_label=_("At all times"),
            )
            if choices:
                self.fields[f"{one.user.ref}-skills"] = forms.MultipleChoiceField(
                    label=_("Skills"), required=False, choices=choices, initial=sorted(one.skills),
                    widget=forms.CheckboxSelectMultiple,
                )  # fmt: skip

    @property
    def lines(self) -> list[Line]:
        """The fields, person by person."""
        names = (*TAKEN, "skills") if self.skills else TAKEN
        return [Line(one, [self[f"{one.user.ref}-{name}"] for name in names]) for one in self.people]

    def changed(self) -> list[tuple[User, dict[str, Any]]]:
        """Whose lines say something else than before, and what."""
        found = []
        for one in self.people:
            if any(f"{one.user.ref}-{name}" in self.changed_data for name in TAKEN):
                found.append((one.user, {name: self.cleaned_data[f"{one.user.ref}-{name}"] for name in TAKEN}))
        return found

    def skilled(self) -> list[tuple[User, list[Skill]]]:
        """Whose skills are others than before, and which they are."""
        changed = [one.user for one in self.people if f"{one.user.ref}-skills" in self.changed_data]
        return [
            (user, [one for one in self.skills if str(one.pk) in self.cleaned_data[f"{user.ref}-skills"]])
            for user in changed
        ]
