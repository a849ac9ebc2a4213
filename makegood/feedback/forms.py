"""The three lines, as the customer fills them in, and as we do."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from makegood.feedback.account import LONGEST, Account
from makegood.feedback.models import Went

NOTHING = ("", _("Not said"))
AS_ONE_LIKES = {"data-unmarked": True}  # the page says of all three that each may be left out
SOLVED = (("yes", _("Yes")), ("no", _("No")))


class AccountForm(forms.Form):
    """How the customer sees it. `account` is what it says."""

    needed = forms.CharField(
        label=_("What did you need?"), required=False, max_length=LONGEST, widget=forms.TextInput(AS_ONE_LIKES)
    )
    went = forms.ChoiceField(
        label=_("How did it go?"), required=False, choices=[NOTHING, *Went.choices], widget=forms.Select(AS_ONE_LIKES)
    )
    solved = forms.ChoiceField(
        label=_("Is it solved?"), required=False, choices=[NOTHING, *SOLVED], widget=forms.Select(AS_ONE_LIKES)
    )

    def account(self) -> Account:
        """What was filled in."""
        data = self.cleaned_data
        solved = {"yes": True, "no": False}.get(data["solved"])
        return Account(data["needed"].strip(), int(data["went"]) if data["went"] else None, solved)

    @staticmethod
    def of(account: Account) -> dict[str, Any]:
        """An account as the form is filled in."""
        solved = {True: "yes", False: "no"}.get(account.solved, "") if account.solved is not None else ""
        return {"needed": account.needed, "went": account.went or "", "solved": solved}


class OurAccountForm(AccountForm):
    """How we see it; one line each."""

    prefix = "ours"
    needed = forms.CharField(
        label=_("What they needed"), required=False, max_length=LONGEST, widget=forms.TextInput(AS_ONE_LIKES)
    )
    went = forms.ChoiceField(
        label=pgettext_lazy("a matter", "How it went"),
        required=False,
        choices=[NOTHING, *Went.choices],
        widget=forms.Select(AS_ONE_LIKES),
    )
    solved = forms.ChoiceField(
        label=_("Solved"), required=False, choices=[NOTHING, *SOLVED], widget=forms.Select(AS_ONE_LIKES)
    )
