"""Notes about a customer: written, changed and removed by whoever works with them."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.customers.actions.holding import hold_known
from makegood.customers.models import Customer, Note
from makegood.customers.models.note import LONGEST_NOTE
from makegood.customers.note_events import NoteChanged, NoteRemoved, NoteWritten
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User


@verb
def write_note(customer: Customer, *, text: str, by: User, at: dt.datetime) -> Note:
    """Note something about a customer. Raises Refusal without words, and for one who was erased."""
    note = Note(customer=hold_known(customer), text=_checked(text), by=by, at=at)
    note.save(force_insert=True)
    record(NoteWritten(note=str(note.pk)), about=note.customer.key, at=at, by=by.key)
    return note


@verb
def change_note(note: Note, *, text: str, version: int, by: User, at: dt.datetime) -> Note:
    """Other words. `version`: the one that was read; the same words change nothing. Raises Refusal where a colleague has
    changed or removed it since, and without words."""
    text, held = _checked(text), _hold(note)
    if held.text == text:
        return held
    if held.version != version:
        raise Refusal(_("A colleague changed this note meanwhile. It stands above; yours is still here."), field="text")
    held.text, held.version, held.changed_by, held.changed_at = text, version + 1, by, at
    held.save(update_fields=["text", "version", "changed_by", "changed_at"])
    record(NoteChanged(note=str(held.pk)), about=held.customer.key, at=at, by=by.key)
    return held


@verb
def remove_note(note: Note, *, by: User, at: dt.datetime) -> None:
    """Its words are gone; that there was one stays. Raises Refusal where it was removed before."""
    held = _hold(note)
    record(NoteRemoved(note=str(held.pk)), about=held.customer.key, at=at, by=by.key)
    held.delete()


def _hold(note: Note) -> Note:
    found = Note.objects.select_for_update(of=("self",)).select_related("customer").filter(pk=note.pk).first()
    if found is None:
        raise Refusal(_("A colleague removed this note meanwhile."), field="text")
    return found


def _checked(text: str) -> str:
    text = text.replace("\r\n", "\n").strip()[:LONGEST_NOTE]
    if not text:
        raise Refusal(_("Write the note first."), field="text")
    return text
