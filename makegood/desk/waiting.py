"""What waits for one person above every page of theirs: asked in one small question, as most people have nothing."""

from typing import Any

from django.db.models import Exists, QuerySet
from django.http import HttpRequest

from makegood.cases.models import Mention, PlannedReply, Reminder
from makegood.desk.mentioning import banners as mentioning
from makegood.desk.planning import banners as planning
from makegood.desk.reminding import banners as reminding
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User
from makegood.staff.permissions import WORK_CASES, may, person
from makegood.ui.banners import Banner


def _waiting(staff: Any) -> QuerySet[User, Any]:
    come, unread = Reminder.objects.come().filter(staff=staff), Mention.objects.unread().filter(staff=staff)
    returned = PlannedReply.objects.returned().filter(staff=staff)
    found: QuerySet[User, Any] = User.objects.filter(pk=staff).values_list(
        Exists(come), Exists(unread), Exists(returned)
    )
    return found


WAITING = PreparedQuery(_waiting)


def tell(request: HttpRequest) -> list[Banner]:
    """Reminders that have come, then replies that did not leave, then where they are named."""
    user = person(request)
    if not may(user, WORK_CASES):
        return []
    has_reminders, is_named, has_returned = next(iter(WAITING(staff=user.pk)), (False, False, False))
    found = reminding.come(user) if has_reminders else []
    found += planning.returned(user) if has_returned else []
    return found + (mentioning.named(user) if is_named else [])
