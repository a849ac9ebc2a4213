"""Why a promise that somebody made in their own words need not be kept, and who may say so."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.promises.models import Commitment, Excuse, State
from makegood.staff.models import User
from makegood.staff.permissions import RULE_ON_BREAKS, may


class ExcuseForm(forms.Form):
    """A reason, and words where it is another one."""

    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=Excuse.Reason.choices)
    words = forms.CharField(
        label=gettext_lazy("In your words"), required=False, max_length=500, widget=forms.Textarea({"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reason") == Excuse.Reason.OTHER and not data.get("words"):
            self.add_error("words", _("Say the reason in your words."))
        return data


def may_excuse(user: User, commitment: Commitment) -> bool:
    """Whoever works on the case, while there is time; of a broken promise only a lead."""
    if not commitment.is_by_hand or not commitment.owed:
        return False
    return commitment.state != State.BROKEN or may(user, RULE_ON_BREAKS)
