"""One person's reminders of a case. Reads only."""

from makegood.cases.models import Case, Reminder
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User

MINE = PreparedQuery(
    lambda case, staff: Reminder.objects.standing().filter(case=case, staff=staff).order_by("due_at", "id")
)


def of(case: Case, user: User) -> list[Reminder]:
    """Those that stand, the next first."""
    return MINE(case=case.pk, staff=user.pk)
