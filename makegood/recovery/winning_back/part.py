"""How a customer is won back, as the case page and the recovery's own page show it. Reads only."""

import dataclasses
import datetime as dt
import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django import forms
from django.db.models import BooleanField, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from makegood.cases.models import Case, Shelf
from makegood.events.prepared import PreparedQuery
from makegood.recovery.actions.stepping import BY_PRESS, FOR_GOOD, LONGEST
from makegood.recovery.models import Cause, Outcome, Recovery, Step, StepName, Trigger
from makegood.recovery.present import Present
from makegood.staff.models import User
from makegood.staff.permissions import MANAGE_RECOVERY, may

MOST_CAUSES = 300
# What is pressed to say that a step is done.
PRESSES = {
    StepName.ACKNOWLEDGED: _("They have heard from us"),
    StepName.OWNED: _("I win them back"),
    StepName.PUT_RIGHT: _("It is put right"),
    StepName.COMPENSATED: _("We made up for it"),
}
ENDS = (Outcome.WON, Outcome.LOST, Outcome.NEEDLESS)


class UnderstandForm(forms.Form):
    """What went wrong for them."""

    words = forms.CharField(
        label=_("What went wrong for them"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In their words. They read it on their page, and say whether it is so."),
    )


class LearnForm(forms.Form):
    """Which cause."""

    cause = forms.ChoiceField(label=_("What caused it"))

    def __init__(self, *args: Any, causes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "recovery-%s", **kwargs})
        self.fields["cause"].choices = causes  # type: ignore[attr-defined]


class Told(NamedTuple):
    """A step that was taken, with who took it ("": the customer, or it took itself), or why the recovery opened."""

    is_step: bool
    name: str
    at: dt.datetime
    by: str


def _told(recovery: Any) -> QuerySet[Step, Any]:
    """Both in one question. A recovery has few of each."""
    steps = Step.objects.filter(recovery=recovery).values_list(
        _bool(True), "name", "at", Coalesce("staff__name", Value(""))
    )
    triggers = Trigger.objects.filter(recovery=recovery).order_by().values_list(_bool(False), "kind", "at", Value(""))
    return steps.union(triggers, all=True)


def _bool(value: bool) -> Value:
    return Value(value, output_field=BooleanField())


SHOWN = PreparedQuery(lambda key: Recovery.objects.for_pages().filter(pk=key))
TOLD = PreparedQuery(_told)
CAUSES = PreparedQuery(lambda: Cause.objects.in_use().order_by("name", "id")[:MOST_CAUSES])


@dataclasses.dataclass(frozen=True)
class Shown:
    """One step as it stands. `press`: what is pressed to take it; `undoable`: whether a slip can be taken back."""

    name: str
    label: str
    taken: Told | None
    press: str
    undoable: bool


def of_case(case: Case, user: User, there: Present) -> dict[str, Any]:
    """What the case page shows: the recovery that runs, or the last one, and a hint that waits for a person.

    No question where there is neither; three while a recovery runs.
    """
    recovery = SHOWN(key=there.recovery)[0] if there.recovery else None
    runs = recovery is not None and recovery.ended_at is None
    known = {
        "recovery": recovery,
        "hint": there.hint if case.shelf == Shelf.NONE else None,
        "may_recover": case.shelf == Shelf.NONE and not runs,
    }
    return known | (of(recovery, user) if recovery else {})


def of(recovery: Recovery, user: User) -> dict[str, Any]:
    """The parts of one recovery."""
    told = sorted(map(Told._make, TOLD(recovery=recovery.pk)), key=lambda one: one.at)
    taken = {one.name: one for one in told if one.is_step}
    runs = recovery.ended_at is None
    causes = choices() if StepName.LEARNED not in taken else []
    return {
        "steps": [_shown(StepName(name), taken.get(name), runs=runs) for name in StepName.values],
        "why": _why([one.name for one in told if not one.is_step]),
        "runs": runs,
        "understand_form": _unfilled(get_language() or "en"),
        "learn_form": LearnForm(causes=causes) if causes else None,
        "may_keep_causes": may(user, MANAGE_RECOVERY),
        "ends": [(end.value, end.label) for end in ENDS],
    }


def choices() -> list[tuple[str, str]]:
    """The causes in use, as a tree in order: key and whole name. The first MOST_CAUSES by name of a very large tree."""
    found = sorted(CAUSES(), key=_names)
    return [(str(one.pk), str(one)) for one in found]


def _names(cause: Cause) -> list[str]:
    return [one.name for one in cause.path]


def _shown(name: StepName, taken: Told | None, *, runs: bool) -> Shown:
    may_press = runs and taken is None and (name in BY_PRESS or name == StepName.ACKNOWLEDGED)
    return Shown(
        name=name.value,
        label=str(name.label),
        taken=taken,
        press=str(PRESSES[name]) if may_press else "",
        undoable=runs and taken is not None and name not in FOR_GOOD,
    )


def _why(kinds: Iterable[str]) -> list[str]:
    """Each kind of trigger once, in the order in which they came, with how many there are."""
    counted = Counter(kinds)
    labels = {kind: str(Trigger.Kind(kind).label) for kind in counted}
    return [
        str(_("%(what)s (%(count)d times)")) % {"what": labels[kind], "count": count} if count > 1 else labels[kind]
        for kind, count in counted.items()
    ]


@functools.lru_cache(maxsize=16)
def _unfilled(language: str) -> UnderstandForm:
    """The form before anybody has filled it in: the same for all who read a language."""
    del language
    return UnderstandForm(auto_id="recovery-%s")
