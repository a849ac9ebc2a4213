"""The orders of a case's customer: what was bought, promised at the sale and entitled to, and which one this is about."""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from makegood.desk.parts.sheet import Sheet, button
from makegood.desk.sales.bought import Bought, Told
from makegood.orders.differences import Difference
from makegood.orders.models import Entitlement, OrderState
from makegood.promises import money
from makegood.ui import wording
from makegood.ui.addresses import address
from makegood.ui.templatetags.ui import badge, clock, when


def written(orders: Iterable[Bought], sheet: Sheet) -> SafeString:
    """Orders, the newest first, each as an item of a list."""
    return SafeString("\n".join(_order(one, sheet) for one in orders))


def _order(one: Bought, sheet: Sheet) -> str:
    order = one.order
    name = escape(_("Order %(number)s") % {"number": order.number})
    state = escape(str(OrderState(order.state).label))
    price = escape(money.told(order.total, order.currency, get_language() or "en"))
    lines = ", ".join(f"{line.pieces} × {escape(line.words)}" for line in one.of("line"))
    marks: list[str] = [badge(str(one.difference.label), "bad")] if one.difference else []
    marks += [_claim(told) for told in one.of("claim")]
    return (
        f'<li id="{order.ref}" tabindex="-1"><a href="{address("order", order.ref)}">{name}</a>'
        f"<span>{state} · {when(order.placed_at)} · {price}</span>{''.join(f' {mark}' for mark in marks)}"
        f'<p class="small" dir="auto">{lines}</p>{_days(one)}{_promises(one.of("promise"))}{_entitled(one)}'
        f"{_about(one, sheet)}</li>"
    )


def _claim(told: Told) -> str:
    difference = Difference(told.words).label
    words = _("Claimed: %(difference)s") % {"difference": difference}
    return f"{badge(words, 'bad')}"


def _days(one: Bought) -> str:
    """Promised against delivered."""
    order = one.order
    told = []
    if order.promised_at:
        told.append(f"{escape(_('Promised by'))} {when(order.promised_at)}")
    if order.cancelled_at:
        told.append(f"{escape(_('Cancelled on'))} {when(order.cancelled_at)}")
    elif order.delivered_at:
        told.append(f"{escape(_('Delivered on'))} {when(order.delivered_at)}")
    return f'<p class="small">{" · ".join(told)}</p>' if told else ""


def _promises(promised: list[Told]) -> str:
    """What was promised at the sale, with its clock."""
    items = [
        f'<li>{clock(one.settled_at or one.at, one.state)}<span class="ledger__what" dir="auto">'
        f"{escape(one.words or _('Delivery'))}</span></li>"
        for one in promised
    ]
    return f'<ul class="ledger">{"".join(items)}</ul>' if items else ""


def _entitled(one: Bought) -> str:
    told = []
    for each in one.of(*Entitlement.Kind.values):
        known = {"what": f"{Entitlement.Kind(each.kind).label}: {each.words}" if each.words else _kind(each)}
        if each.at:
            known["day"] = wording.day(wording.local(each.at))
            told.append(_("%(what)s, until %(day)s") % known)
        else:
            told.append(known["what"])
    return "".join(f'<p class="small" dir="auto">{escape(words)}</p>' for words in told)


def _kind(told: Told) -> str:
    return str(Entitlement.Kind(told.kind).label)


def _about(one: Bought, sheet: Sheet) -> str:
    """Whether this case is about the order, or the press that says so."""
    if one.of("concern"):
        return f'<p class="small"><strong>{escape(_("This case is about this order."))}</strong></p>'
    label = escape(_("This case is about order %(number)s") % {"number": one.order.number})
    hidden = f'<input type="hidden" name="order" value="{one.order.ref}">'
    return sheet.form("case-orders", hidden + button(_("This case is about it"), also=f' aria-label="{label}"'))
