"""A form about something that several people change: only what this person changed is written, and nobody's words are
written over unseen.

The form carries along what stood in its fields when it was opened, so that it is known who changed what.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext as _

AS_READ = "as_read"
Form = TypeVar("Form", bound=forms.Form)
# By the name of a field, what a browser sends of it, sorted and without what is empty.
Sent = dict[str, list[str]]


def form(request: HttpRequest, make: Callable[[QueryDict | None], Form]) -> Form:
    """The form to show, or as it was sent. `make` makes it, filled with what stands there now where it is given nothing.

    A field that this person left alone has what stands there now. One that both changed has an error, with what
    stands there above it; saved again, theirs replaces it. Files and fields of several parts are not looked at.
    """
    blank = make(None)
    stands = {bound.html_name: _sent(bound) for bound in blank if not _is_apart(bound)}
    if request.method != "POST":
        return _carrying(blank, stands)
    data = request.POST.copy()
    clashes = _merge(data, stands, _read(data))
    data[AS_READ] = json.dumps(stands)
    filled = make(data)
    filled.full_clean()
    for bound in list(filled):
        if bound.html_name in clashes:
            theirs = _told(bound, stands[bound.html_name])
            bound.help_text = format_html('<span class="theirs" dir="auto">{}</span>', theirs)
            told = _("A colleague changed this meanwhile, as it stands above. Yours replaces it if you save again.")
            filled.add_error(bound.name, told)
    return _carrying(filled, stands)


def _carrying(made: Form, stands: Sent) -> Form:
    """Only after it was cleaned: what it carries is no answer of anybody's."""
    made.fields[AS_READ] = forms.CharField(widget=forms.HiddenInput, required=False, initial=json.dumps(stands))
    return made


def _merge(data: QueryDict, stands: Sent, read: Mapping[str, list[str]]) -> set[str]:
    """Puts in what stands there now where nothing was changed; returns the names of what both changed."""
    clashes = set()
    for name, now in stands.items():
        was, mine = read.get(name), _tidy(data.getlist(name))
        if was is None or now in (was, mine):
            continue
        if mine != was:
            clashes.add(name)
        elif now:
            data.setlist(name, now)
        else:
            data.pop(name, None)
    return clashes


def _read(data: QueryDict) -> Mapping[str, list[str]]:
    """What stood there when the form was opened; nothing of what makes no sense."""
    try:
        told = json.loads(data.get(AS_READ, ""))
    except ValueError:
        return {}
    known = told.items() if isinstance(told, dict) else ()
    return {name: _tidy(map(str, values)) for name, values in known if isinstance(values, list)}


def _is_apart(bound: forms.BoundField) -> bool:
    return isinstance(bound.field.widget, forms.MultiWidget | forms.FileInput)


def _sent(bound: forms.BoundField) -> list[str]:
    """What a browser sends of a field that nobody touched."""
    value, widget = bound.value(), bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if widget.check_test(value) else []
    shown: Any = widget.format_value(value)
    return _tidy(map(str, shown) if isinstance(shown, list | tuple) else [] if shown is None else [str(shown)])


def _tidy(values: Any) -> list[str]:
    return sorted(filter(None, (value.replace("\r\n", "\n").strip() for value in values)))


def _told(bound: forms.BoundField, values: list[str]) -> str:
    """As people read it."""
    choices = getattr(bound.field, "choices", ())
    flat = [one for key, label in choices for one in (label if isinstance(label, list | tuple) else [(key, label)])]
    labels = {str(key): str(label) for key, label in flat}
    return ", ".join(labels.get(value, value) for value in values) or "–"
