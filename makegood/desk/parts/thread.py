"""The thread: what was said and what happened, in one order."""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString

from makegood.desk.parts import message
from makegood.desk.parts.sheet import Sheet
from makegood.desk.timeline import Entry
from makegood.ui.templatetags.ui import when


def written(entries: Iterable[Entry], sheet: Sheet) -> SafeString:
    """A stretch of it, an entry a line."""
    return SafeString("\n".join(_entry(one, sheet) for one in entries))


def _entry(one: Entry, sheet: Sheet) -> str:
    if one.message is not None:
        return message.written(one.message, sheet, files=one.files, unread=one.unread)
    tone = f' data-tone="{one.tone}"' if one.tone else ""
    return f'<p class="happening"{tone}><span data-name>{escape(one.sentence)}</span> {when(one.at)}</p>'
