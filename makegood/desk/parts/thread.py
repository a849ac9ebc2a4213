"""The thread: what was said and what happened, in one order."""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString

from makegood.desk.parts import message
from makegood.desk.parts.sheet import Sheet, button
from makegood.desk.timeline import Entry
from makegood.ui.addresses import address
from makegood.ui.templatetags.ui import when


def written(entries: Iterable[Entry], sheet: Sheet) -> SafeString:
    """A stretch of it, an entry a line."""
    return SafeString("\n".join(_entry(one, sheet) for one in entries))


def _entry(one: Entry, sheet: Sheet) -> str:
    if one.message is not None:
        return message.written(one.message, sheet, files=one.files, unread=one.unread)
    tone = f' data-tone="{one.tone}"' if one.tone else ""
    told = f"<span data-name>{_linked(one)}</span> {when(one.at)}"
    if one.undo is None:
        return f'<p class="happening"{tone}>{told}</p>'
    form = sheet.form(one.undo.address, button(one.undo.label), key=one.undo.key)
    return f'<div class="happening" data-undo{tone}><span>{told}</span>{form}</div>'


def _linked(one: Entry) -> str:
    """The sentence, with the case that it names as a link."""
    sentence = escape(one.sentence)
    if not one.other:
        return sentence
    link = f'<a href="{address("case", one.other)}">{escape(one.other)}</a>'
    return sentence.replace(escape(one.other), link)
