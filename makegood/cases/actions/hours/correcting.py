"""Time that was noted is corrected by hand, or removed with a reason. What it said before is kept beside it."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext as _

from makegood.cases import hour_events as events
from makegood.cases.actions.hours.noting import checked_minutes
from makegood.cases.models import TimeChange, TimeEntry
from makegood.cases.models.hours import LONGEST_NOTE
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User


@verb
def correct_time(entry: TimeEntry, *, minutes: int, note: str, by: User, at: dt.datetime) -> None:
    """Change minutes and note. The same again changes nothing. Raises Refusal."""
    entry = _held(entry)
    note, minutes = note.strip()[:LONGEST_NOTE], checked_minutes(minutes)
    if (entry.minutes, entry.note) == (minutes, note):
        return
    was = _keep_as_it_was(entry, minutes=minutes, reason="", by=by, at=at)
    entry.minutes, entry.note, entry.changed_at = minutes, note, at
    entry.save(update_fields=["minutes", "note", "changed_at"])
    fact = events.TimeCorrected(entry=str(entry.pk), staff=entry.staff.key, was=was, minutes=minutes)
    record(fact, about=entry.case.present.ref, at=at, by=by.key, facets=entry.case.facets)


@verb
def remove_time(entry: TimeEntry, *, reason: str, by: User, at: dt.datetime) -> None:
    """It counts no more. Raises Refusal without a reason."""
    entry, reason = _held(entry), reason.strip()[:LONGEST_NOTE]
    if not reason:
        raise Refusal(_("Say why it is removed."), field="reason")
    was = _keep_as_it_was(entry, minutes=None, reason=reason, by=by, at=at)
    entry.removed_at = at
    entry.save(update_fields=["removed_at"])
    fact = events.TimeRemoved(entry=str(entry.pk), staff=entry.staff.key, was=was)
    record(fact, about=entry.case.present.ref, at=at, by=by.key, facets=entry.case.facets)


@verb
def erase_time_notes(customers: Collection[uuid.UUID]) -> int:
    """A customer is erased: what was noted beside the minutes of their cases goes, too; in how many entries."""
    theirs = TimeEntry.objects.filter(case__customer__in=customers)
    TimeChange.objects.filter(~Q(was_note="", reason=""), entry__in=theirs.values("pk")).update(was_note="", reason="")
    return theirs.exclude(note="").update(note="")


def _held(entry: TimeEntry) -> TimeEntry:
    """The entry as it stands now, held by this transaction. Raises Refusal for one that is removed."""
    held = TimeEntry.objects.select_for_update(of=("self",)).select_related("case", "staff").get(pk=entry.pk)
    if held.removed_at is not None:
        raise Refusal(_("This was removed."))
    return held


def _keep_as_it_was(entry: TimeEntry, *, minutes: int | None, reason: str, by: User, at: dt.datetime) -> int:
    change = TimeChange(
        entry=entry, by=by, at=at, was_minutes=entry.minutes, was_note=entry.note, minutes=minutes, reason=reason
    )
    change.save(force_insert=True)
    return entry.minutes
