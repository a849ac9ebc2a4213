"""What a list offers to do to the cases that are ticked. Reads only."""

from typing import Any

from makegood.brands import scope
from makegood.desk import inbox
from makegood.desk.bulk import going
from makegood.desk.kinds import panel as kinds
from makegood.staff.models import Team, User

MOST = 500


def of(view: inbox.View, user: User, asked: str) -> dict[str, Any]:
    """Colleagues of one's teams, all teams, and the kinds in use; and how the bulk work goes that an address asks for (`bulk`)."""
    if view.asks or view.key == "deleted":
        return {"picks": False}
    people = User.objects.working().filter(teams__in=scope.of(user).teams).order_by("name").distinct()
    return {
        "picks": True,
        "colleagues": people.values_list("pk", "name")[:MOST],
        "teams": Team.objects.values_list("pk", "name")[:MOST],
        "kinds": [(kind.pk, str(kind)) for kind in kinds.IN_USE()],
        "going": going.named(user, asked),
    }
