"""Setting a reminder, and finishing it."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from makegood.cases import actions as cases
from makegood.cases.models import Case, Reminder
from makegood.desk.snoozing import typed
from makegood.desk.snoozing.understanding import facts
from makegood.desk.snoozing.views import again
from makegood.desk.views.acts import act, back
from makegood.events.refusals import Refusal
from makegood.staff.models import User
from makegood.ui import wording

LONGEST_NOTE = 500


@act()
def remind(request: HttpRequest, case: Case, user: User) -> HttpResponse:
    """Set one for the time that is typed, once whoever typed it has seen how it is understood."""
    now, note = timezone.now(), request.POST.get("note", "")[:LONGEST_NOTE]
    wanted, told = typed.read(request.POST, case, by=user, now=now), ""
    if wanted.at is not None and wanted.is_shown:
        try:
            cases.remind(case, due_at=wanted.at, note=note, by=user, at=now)
        except Refusal as refusal:
            told = str(refusal)
        else:
            messages.success(request, _("You will be reminded on %(when)s.") % {"when": wording.full(wanted.at)})
            return back(request, case, to="reminders")
    filled = facts("reminder", case, wanted, told=told, is_pressed=True) | {"note": note}
    return again(request, user, case, reminding=filled, status=422)


@act()
def finish(request: HttpRequest, case: Case, user: User, key: uuid.UUID) -> HttpResponse:
    """It is done, or wanted no more."""
    reminder = get_object_or_404(Reminder.objects.select_related("case"), pk=key, case=case, staff=user)
    cases.finish_reminder(reminder, by=user, at=timezone.now())
    return back(request, case, to="reminders")
