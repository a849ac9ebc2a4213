"""Words and shapes of the desk's pages."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info

from makegood.cases import among_words
from makegood.cases.models import Case, Message, Party, Presence
from makegood.desk import channels, questions, reading, rows
from makegood.desk.parts import ledger as ledgers
from makegood.desk.parts import thread
from makegood.desk.parts.sheet import Sheet
from makegood.desk.timeline import Entry
from makegood.promises.models import Commitment
from makegood.ui import formatting, linking, wording

register = template.Library()


@register.simple_tag
def words_of(message: Message, case: Case) -> SafeString:
    """What a colleague wrote, with its marks and its pictures."""
    files = message.attachments.all()
    shown = among_words.shown(message, files, lambda one: reverse("case-file", args=[case.ref, one.pk]))
    return formatting.formatted(message.text, shown)


@register.simple_tag
def case_rows(
    listed: list[rows.Row],
    name: str,
    within: str = "",
    here: str = "",
    token: str = "",
    columns: Any = rows.COLUMNS,
    ticks: str = "",
    chosen: Any = (),
) -> SafeString:
    """Cases as rows of a list, as list items called `name`; `here` is the reference of the case that the page shows;
    with a form's `token`, what is offered can be accepted; of the `columns` that there may be they show these; each can be ticked for the form `ticks`,
    and those `chosen` are."""
    return rows.written(
        listed, name=name, within=within, here=here, token=str(token), columns=columns, ticks=ticks, chosen=chosen or ()
    )


@register.simple_tag
def told(entries: Iterable[Entry], sheet: Sheet) -> SafeString:
    """A stretch of what was said and what happened."""
    return thread.written(entries, sheet)


@register.simple_tag
def ledger(commitments: Iterable[Commitment], sheet: Sheet) -> SafeString:
    """Promises with their clocks."""
    return ledgers.written(commitments, sheet)


@register.filter
def presence_key(ref: str) -> str:
    """What is heard when somebody comes to a case or goes."""
    return Presence.name_of(ref)


@register.filter
def presence_keys(listed: list[rows.Row]) -> str:
    """The same for the cases of a list."""
    return " ".join(Presence.name_of(row["ref"]) for row in listed)


@register.filter
def opening(text: str) -> reading.Opening:
    """The beginning of a text, and how much lies behind it."""
    return reading.opening(text)


@register.filter
def linked(text: str) -> SafeString:
    """Text with its addresses as links."""
    return linking.linked(text)


@register.filter
def day_in(at: dt.datetime, zone: str) -> str:
    """The day of a moment in somebody's time zone, in words of the reader's language."""
    return wording.day(wording.local(at, ZoneInfo(zone)))


@register.filter
def language_name(code: str) -> str:
    """A language in its own words."""
    try:
        return str(get_language_info(code)["name_local"]).capitalize() if code else ""
    except KeyError:
        return code


@register.filter
def channel_name(code: str) -> str:
    """What a channel is called."""
    return channels.name(code)


@register.filter
def breakable(address: str) -> SafeString:
    """A mail address that breaks before its @, rather than in the middle of a word."""
    return SafeString(escape(address).replace("@", "<wbr>@"))


@register.filter
def page_of(about: str) -> str:
    """Where a case, an order or a known problem has its page; "" for what has none."""
    page = {"C": "case", "O": "order", "P": "problem"}.get(about[:1], "")
    return reverse(page, args=[about]) if page else ""


@register.filter
def customer_name(case: Case) -> str:
    """Who it is about: the name, else the address, else the reference."""
    if case.customer.name:
        return case.customer.name
    asking = (one for one in questions.parties_of(case) if one.role == Party.Role.CUSTOMER and one.address)
    party = next(asking, None)
    return party.address if party else case.customer.ref


@register.filter
def span(length: dt.timedelta) -> str:
    """A length of time as hours and minutes: 4:30."""
    minutes = int(length.total_seconds() // 60)
    seconds = int(length.total_seconds() % 60)
    told = f"{minutes // 60}:{minutes % 60:02}"
    return f"{told}:{seconds:02}" if seconds else told


@register.filter
def clock_time(moment: dt.datetime) -> str:
    """Hours and minutes in the moment's own zone, which is the calendar's and not the viewer's."""
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


@register.filter
def state_tone(case: Case) -> str:
    """The tone of a state's badge."""
    return {"new": "accent", "waiting": "soon", "resolved": "good"}.get(case.state, "")
