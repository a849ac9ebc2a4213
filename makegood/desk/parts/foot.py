"""The foot of a message: where a reply is on its way, or why words were placed in this case."""

import datetime as dt
from html import escape

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from makegood.cases.models import CaseState, Delivery, Message, MessageKind, Shelf
from makegood.desk import places
from makegood.desk.parts.sheet import Sheet, button
from makegood.ui.templatetags.ui import icon, when

MOST_TROUBLE = 300
MENU_FORM = ' class="menu__form"'


def written(message: Message, sheet: Sheet) -> str:
    """What there is to say; often nothing."""
    placed = _placed(message, sheet) if message.kind == MessageKind.CUSTOMER or message.is_aside else ""
    return _delivery(message, sheet) + placed


def _delivery(message: Message, sheet: Sheet) -> str:
    if message.delivery == Delivery.LATER and message.release_at:
        return _later(message, sheet, leaves_at=message.release_at)
    held = message.delivery == Delivery.HELD
    if held and message.release_at and message.release_at > sheet.now:
        return _undo(message, sheet, until=message.release_at.isoformat())
    if message.delivery == Delivery.FAILED:
        trouble = escape(Truncator(message.trouble).chars(MOST_TROUBLE))
        again = (
            f'<button type="button" class="button" data-size="small" data-insert="text" value="{escape(message.text)}">'
            f"{escape(_('Write it again'))}</button>"
        )
        return _foot(f"<span><strong>{escape(_('Not delivered:'))}</strong> {trouble}</span>{again}")
    if held or message.delivery == Delivery.WAITING:
        return _foot(f"<span>{escape(_('Waiting to be sent'))}</span>")
    return ""


def _undo(message: Message, sheet: Sheet, *, until: str) -> str:
    words = _("Undo")
    key = f' data-key="u" data-key-label="{escape(words)}" data-count'
    undo = sheet.form("reply-undo", button(words, also=key), key=message.pk)
    return _foot(f"<span>{escape(_('It leaves in a moment.'))}</span>{undo}", also=f' data-until="{until}"')


def _later(message: Message, sheet: Sheet, *, leaves_at: dt.datetime) -> str:
    """When it leaves, whether a promise is due before, and what can be done about it."""
    told = escape(_("It leaves on %(when)s.")) % {"when": when(leaves_at, "full")}
    due_at = sheet.case.next_due_at
    if due_at < leaves_at:
        late = escape(_("A promise is due before: %(when)s.")) % {"when": when(due_at, "full")}
        told += f' <strong class="error">{late}</strong>'
    field = f"when-{message.pk}"
    another = (
        f'<label for="{field}">{escape(_("Let it leave"))}</label><input id="{field}" name="when" required maxlength="100"'
        f' autocomplete="off" placeholder="{escape(_("tomorrow 9"))}">{button(_("Change the time"))}'
    )
    menu = (
        f'<details class="menu" data-menu data-opens="up" id="later-{message.pk}"><summary>'
        f"{escape(_('Another time'))}</summary>"
        f'<div class="menu__list">{sheet.form("reply-departure", another, key=message.pk, also=MENU_FORM)}</div></details>'
    )
    takes_words = sheet.case.shelf == Shelf.NONE and sheet.case.state != CaseState.CLOSED
    now = sheet.form("reply-departure", button(_("Send now")), key=message.pk) if takes_words else ""
    back = sheet.form("reply-undo", button(_("Take it back")), key=message.pk)
    return _foot(f"<span>{told}</span>{now}{menu}{back}")


def _placed(message: Message, sheet: Sheet) -> str:
    """Why it is here, with the ways to put it elsewhere, and whether its sender is proved."""
    why, inside = places.told(message), ""
    if not message.authenticated and message.channel == "email":
        inside = f"<span>{icon('info')} {escape(_('Sender not proved'))}</span>"
    if message.is_aside:
        inside += f"<span>{escape(why)}</span><span>{escape(_('The customer never sees it.'))}</span>"
    elif why:
        inside += _wrong(message, sheet, why)
    return _foot(inside) if inside else ""


def _wrong(message: Message, sheet: Sheet, why: str) -> str:
    field = f"to-{message.pk}"
    apart = f"{sheet.address('case-split')}?message={message.pk}"
    split = f'<a href="{apart}">{escape(_("Split off into its own case"))}</a>'
    to_move = (
        f'<label for="{field}">{escape(_("Move to case"))}</label><span class="cluster"><input id="{field}" name="to"'
        f' required placeholder="C-…" size="10" autocomplete="off">{button(_("Move"))}</span>'
    )
    move = sheet.form("message-move", to_move, key=message.pk, also=MENU_FORM)
    return (
        f'<span>{escape(why)}</span><details class="menu" data-menu id="place-{message.pk}">'
        f'<summary>{escape(_("Wrong case?"))}</summary><div class="menu__list">'
        f"{split}{move}</div></details>"
    )


def _foot(inside: str, *, also: str = "") -> str:
    return f'<div class="message__foot"{also}>{inside}</div>'
