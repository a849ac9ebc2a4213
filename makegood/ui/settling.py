"""What is the same at each rendering of a template is done once, when it is read: for a language, so that words are, too.

A page has more fixed words, drawings, addresses and parts of its own than anything else. Nodes whose outcome is known become
text; others are replaced by ones that have less left to do, and that come out as Django's own do.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.template import Context, Template
from django.template.base import FilterExpression, Node, NodeList, TextNode, Variable, render_value_in_context
from django.template.defaulttags import CycleNode, IfChangedNode, IfNode, URLNode
from django.template.library import SimpleNode
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.templatetags.i18n import BlockTranslateNode, LanguageNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.html import escape
from django.utils.translation import gettext, pgettext

from makegood.ui.addresses import address

Get = Callable[[str], Template | None]
Tag = TypeVar("Tag", bound=Callable[..., Any])
# What a part of a page may not hold to be read into it: these know in which template they stand.
KNOW_THEIR_TEMPLATE = (ExtendsNode, BlockNode, CycleNode, IfChangedNode)
FIXED = "_makegood_fixed"


def fixed(tag: Tag) -> Tag:
    """Marks a simple tag that comes out the same each time in one language, if what it is given does."""
    setattr(tag, FIXED, True)
    return tag


def settle(nodes: NodeList, context: Context, get: Get) -> NodeList:
    """The same nodes: fixed ones and what stands beside them made one text, here and in all that they hold. `context` is an
    empty one, `get` reads the template of a name.

    Lists are replaced and never changed, as another thread may be rendering them.
    """
    settled = NodeList()
    settled.contains_nontext = nodes.contains_nontext
    for node in nodes:
        known = _known(node, context, get)
        if isinstance(known, TextNode) and settled and isinstance(settled[-1], TextNode):
            settled[-1] = TextNode(settled[-1].s + known.s)
            continue
        _settle_within(known, context, get)
        settled.append(known)
    return settled


def _settle_within(node: Node, context: Context, get: Get) -> None:
    if isinstance(node, LanguageNode | Part):
        return  # in a language that is not known yet; settled already
    if isinstance(node, IfNode):
        node.conditions_nodelists = [
            (condition, settle(nodes, context, get)) for condition, nodes in node.conditions_nodelists
        ]
        return
    for name in node.child_nodelists:
        nodes = getattr(node, name, None)
        if isinstance(nodes, NodeList):
            setattr(node, name, settle(nodes, context, get))


def _known(node: Node, context: Context, get: Get) -> Node:
    """What takes the place of a node: text, a node with less to do, or itself."""
    made: Node | None = None
    if isinstance(node, IncludeNode):
        made = _part(node, get)
    elif isinstance(node, BlockTranslateNode):
        made = _sentence(node)
    elif isinstance(node, URLNode) and node.args and not node.kwargs and not node.asvar and _is_literal(node.view_name):
        made = Address(str(node.view_name.var), node.args)
    if made is None and _is_fixed(node):
        kept = node.asvar if isinstance(node, URLNode | TranslateNode) else None
        text = node.render(context)
        made = Kept(kept, context[kept]) if kept else TextNode(text)
    if made is None:
        return node
    for name in ("token", "origin"):  # by which an error is found
        if hasattr(node, name):
            setattr(made, name, getattr(node, name))
    return made


class Kept(Node):
    """A value that is known, kept under a name: `{% url "search" as search_url %}`."""

    def __init__(self, name: str, value: Any) -> None:
        self.name, self.value = name, value

    def render(self, context: Context) -> str:
        context[self.name] = self.value
        return ""


class Address(Node):
    """`{% url %}` of a page whose name is known."""

    def __init__(self, name: str, values: list[FilterExpression]) -> None:
        self.name, self.values = name, values

    def render(self, context: Context) -> str:
        found = address(self.name, *[value.resolve(context) for value in self.values])
        return escape(found) if context.autoescape else found


class Sentence(Node):
    """`{% blocktranslate %}` without a plural: a translated sentence with places for values."""

    def __init__(self, said: str, values: Mapping[str, FilterExpression]) -> None:
        self.said, self.values = said, values

    def render(self, context: Context) -> str:
        values = {name: render_value_in_context(value.resolve(context), context) for name, value in self.values.items()}
        return self.said % values


class Part(Node):
    """`{% include %}` of a template whose name is known: what it holds, without looking for it again. It may hold itself."""

    def __init__(self, template: Template, values: Mapping[str, FilterExpression], *, is_alone: bool) -> None:
        self.template, self.values, self.is_alone = template, values, is_alone

    def render(self, context: Context) -> str:
        values = {name: value.resolve(context) for name, value in self.values.items()}
        if self.is_alone:
            return self.template.nodelist.render(context.new(values))
        with context.push(**values):
            return self.template.nodelist.render(context)


def _part(node: IncludeNode, get: Get) -> Part | None:
    if not _is_literal(node.template) or str(node.template.var).startswith("."):
        return None
    template = get(str(node.template.var))
    if template is None or any(template.nodelist.get_nodes_by_type(kind) for kind in KNOW_THEIR_TEMPLATE):
        return None
    return Part(template, node.extra_context, is_alone=node.isolated_context)


def _sentence(node: BlockTranslateNode) -> Node | None:
    if node.plural or node.asvar or (node.message_context and not _is_literal(node.message_context)):
        return None
    message, names = node.render_token_list(node.singular)
    if not set(names) <= set(node.extra_context):
        return None
    said = pgettext(str(node.message_context.var), message) if node.message_context else gettext(message)
    try:
        text = said % dict.fromkeys(names, "")
    except (KeyError, ValueError):
        return None  # Django says what is wrong with it
    return Sentence(said, {name: node.extra_context[name] for name in names}) if names else TextNode(text)


def _is_fixed(node: Node) -> bool:
    """Whether it comes out the same each time."""
    if isinstance(node, TranslateNode):
        said = [node.filter_expression, *([node.message_context] if node.message_context else [])]
        return not node.noop and all(map(_is_literal, said))
    if isinstance(node, URLNode):
        return all(map(_is_literal, [node.view_name, *node.args, *node.kwargs.values()]))
    if isinstance(node, StaticNode):
        return node.varname is None and _is_literal(node.path)
    if isinstance(node, SimpleNode) and getattr(node.func, FIXED, False):
        return node.target_var is None and all(map(_is_literal, [*node.args, *node.kwargs.values()]))
    return False


def _is_literal(expression: Any) -> bool:
    if not isinstance(expression, FilterExpression) or expression.filters:
        return False
    return not isinstance(expression.var, Variable) or expression.var.lookups is None
