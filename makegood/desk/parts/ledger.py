"""The ledger of a case: each promise with its clock, and the acts on what somebody promised in their own words."""

import datetime as dt
from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from makegood.desk.parts.sheet import Sheet, button
from makegood.promises import sentences
from makegood.promises.models import Commitment
from makegood.ui import wording
from makegood.ui.templatetags.ui import clock, icon, when


def written(commitments: Iterable[Commitment], sheet: Sheet) -> SafeString:
    """Promises, a line each."""
    return SafeString("".join(_line(one, sheet) for one in commitments))


def _line(one: Commitment, sheet: Sheet) -> str:
    time = f"{clock(one.settled_at or one.due_at, one.state)}"
    if not one.is_by_hand:
        name = sentences.name(one.key)
        what = f'<span class="ledger__what">{escape(name)}</span>'
        return f"<li>{time}{what}{_explain(one, name, sheet)}{_more(one, sheet)}</li>"
    what = f'<q class="ledger__what" dir="auto">{escape(one.words)}</q>'
    told = f"{time}{what}{_explain(one, one.words, sheet)}{_more(one, sheet)}"
    return f'<li id="p-{one.pk}" tabindex="-1">{told}{_acts(one, sheet)}</li>'


def _explain(one: Commitment, name: str, sheet: Sheet) -> str:
    label = escape(_("Explain %(promise)s") % {"promise": name})
    return f'<a href="{sheet.address("case-promise", one.pk)}" aria-label="{label}">{escape(_("Explain"))}</a>'


def _more(one: Commitment, sheet: Sheet) -> str:
    """When it was done after all, or the moment that its clock counts to."""
    if one.done_at:
        words, at = _("done late"), one.done_at
    elif one.due_at and not one.settled_at and one.due_at - sheet.now < wording.COUNTED:
        words, at = _("due"), one.due_at
    else:
        return ""
    return f'<span class="ledger__more">{escape(words)} {when(at)}</span>'


def _acts(one: Commitment, sheet: Sheet) -> str:
    """Only a person can say that it is done, and may take that back for as long as a reply."""
    if one.owed:
        label = escape(_("Done: %(promise)s") % {"promise": one.words})
        words = f"{icon('check')} {escape(pgettext('a promise', 'Done'))}"
        done = f'<button class="button" data-size="small" aria-label="{label}">{words}</button>'
        return sheet.form("promise-keeping", done, key=one.pk, also=' class="ledger__acts"')
    if one.finished_at is None:
        return ""
    until = one.finished_at + dt.timedelta(seconds=sheet.user.undo_seconds)
    if until <= sheet.now:
        return ""
    also = f' class="ledger__acts" data-until="{until.isoformat()}"'
    return sheet.form("promise-undo", button(_("Undo"), also=" data-count"), key=one.pk, also=also)
