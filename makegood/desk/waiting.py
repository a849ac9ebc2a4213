"""What waits for one person above every page of theirs: most people have nothing."""

from django.http import HttpRequest

from makegood.brands import standing
from makegood.cases.models import Mention, PlannedReply, Reminder
from makegood.desk.mentioning import banners as mentioning
from makegood.desk.planning import banners as planning
from makegood.desk.reminding import banners as reminding
from makegood.staff.permissions import WORK_CASES, may, person
from makegood.ui.banners import Banner

standing.ask("reminded", lambda user: Reminder.objects.come().filter(staff=user))
standing.ask("named", lambda user: Mention.objects.unread().filter(staff=user))
standing.ask("returned", lambda user: PlannedReply.objects.returned().filter(staff=user))


def tell(request: HttpRequest) -> list[Banner]:
    """Reminders that have come, then replies that did not leave, then where they are named."""
    user = person(request)
    if not may(user, WORK_CASES):
        return []
    waits = standing.of(user)
    found = reminding.come(user) if waits["reminded"] else []
    found += planning.returned(user) if waits["returned"] else []
    return found + (mentioning.named(user) if waits["named"] else [])
