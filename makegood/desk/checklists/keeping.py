"""The playbooks that leads keep."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.cases import receivers
from makegood.cases.actions import checklists
from makegood.cases.models import Playbook
from makegood.desk.checklists import step_forms
from makegood.events.refusals import Refusal
from makegood.staff.forms import refusing
from makegood.staff.models import Team, User
from makegood.staff.permissions import MANAGE_PLAYBOOKS, person, requires
from makegood.ui import meanwhile

MOST, MOST_LETTERS = 500, 20_000


class PlaybookForm(forms.Form):
    """A playbook: its name, its steps a line each, and who starts it."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    steps = forms.CharField(
        label=gettext_lazy("Steps, a line each"), max_length=MOST_LETTERS, widget=forms.Textarea({"rows": 8})
    )
    team = forms.ModelChoiceField(
        Team.objects.all(), label=gettext_lazy("Team"), required=False, empty_label=gettext_lazy("Everybody")
    )
    in_turn = forms.BooleanField(label=gettext_lazy("One step after another"), required=False)
    is_active = forms.BooleanField(label=gettext_lazy("It can be started"), required=False, initial=True)

    def __init__(self, *args: Any, playbook: Playbook | None, user: User, **kwargs: Any) -> None:
        first = {}
        if playbook is not None:
            first = {name: getattr(playbook, name) for name in ("name", "team", "in_turn", "is_active")}
            first["steps"] = "\n".join(playbook.steps)
        super().__init__(*args, **{"initial": first, **kwargs})
        self.fields["team"].queryset = receivers.own_teams(user)  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """What was filled in, for the verb."""
        return self.cleaned_data | {"steps": self.cleaned_data["steps"].splitlines()}


@require_safe
@requires(MANAGE_PLAYBOOKS)
def show(request: HttpRequest) -> HttpResponse:
    """Everybody's, and those of this person's teams."""
    found = Playbook.objects.changed_by(person(request)).select_related("team")[:MOST]
    return render(request, "desk/playbooks.html", {"playbooks": found})


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_PLAYBOOKS)
def edit(request: HttpRequest, key: uuid.UUID | None = None) -> HttpResponse:
    """Write one down, or change it."""
    user = person(request)
    playbook = get_object_or_404(Playbook.objects.changed_by(user), pk=key) if key else None
    form = meanwhile.form(request, lambda data: PlaybookForm(data, playbook=playbook, user=user))
    if request.method == "POST" and form.is_valid():
        with refusing.said_on(form):
            saved = checklists.save_playbook(playbook, **form.given(), by=user, at=timezone.now())
            messages.success(request, _("Saved."))
            return redirect("playbooks") if playbook else redirect("playbook", key=saved.pk)
    rows = step_forms.rows(playbook, user) if playbook else []
    context = {"form": form, "playbook": playbook, "rows": rows}
    return render(request, "desk/playbook.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@requires(MANAGE_PLAYBOOKS)
def delegate(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Say which steps others do, and which wait, of all steps at once."""
    user = person(request)
    playbook = get_object_or_404(Playbook.objects.changed_by(user), pk=key)
    rows = step_forms.rows(playbook, user, request.POST)
    filled = [row.is_valid() for row in rows]  # each, so that each says what is wrong with it
    if all(filled):
        try:
            errands, waiting = [row.errand for row in rows if row.errand], step_forms.waiting(playbook, rows)
            checklists.delegate(playbook, errands, waiting=waiting, by=user, at=timezone.now())
        except Refusal as refusal:
            step_forms.refuse(rows, refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect("playbooks")
    context = {"form": PlaybookForm(playbook=playbook, user=user), "playbook": playbook, "rows": rows}
    return render(request, "desk/playbook.html", context, status=422)
