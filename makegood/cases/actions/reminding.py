"""Being reminded of a case: set by a person for themselves, coming at its time, done."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.utils.translation import gettext as _

from makegood.calendars import our_days
from makegood.cases import events
from makegood.cases.models import Case, Reminder
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User

BATCH = 100
MOST = 20  # that one person may have standing in one case


@verb
def remind(case: Case, *, due_at: dt.datetime, note: str = "", by: User, at: dt.datetime) -> Reminder:
    """Remind this person of the case at a time. Raises Refusal for a time that has gone by, or is beyond our days."""
    if due_at <= at:
        raise Refusal(_("This time has gone by. Say one that lies ahead."), field="when")
    our_days.check(due_at, field="when")
    if Reminder.objects.standing().filter(case=case, staff=by).count() >= MOST:
        raise Refusal(_("You have many reminders in this case already. Finish some of them first."), field="when")
    set_ = Reminder(case=case, staff=by, note=note.strip()[:500], due_at=due_at)
    set_.save(force_insert=True)
    record(events.ReminderSet(reminder=str(set_.pk), case=case.ref), about=by.key, at=at, by=by.key)
    return set_


@verb
def finish_reminder(reminder: Reminder, *, by: User, at: dt.datetime) -> None:
    """It is done, or wanted no more. Said twice, it is once."""
    standing = Reminder.objects.standing().filter(pk=reminder.pk)
    if standing.update(done_at=at):
        fact = events.ReminderDone(reminder=str(reminder.pk), case=reminder.case.ref)
        record(fact, about=by.key, at=at, by=by.key)


def remind_due(*, at: dt.datetime) -> int:
    """Let the reminders come whose time it is; how many."""
    due = Reminder.objects.to_come().filter(due_at__lte=at)
    return sum(_come(pk, at) for pk in list(due.values_list("pk", flat=True)[:BATCH]))


@verb
def _come(pk: uuid.UUID, at: dt.datetime) -> bool:
    reminder = Reminder.objects.select_related("case", "staff").get(pk=pk)
    waiting = Reminder.objects.to_come().filter(pk=pk)
    if not Case.objects.visible_to(reminder.staff).filter(pk=reminder.case_id).exists():
        return bool(waiting.update(done_at=at))  # they left, or their team no longer serves the brand
    if not waiting.update(came_at=at):
        return False  # done, or come by another worker
    fact = events.ReminderCame(reminder=str(pk), case=reminder.case.ref)
    record(fact, about=reminder.staff.key, at=at)
    return True


@verb
def erase_reminders(customers: Collection[uuid.UUID]) -> int:
    """A customer is erased: what people noted of them for themselves goes, too; in how many reminders."""
    return Reminder.objects.filter(case__customer__in=customers).exclude(note="").update(note="")
