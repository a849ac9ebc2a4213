"""What is filled in to say how the steps of a playbook go: a form a step, with who else does it by when, and whether it waits."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.cases import receivers
from makegood.cases.errand import Receiver, StepErrand
from makegood.cases.models import LONGEST_TIME, Playbook, StepTask
from makegood.events.refusals import Refusal
from makegood.staff.models import User

MOST_ROWS = 200
Receivers = dict[str, Receiver]


class StepForm(forms.Form):
    """Who does one step, by when, and whether it waits for those before it: the first waits for none, and where they come
    one after another the others do."""

    to = forms.ChoiceField(
        label=gettext_lazy("Who does it"), required=False, widget=forms.Select({"data-unmarked": True})
    )
    by_when = forms.CharField(
        label=gettext_lazy("By when"), required=False, max_length=LONGEST_TIME,
        widget=forms.TextInput(
            {"autocomplete": "off", "placeholder": gettext_lazy("in 2 working days"), "data-unmarked": True}
        ),
    )  # fmt: skip

    waits = forms.BooleanField(label=gettext_lazy("Waits for the steps before it"), required=False)

    def __init__(self, *args: Any, words: str, known: Receivers, may_wait: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_wait:
            del self.fields["waits"]
        self.words, self.receivers = words, known
        teams = [(key, one.team.name) for key, one in known.items() if one.team]
        outside = [(key, one.contractor.name) for key, one in known.items() if one.contractor]
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", _("Whoever works on the case")),
            (_("Teams"), teams),
            (_("Contractors"), outside),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("by_when") and not data.get("to") and not self.errors:
            self.add_error("to", _("Choose who does it, or leave the time out."))
        return data

    @property
    def errand(self) -> StepErrand | None:
        """What was filled in; None where it is nobody else's."""
        to = self.receivers.get(self.cleaned_data["to"])
        return StepErrand(step=self.words, receiver=to, by_when=self.cleaned_data["by_when"]) if to else None


def rows(playbook: Playbook, user: User, data: Any = None) -> list[StepForm]:
    """A form for each step, with what stands; steps of the same words are one."""
    standing = {one.words: one for one in playbook.tasks.select_related("team", "contractor")}
    known = _receivers(user, list(standing.values()))
    made = []
    for number, words in enumerate(dict.fromkeys(playbook.steps), start=1):
        plan = standing.get(words)
        first: dict[str, Any] = {"to": _key(plan), "by_when": plan.by_when} if plan else {}
        first["waits"] = words in playbook.waiting
        may_wait = number > 1 and not playbook.in_turn
        row = StepForm(
            data, prefix=f"step-{number}", words=words, known=known, may_wait=may_wait, initial=first
        )  # fmt: skip
        made.append(row)
    return made


def waiting(playbook: Playbook, filled: list[StepForm]) -> list[str]:
    """The words of the steps that are to wait; where they come one after another, what was said of each before stays."""
    if playbook.in_turn:
        return list(playbook.waiting)
    return [row.words for row in filled if row.cleaned_data.get("waits")]


def refuse(filled: list[StepForm], refusal: Refusal) -> None:
    """Say at its step why it cannot be kept."""
    for row in filled:
        if row.words == refusal.field:
            row.add_error("by_when", str(refusal))


def _receivers(user: User, standing: list[StepTask]) -> Receivers:
    """Teams and contractors of this person's brands, and who stands there already."""
    offered = [Receiver(team=one) for one in receivers.teams(user)[:MOST_ROWS]]
    offered += [Receiver(contractor=one) for one in receivers.contractors(user)[:MOST_ROWS]]
    offered += [Receiver(team=one.team, contractor=one.contractor) for one in standing]
    return {_key(one): one for one in offered}


def _key(one: Receiver | StepTask) -> str:
    return f"team:{one.team.pk}" if one.team else f"contractor:{one.contractor.pk if one.contractor else ''}"
