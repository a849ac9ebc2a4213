"""The settings of when a recovery opens by itself."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from makegood.recovery import actions as recovering
from makegood.recovery.models import Rules
from makegood.staff.permissions import MANAGE_RECOVERY, person, requires


class RulesForm(forms.Form):
    """How fast, and how often is too often."""

    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes until the customer hears from us"),
        help_text=gettext_lazy("Counted in the brand’s opening hours. It is a promise to ourselves, with a clock."),
        min_value=1,
        max_value=10_000,
    )
    contacts = forms.IntegerField(
        label=gettext_lazy("Contacts"),
        help_text=gettext_lazy(
            "When the customer turns to us this often in one matter, a recovery opens: by words more than an hour apart, "
            "or by cases about the same (one follows the other, or the subject is the same)."
        ),
        min_value=2,
        max_value=50,
    )
    days = forms.IntegerField(
        label=gettext_lazy("Days"),
        help_text=gettext_lazy("Contacts count for so many days, and the customer’s cases belong together so long."),
        min_value=1,
        max_value=365,
    )
    whole_team = forms.BooleanField(
        label=gettext_lazy("Send the mail of the morning to the whole team"),
        help_text=gettext_lazy("Who can still be won back today. Without this only leads get it."),
        required=False,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires(MANAGE_RECOVERY)
def show(request: HttpRequest) -> HttpResponse:
    """The rules in force, and the form that changes them."""
    rules = Rules.now()
    known = {"minutes": rules.minutes, "contacts": rules.contacts, "days": rules.days, "whole_team": rules.whole_team}
    form = RulesForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        recovering.set_rules(**form.cleaned_data, by=person(request), at=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("recovery-settings")
    status = 422 if request.method == "POST" else 200
    return render(request, "recovery/rules.html", {"form": form}, status=status)
