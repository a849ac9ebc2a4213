"""What a template does besides its words, as whoever keeps it fills it in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.cases.actions.tags.rows import checked_name
from makegood.cases.models import Kind
from makegood.desk.alongside import giving_away
from makegood.desk.alongside.lines import LONGEST_SNOOZE, LONGEST_TAGS
from makegood.events.refusals import Refusal
from makegood.staff.models import Team, User

LONGEST_REASON = 2000
DAYS = ("snooze_days", "nudge_days", "nudge_resolves")


class ActsForm(forms.Form):
    """Part of a template's form; `cleaned_data["does"]` is what the template keeps."""

    tags = forms.CharField(
        label=gettext_lazy("Tags that it puts on"),
        required=False,
        max_length=LONGEST_TAGS,
        help_text=gettext_lazy(
            "Several parted by commas. Whoever sends it sees all that it does, and can untick each."
        ),
    )
    kind = forms.ModelChoiceField(
        Kind.objects.none(),
        label=gettext_lazy("Kind that it gives"),
        required=False,
        empty_label=gettext_lazy("As it is"),
    )
    takes = forms.BooleanField(label=gettext_lazy("Whoever sends it takes the case"), required=False)
    resolves = forms.BooleanField(label=gettext_lazy("It resolves the case"), required=False)
    snooze_days = forms.IntegerField(
        label=gettext_lazy("Days for which it snoozes the case"),
        required=False,
        min_value=1,
        max_value=LONGEST_SNOOZE,
    )

    nudge_days = forms.IntegerField(
        label=gettext_lazy("Days of silence after which it reminds the customer"),
        required=False,
        min_value=1,
        max_value=LONGEST_SNOOZE,
    )
    nudge_resolves = forms.IntegerField(
        label=gettext_lazy("Days after that until it resolves the case"),
        required=False,
        min_value=1,
        max_value=LONGEST_SNOOZE,
    )
    hand_over_team = forms.ModelChoiceField(
        Team.objects.all(),
        label=gettext_lazy("Team that it hands the case over to"),
        required=False,
        empty_label=gettext_lazy("Nobody: the case stays where it is"),
    )
    hand_over_owner = forms.ModelChoiceField(
        User.objects.working(),
        label=gettext_lazy("Person of that team"),
        required=False,
        empty_label=gettext_lazy("The team’s rota"),
        help_text=gettext_lazy("They accept or decline it, as when it is handed over by hand."),
    )
    hand_over_reason = forms.CharField(
        label=gettext_lazy("Why it is handed over"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("The receiver reads it. {customer}, {agent} and {case} are filled in."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].queryset = Kind.objects.in_use()  # type: ignore[attr-defined]

    def clean_tags(self) -> list[str]:
        try:
            names = [checked_name(name) for name in self.cleaned_data["tags"].split(",") if name.strip()]
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal))
        return list(dict.fromkeys(names))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("resolves") and data.get("snooze_days"):
            self.add_error("snooze_days", _("A case that is resolved is not snoozed. Choose one of the two."))
        self._check_receiver(data)
        if data.get("nudge_resolves") and not data.get("nudge_days"):
            self.add_error("nudge_days", _("Say after how many days they are reminded."))
        kind, team, owner = data.get("kind"), data.get("hand_over_team"), data.get("hand_over_owner")
        does = {name: data.get(name) for name in ("tags", "takes", "resolves", *DAYS)}
        does["kind"] = str(kind.pk) if kind else ""
        if team:
            keys = {"team": str(team.pk), "owner": str(owner.pk) if owner else ""}
            does[giving_away.ACT] = {**keys, "reason": data.get("hand_over_reason", "")}
        data["does"] = {name: value for name, value in does.items() if value}
        return data

    def _check_receiver(self, data: dict[str, Any]) -> None:
        """That whoever it hands the case over to can work on it, and reads why."""
        team, owner, brand = data.get("hand_over_team"), data.get("hand_over_owner"), data.get("brand")
        if team is None:
            if owner or data.get("hand_over_reason"):
                self.add_error("hand_over_team", _("Choose the team that it hands the case over to."))
            return
        if not data.get("hand_over_reason") and "hand_over_reason" not in self.errors:
            self.add_error("hand_over_reason", _("Say why: the receiver reads it before they accept."))
        if data.get("resolves"):
            self.add_error("resolves", _("A case that is resolved is handed over to nobody. Choose one of the two."))
        if owner and not owner.teams.filter(pk=team.pk).exists():
            self.add_error("hand_over_owner", _("%(name)s is not in this team.") % {"name": owner.name})
        if brand and not team.brands.filter(pk=brand.pk).exists():
            told = _("%(team)s does not work on cases of %(brand)s.") % {"team": team.name, "brand": brand.name}
            self.add_error("hand_over_team", told)


def filled_in(does: Mapping[str, Any]) -> dict[str, Any]:
    """The initial values of the form."""
    handed = {f"hand_over_{name}": value for name, value in does.get(giving_away.ACT, {}).items()}
    return {**does, **handed, "tags": ", ".join(does.get("tags", ()))}
