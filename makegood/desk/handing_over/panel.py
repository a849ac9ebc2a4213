"""An offer as the case page shows it, and which answers this person may give. Reads only."""

import dataclasses
import functools
import uuid

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from makegood.cases.models import Handover
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User

ONE = PreparedQuery(lambda key: Handover.objects.for_pages().filter(pk=key))


class DeclineForm(forms.Form):
    """Why not."""

    words = forms.CharField(
        label=_("Why not, in a word"), max_length=500, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )


@dataclasses.dataclass(frozen=True)
class Offered:
    """The offer that waits. `is_mine`: this person may accept or decline it; `may_take_back`: or end it."""

    handover: Handover
    is_mine: bool
    may_take_back: bool
    form: SafeString


def of(key: uuid.UUID | None, user: User) -> Offered | None:
    """None, and no query, where nothing is offered."""
    found = ONE(key=key) if key else []
    if not found:
        return None
    [handover] = found
    return Offered(
        handover=handover,
        is_mine=handover.is_for(user),
        may_take_back=handover.may_be_taken_back_by(user),
        form=_unfilled(get_language() or "en"),
    )


@functools.lru_cache(maxsize=16)
def _unfilled(language: str) -> SafeString:
    """The same for all who read a language, so it is written once."""
    return DeclineForm(auto_id="decline-%s").render()
