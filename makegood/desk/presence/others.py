"""Who else is at a case. Reads only."""

import datetime as dt

from makegood.cases.models import Case, Presence
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import User

AT_CASE = PreparedQuery(
    lambda case, staff, at: (
        Presence.objects.now(at).filter(case=case).exclude(staff=staff).select_related("staff").order_by("pk")
    )
)


def at_case(case: Case, user: User, *, now: dt.datetime) -> list[Presence]:
    """The others, whoever came first first."""
    return AT_CASE(case=case.pk, staff=user.pk, at=now)
