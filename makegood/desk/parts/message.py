"""A message of the thread: who said it, what, and how it looked. Nothing in it can act."""

import re
from html import escape

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from makegood.cases import among_words, forwarding
from makegood.cases.actions import CLAIM
from makegood.cases.models import Attachment, Delivery, Message, MessageKind, Shelf
from makegood.desk import invitations, reading
from makegood.desk.parts import foot
from makegood.desk.parts.sheet import Sheet
from makegood.ui import formatting, linking
from makegood.ui.templatetags.ui import badge, when

REMOTE = re.compile(r'<img[^>]*?\bsrc="https?:', re.IGNORECASE)
FROM = {MessageKind.CUSTOMER: "customer", MessageKind.REPLY: "us", MessageKind.NOTE: "note"}
STATES = {Delivery.FAILED: "failed", Delivery.LATER: "queued", Delivery.HELD: "queued", Delivery.WAITING: "queued"}
CAGE = "allow-same-origin allow-popups allow-popups-to-escape-sandbox"


def written(message: Message, sheet: Sheet, *, files: tuple[Attachment, ...], unread: bool) -> str:
    """The whole of it; `unread`: it came since this person last looked."""
    marked = " data-unread" if unread else ""
    state = f' data-state="{STATES[delivery]}"' if (delivery := Delivery(message.delivery)) in STATES else ""
    kind = FROM.get(MessageKind(message.kind), "system")
    return (
        f'<article class="message" id="m-{message.pk}" tabindex="-1" data-from="{kind}"{marked}{state}>'
        f"{_header(message, sheet, unread=unread)}{_words(message, sheet, files)}{_look(message, sheet)}{_files(message, files, sheet)}"
        f"{foot.written(message, sheet)}</article>"
    )


def _header(message: Message, sheet: Sheet, *, unread: bool) -> str:
    said_by = message.staff.name if message.staff else message.sender_name or message.sender
    marks = [f'<span class="visually-hidden">{escape(_("unread"))}</span>'] if unread else []
    if message.kind not in (MessageKind.CUSTOMER, MessageKind.REPLY):
        marks.append(badge(str(message.get_kind_display())))
    if message.stranger:
        marks.append(badge(_("Not of this case"), "bad"))
    if message.is_aside:
        marks.append(badge(_("Bcc")))
    if message.matched_by == CLAIM:
        marks.append(badge(_("Claim"), "bad"))
    if message.why_due_at:
        marks.append(badge(_("Tells why, with a new date"), "accent"))
    return (
        f'<header><strong dir="auto" data-name>{escape(said_by or str(sheet.case.customer))}</strong>'
        f"{''.join(marks)}{when(message.at)}{_forward(message, sheet)}{_receivers(message)}</header>"
    )


def _forward(message: Message, sheet: Sheet) -> str:
    """Of several the key means the one that is read, else the newest."""
    if not forwarding.may_leave(message) or sheet.case.shelf != Shelf.NONE:
        return ""
    words = escape(pgettext("message", "Forward"))
    key = f'data-key="d" data-key-each data-key-label="{escape(_("Forward a message"))}"'
    return f'<a class="message__act" {key} href="{sheet.address("message-forwarding", message.pk)}">{words}</a>'


def _receivers(message: Message) -> str:
    if message.kind != MessageKind.REPLY and not message.cc:
        return ""
    to = escape(_("to %(to)s") % {"to": ", ".join(message.to)}) if message.to else ""
    cc = " " + escape(_("cc %(cc)s") % {"cc": ", ".join(message.cc)}) if message.cc else ""
    bcc = " " + escape(_("bcc %(bcc)s") % {"bcc": ", ".join(message.bcc)}) if message.bcc else ""
    return f'<span class="message__to">{to}{cc}{bcc}</span>'


def _words(message: Message, sheet: Sheet, files: tuple[Attachment, ...]) -> str:
    """What they wrote, the invitation that came with it, and what they quoted; long words are folded."""
    words, quote = reading.opening(message.text), reading.opening(message.quoted)
    language = f' lang="{escape(message.language)}"' if message.language else ""
    addresses = among_words.shown(message, files, lambda one: sheet.address("case-file", one.pk))
    shown = formatting.formatted(words.text, addresses) if message.is_ours else linking.linked(words.text)
    body = f'<div class="message__body" dir="auto"{language}>{shown}</div>' if words.text else ""
    if words.more:
        body = f'<div id="w-{message.pk}">{body}{_whole(message, sheet, words.more)}</div>'
    elif not body and not message.html:
        body = f'<p class="soft small">{escape(_("Without words"))}</p>'
    if message.invitation:
        told = {"invitation": invitations.told(message.invitation)}
        body += render_to_string("desk/_invitation.html", told)
    if quote.text:
        more = f'<div id="w-{message.pk}">{_whole(message, sheet, quote.more)}</div>' if quote.more else ""
        verbatim = f'<div class="verbatim" dir="auto">{escape(quote.text)}</div>'
        body += _folded(_("Earlier words"), verbatim + ("" if words.more else more))
    return body


def _whole(message: Message, sheet: Sheet, more: int) -> str:
    address = sheet.address("message-words", message.pk)
    words = ngettext("Show it whole: %(more)s more line", "Show it whole: %(more)s more lines", more) % {"more": more}
    return (
        f'<p class="message__more"><a class="button" data-size="small" href="{address}" hx-get="{address}"'
        f' hx-target="#w-{message.pk}" hx-swap="outerHTML">{escape(words)}</a></p>'
    )


def _look(message: Message, sheet: Sheet) -> str:
    """The mail as it looked, in a frame where nothing acts, fetched when it is opened."""
    if not message.html:
        return ""
    address = sheet.address("message-html", message.pk)
    frame = (
        f'<iframe class="message__html" name="look-{message.pk}" loading="lazy" sandbox="{CAGE}"'
        f' title="{escape(_("The mail as it looked"))}" src="{address}"></iframe>'
    )
    images = (
        f'<p><a class="button" data-size="small" target="look-{message.pk}" href="{address}?images=1">'
        f"{escape(_('Show images from elsewhere'))}</a>"
        f' <span class="hint">{escape(_("Their sender sees that you looked."))}</span></p>'
    )
    return _folded(_("As it looked"), frame + (images if REMOTE.search(message.html) else ""))


def _folded(title: str, inside: str) -> str:
    return f'<details class="quote"><summary>{escape(title)}</summary><div>{inside}</div></details>'


def _files(message: Message, files: tuple[Attachment, ...], sheet: Sheet) -> str:
    below = [one for one in files if not among_words.stands_there(one, message)]
    if not below:
        return ""
    return render_to_string("desk/_files.html", {"case": sheet.case, "files": reading.laid_out(below)})
