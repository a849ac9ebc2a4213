"""What is filled in to give a task, and to write to one."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Case, Contractor
from makegood.cases.words import Words
from makegood.desk.files_along import FilesAlong
from makegood.desk.forms import FilesField, SeveralFilesInput
from makegood.desk.snoozing import typed
from makegood.desk.tasks.time_input import TimeInput, settled
from makegood.staff.models import Team, User
from makegood.staff.permissions import SEE_ALL, may

MOST_LETTERS, MOST_ROWS = 50_000, 200
TEAM, CONTRACTOR = "team", "contractor"


class GiveForm(FilesAlong):
    """What is to be done, by whom, by when, with which files of the case. Times are the agent's own."""

    field_order = ("what", "text", "to", "address", "name", "language", "when", "of_case", "attachments")

    what = forms.CharField(label=gettext_lazy("What is to be done"), max_length=300)
    text = forms.CharField(
        label=gettext_lazy("What they need to know"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea({"rows": 6}),
        help_text=gettext_lazy("They read this, and nothing else of the case: the customer’s name and address only if you write them."),
    )  # fmt: skip
    to = forms.ChoiceField(
        label=gettext_lazy("Who does it"), required=False, widget=forms.Select({"data-unmarked": True})
    )
    address = forms.EmailField(
        label=gettext_lazy("Mail address of somebody else"), required=False, max_length=320,
        widget=forms.EmailInput({"autocomplete": "off", "data-unmarked": True}),
    )  # fmt: skip
    name = forms.CharField(label=gettext_lazy("Their name"), required=False, max_length=200)
    language = forms.ChoiceField(label=gettext_lazy("Their language"), choices=settings.LANGUAGES)
    when = forms.CharField(
        label=gettext_lazy("By when"), required=False, max_length=typed.LONGEST, widget=TimeInput(of="due"),
        help_text=gettext_lazy("In any case they are asked to answer within a working day, or as the directory says."),
    )  # fmt: skip

    def __init__(self, *args: Any, case: Case, by: User, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **{"initial": {"language": case.brand.language}, **kwargs})
        self.due = typed.read(self.data, case, by=by, now=now, is_deadline=True)
        self.fields["when"].widget.typed_for(case, self.due)
        teams = {f"{TEAM}:{one.pk}": one for one in Team.objects.filter(brands=case.brand).order_by("name")}
        known = Contractor.objects.in_use().of_brand(case.brand)[:MOST_ROWS]
        outside = {f"{CONTRACTOR}:{one.pk}": one for one in known}
        self.teams: dict[str, Team] = teams
        self.outside: dict[str, Contractor] = outside
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", _("Somebody else, at the address below")),
            (_("Teams"), [(key, one.name) for key, one in teams.items()]),
            (_("Contractors"), [(key, one.name) for key, one in outside.items()]),
        ]

    def clean_when(self) -> dt.datetime | None:
        return settled(self.due)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("to") and not data.get("address") and not self.errors:
            self.add_error("to", _("Choose a team or a contractor, or write a mail address below."))
        return data

    def errand(self) -> Errand:
        """What is asked. Raises FileNotFoundError where the bytes of a ticked file are gone."""
        data = self.cleaned_data
        return Errand(
            what=data["what"],
            receiver=self._receiver(),
            text=data["text"].replace("\r\n", "\n"),
            files=self.along(),
            due_at=data["when"],
        )

    def _receiver(self) -> Receiver:
        data, chosen = self.cleaned_data, self.cleaned_data["to"]
        if chosen:
            return Receiver(team=self.teams.get(chosen), contractor=self.outside.get(chosen))
        return Receiver(address=data["address"], name=data["name"], language=data["language"])


class WordForm(forms.Form):
    """A word to a task, with files."""

    words = forms.CharField(required=False, max_length=MOST_LETTERS, strip=False, label=gettext_lazy("Words"))
    attachments = FilesField(required=False, widget=SeveralFilesInput, label=gettext_lazy("Files"))

    @property
    def text(self) -> str:
        return str(self.cleaned_data["words"]).replace("\r\n", "\n")

    @property
    def told(self) -> str:
        """What is wrong with it, in one line."""
        return " ".join(str(told) for errors in self.errors.values() for told in errors)

    def said(self, user: User) -> Words:
        """As words of a colleague."""
        return Words(text=self.text, files=self.cleaned_data["attachments"], sender_name=user.name)


class ContractorForm(forms.Form):
    """Somebody in the directory."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    address = forms.EmailField(label=gettext_lazy("Mail address"), max_length=320)
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
    answer_days = forms.IntegerField(
        label=gettext_lazy("Working days to answer in"), min_value=1, max_value=30, initial=1,
        help_text=gettext_lazy("Counted in the opening hours of the brand."),
    )  # fmt: skip
    brands = forms.ModelMultipleChoiceField(
        Brand.objects.none(), label=gettext_lazy("Brands"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_active = forms.BooleanField(label=gettext_lazy("We ask them"), required=False, initial=True)

    def __init__(self, *args: Any, contractor: Contractor | None, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contractor, sees_all = contractor, may(user, SEE_ALL)
        field = self.fields["brands"]
        mine = Brand.objects.all() if sees_all else Brand.objects.filter(pk__in=scope.of(user).brands)
        field.queryset, field.required = mine, not sees_all  # type: ignore[attr-defined]
        # What they do for brands of others stays as it is.
        self.beyond: set[uuid.UUID] = set()
        if contractor is not None:
            theirs = set(contractor.brands.values_list("pk", flat=True))
            self.beyond = set() if sees_all else theirs - set(mine.values_list("pk", flat=True))
            names = ("name", "address", "language", "answer_days", "is_active")
            self.initial = {name: getattr(contractor, name) for name in names} | {"brands": theirs - self.beyond}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        same = Contractor.objects.filter(name=data.get("name", ""), address=str(data.get("address", "")).lower())
        if (same.exclude(pk=self.contractor.pk) if self.contractor else same).exists():
            self.add_error("name", _("They stand in the directory already."))
        return data

    def given(self) -> dict[str, Any]:
        """What was filled in, for the verb."""
        data = self.cleaned_data
        beyond = list(Brand.objects.filter(pk__in=self.beyond))
        return data | {"brands": [*data["brands"], *beyond]}
