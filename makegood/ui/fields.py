"""How a form is written: each field with its label, hint and error tied to it for those who do not see the page.

Written here and not by templates, as Django renders five for each field, and a page about a case has a dozen fields.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import conditional_escape as escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

Context = Mapping[str, Any]


def form(context: Context) -> SafeString:
    """`{{ form }}`: what is wrong with it, then its fields."""
    wrong = render_to_string("ui/_error_summary.html", dict(context)) if context["form"].errors else ""
    hidden = "".join(str(bound) for bound in context["hidden_fields"])
    return SafeString(wrong + hidden + "\n".join(bound.as_field_group() for bound, _errors in context["fields"]))


def field(context: Context) -> SafeString:
    """`{{ form.name.as_field_group }}`: a field with all that belongs to it."""
    bound: BoundField = context["field"]
    classes = f" {escape(more)}" if (more := bound.css_classes()) else ""
    wrong = ' data-state="wrong"' if bound.errors else ""
    kind = bound.widget_type
    write = _group if bound.use_fieldset else _tick if kind == "checkbox" else _line
    return SafeString(f'<div class="field{classes}" data-kind="{kind}"{wrong}>{write(bound)}</div>')


def _group(bound: BoundField) -> str:
    described = f' aria-describedby="{escape(ids)}"' if (ids := bound.aria_describedby) else ""
    legend = f"<legend>{escape(bound.label)}{_optional(bound)}</legend>"
    return f"<fieldset{described}>{legend}{_hint(bound)}{bound.errors}{bound}</fieldset>"


def _tick(bound: BoundField) -> str:
    label = f'<label class="check" for="{bound.id_for_label}">{bound} <span>{escape(bound.label)}</span></label>'
    return f"{label}{_hint(bound)}{bound.errors}"


def _line(bound: BoundField) -> str:
    label = f'<label for="{bound.id_for_label}">{escape(bound.label)}{_optional(bound)}</label>'
    return f"{label}{_hint(bound)}{bound.errors}{bound}"


def _optional(bound: BoundField) -> str:
    if bound.field.required or "data-unmarked" in bound.field.widget.attrs:
        return ""
    return f' <span class="optional">{escape(_("(optional)"))}</span>'


def _hint(bound: BoundField) -> str:
    return f'<p class="hint" id="{bound.auto_id}_helptext">{escape(bound.help_text)}</p>' if bound.help_text else ""


def errors(context: Context) -> SafeString:
    """The list of what is wrong with a field."""
    if not context["errors"]:
        return SafeString("")
    known = f' id="{escape(of)}_error"' if (of := context["errors"].field_id) else ""
    listed = "".join(f"<li>{escape(error)}</li>" for error in context["errors"])
    return SafeString(f'<ul class="{escape(context["error_class"])}"{known}>{listed}</ul>')


def entry(context: Context) -> SafeString:
    """An input of any kind."""
    widget = context["widget"]
    value = f' value="{escape(str(widget["value"]))}"' if widget["value"] is not None else ""
    return SafeString(f'<input type="{widget["type"]}" name="{escape(widget["name"])}"{value}{_attributes(widget)}>')


def text(context: Context) -> SafeString:
    """A textarea. It begins with a line end, which browsers leave out, so that one typed first is kept."""
    widget = context["widget"]
    words = escape(widget["value"]) if widget["value"] else ""
    return SafeString(f'<textarea name="{escape(widget["name"])}"{_attributes(widget)}>\n{words}</textarea>')


def choice(context: Context) -> SafeString:
    """A select, its options in groups where they are."""
    widget = context["widget"]
    groups = "".join(_options(name, options) for name, options, _index in widget["optgroups"])
    return SafeString(f'<select name="{escape(widget["name"])}"{_attributes(widget)}>{groups}</select>')


def _options(group: str | None, options: list[dict[str, Any]]) -> str:
    written = "".join(
        f'<option value="{escape(str(one["value"]))}"{_attributes(one)}>{escape(one["label"])}</option>'
        for one in options
    )
    return f'<optgroup label="{escape(group)}">{written}</optgroup>' if group else written


def _attributes(of: Mapping[str, Any]) -> str:
    """Attributes with their values; True stands alone, False is left out."""
    return "".join(
        f" {escape(name)}" + ("" if value is True else f'="{escape(str(value))}"')
        for name, value in of["attrs"].items()
        if value is not False
    )


ENTRIES = ("input", "text", "number", "email", "url", "password", "hidden", "date", "datetime", "time", "checkbox")
WRITERS: dict[str, Callable[[Context], SafeString]] = {
    "ui/form": form,
    "ui/field": field,
    "django/forms/errors/list/ul.html": errors,
    "django/forms/widgets/textarea.html": text,
    "django/forms/widgets/select.html": choice,
    **{f"django/forms/widgets/{name}.html": entry for name in ENTRIES},
}
