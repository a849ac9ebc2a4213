"""How `{{ form }}` is written: label, hint and error tied to each field for those who do not see the page."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    form_template_name = "ui/_form.html"
    field_template_name = "ui/_field.html"
