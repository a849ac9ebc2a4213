"""How `{{ form }}` is written: by `fields`, and what is rare by Django's own templates."""

from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest

from makegood.ui import fields


class Renderer(TemplatesSetting):
    form_template_name = "ui/form"
    field_template_name = "ui/field"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        write = fields.WRITERS.get(template_name)
        return write(context) if write is not None else super().render(template_name, context, request)
