"""A field for a time in words: what is understood of it stands below while it is typed."""

import datetime as dt
from typing import Any

from django import forms

from makegood.cases.models import Case
from makegood.desk.snoozing import typed
from makegood.desk.snoozing.typed import NOTHING, Typed


class TimeInput(forms.TextInput):
    """`of` names the field for the address that reads it. The form around it has the id `{of}-form`."""

    template_name = "desk/_time_input.html"

    def __init__(self, *, of: str) -> None:
        super().__init__({"autocomplete": "off"})
        self.of, self.wanted = of, NOTHING
        self.ref = ""

    def typed_for(self, case: Case, wanted: Typed) -> None:
        """For which case, and what is understood of what was typed."""
        self.ref, self.wanted = case.ref, wanted

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"of": self.of, "ref": self.ref, "wanted": self.wanted}


def settled(wanted: Typed) -> dt.datetime | None:
    """The moment, where none was typed or it has been shown to whoever typed it. Raises ValidationError."""
    if told := typed.told(wanted):
        raise forms.ValidationError(told)
    return wanted.at
