"""Templates, read once for each language: what is the same on every page in it stands in them as text.

A page has more fixed words and fixed addresses than anything else; looked up at each rendering, they take a sixth of its time.
"""

from typing import Any

from django.template import Context, Origin, Template
from django.template.base import FilterExpression, Node, NodeList, TextNode, Variable
from django.template.defaulttags import IfNode, URLNode
from django.template.loaders import cached
from django.templatetags.i18n import TranslateNode
from django.utils.translation import get_language


class Loader(cached.Loader):
    """Django's caching loader, with a template for each language."""

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
            template.nodelist = _settled(template.nodelist, context)
        return template


def _settled(nodes: NodeList, context: Context) -> NodeList:
    """The same nodes: fixed ones and what stands beside them made one text, here and in all that they hold.

    Lists are replaced and never changed, as another thread may be rendering them.
    """
    settled = NodeList()
    settled.contains_nontext = nodes.contains_nontext
    for node in nodes:
        if _is_fixed(node):
            node = TextNode(node.render(context))
        if isinstance(node, TextNode) and settled and isinstance(settled[-1], TextNode):
            settled[-1] = TextNode(settled[-1].s + node.s)
            continue
        _settle_within(node, context)
        settled.append(node)
    return settled


def _settle_within(node: Node, context: Context) -> None:
    if isinstance(node, IfNode):
        node.conditions_nodelists = [
            (condition, _settled(nodes, context)) for condition, nodes in node.conditions_nodelists
        ]
        return
    for name in node.child_nodelists:
        nodes = getattr(node, name, None)
        if isinstance(nodes, NodeList):
            setattr(node, name, _settled(nodes, context))


def _is_fixed(node: Node) -> bool:
    """Whether it comes out the same each time."""
    if isinstance(node, TranslateNode):
        said = [node.filter_expression, *([node.message_context] if node.message_context else [])]
        return not node.asvar and not node.noop and all(map(_is_literal, said))
    if isinstance(node, URLNode):
        return not node.asvar and all(map(_is_literal, [node.view_name, *node.args, *node.kwargs.values()]))
    return False


def _is_literal(expression: Any) -> bool:
    if not isinstance(expression, FilterExpression) or expression.filters:
        return False
    return not isinstance(expression.var, Variable) or expression.var.lookups is None
