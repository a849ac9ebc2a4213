"""Saying a verb's no where it belongs."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms

from makegood.events.refusals import Refusal


def say(form: forms.Form, refusal: Refusal) -> None:
    """Write the refusal at the field that is at fault, else above the form."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


@contextmanager
def said_on(form: forms.Form) -> Iterator[None]:
    """Within, a verb is tried and what follows is done; where it refuses, that is said on the form, and the page goes on
    below with the form as it was filled in."""
    try:
        yield
    except Refusal as refusal:
        say(form, refusal)
