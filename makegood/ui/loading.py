"""Templates, read once for each language."""

from django.template import Context, Origin, Template, TemplateDoesNotExist
from django.template.loaders import cached
from django.utils.translation import get_language

from makegood.ui import settling


class Loader(cached.Loader):
    """Django's caching loader, with a template for each language, in which is settled what is the same each time."""

    def cache_key(self, template_name: str, skip: list[Origin] | None = None) -> str:
        """The name of a template, and the language that it is read for."""
        return f"{get_language()} {super().cache_key(template_name, skip)}"

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """The template, in the language that is active now."""
        known = self.get_template_cache.get(self.cache_key(template_name, skip))
        if isinstance(known, Template):
            return known
        template = super().get_template(template_name, skip)
        context = Context()
        with context.bind_template(template):
            template.nodelist = settling.settle(template.nodelist, context, self._found)
        return template

    def _found(self, template_name: str) -> Template | None:
        """None where there is none, which is said by whoever is shown the page that includes it."""
        try:
            return self.get_template(template_name)
        except TemplateDoesNotExist:
            return None
