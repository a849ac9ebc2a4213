"""What is filled in to save a view."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from makegood.brands import scope
from makegood.cases.actions.viewing import Look
from makegood.cases.filters import finding, language, meanings, wording
from makegood.cases.filters.language import Unclear
from makegood.cases.models import Reach, SavedView
from makegood.cases.models.views import LONGEST_NAME
from makegood.desk.fields import columns
from makegood.desk.rows import COLUMNS
from makegood.desk.views.search import labels_of_orders
from makegood.staff.models import Team, User
from makegood.staff.permissions import SEE_ALL, SHARE_VIEWS, may


class ViewForm(forms.Form):
    """A view: its name, filter words, order, columns, and for whom it is."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    text = forms.CharField(
        label=_("Filter words"),
        max_length=language.MOST_LETTERS,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Such as owner:none status:open tag:bank. Whoever looks is meant by me and mine."),
    )
    sort = forms.ChoiceField(label=_("Order"))
    columns = forms.MultipleChoiceField(
        label=_("Its rows show, beside the subject and the clock"),
        choices=[(key, label) for key, label in COLUMNS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reach = forms.ChoiceField(label=_("For whom"), choices=Reach.choices, widget=forms.RadioSelect)
    team = forms.ModelChoiceField(Team.objects.all(), label=_("Team"), required=False)

    def __init__(self, *args: Any, view: SavedView | None, user: User, offered: dict[str, str], **kwargs: Any) -> None:
        first = {"columns": list(COLUMNS), "reach": Reach.OWN} | offered
        if view is not None:
            first = {name: getattr(view, name) for name in ("name", "text", "sort", "columns", "reach", "team")}
        super().__init__(*args, **{"initial": first, **kwargs})
        self.user = user
        offered_columns = {**COLUMNS, **columns.offered()}
        self.fields["columns"].choices = list(offered_columns.items())  # type: ignore[attr-defined]
        self.fields["sort"].choices = list(labels_of_orders().items())  # type: ignore[attr-defined]
        if not may(user, SHARE_VIEWS):
            del self.fields["reach"], self.fields["team"]
        elif not may(user, SEE_ALL):
            self.fields["team"].queryset = Team.objects.filter(pk__in=scope.of(user).teams)  # type: ignore[attr-defined]

    def clean_text(self) -> str:
        try:
            asked = language.read(self.cleaned_data["text"])
            sought = meanings.understand(asked, user=self.user, at=timezone.now())
        except Unclear as unclear:
            raise forms.ValidationError(wording.all_told(unclear))
        if asked.words or not asked.conditions:
            raise forms.ValidationError(
                _("A view holds filter words alone, such as status:open. Plain words are for the search.")
            )
        self.sought = sought
        return str(asked)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reach") == Reach.TEAM and data.get("team") is None and "team" not in self.errors:
            self.add_error("team", _("Choose the team."))
        if "text" in data and data.get("sort") and finding.order_of(data["sort"], self.sought).key != data["sort"]:
            self.add_error("sort", _("These cases cannot stand in this order. Only cases in work have a next promise."))
        return data

    def look(self) -> Look:
        """What it is to be."""
        data = self.cleaned_data
        return Look(
            name=data["name"], text=data["text"], sort=data["sort"], columns=tuple(data["columns"]),
            reach=Reach(data.get("reach", Reach.OWN)), team=data.get("team"),
        )  # fmt: skip
