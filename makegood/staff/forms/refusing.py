"""Saying a verb's no where it belongs."""

from django import forms

from makegood.events.refusals import Refusal


def say(form: forms.Form, refusal: Refusal) -> None:
    """Write the refusal at the field that is at fault, else above the form."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
