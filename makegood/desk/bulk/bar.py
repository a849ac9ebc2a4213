"""What a list offers to do to the cases that are ticked. Reads only."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from makegood.brands import scope
from makegood.cases.many import going
from makegood.desk import inbox
from makegood.desk.kinds import panel as kinds
from makegood.staff.models import Team, User

MOST = 500


def offered(user: User, asked: str) -> dict[str, Any]:
    """Colleagues of one's teams, all teams, and the kinds in use; and how the bulk work goes that an address asks for (`bulk`)."""
    people = User.objects.working().filter(teams__in=scope.of(user).teams).order_by("name").distinct()
    return {
        "picks": True,
        "colleagues": people.values_list("pk", "name")[:MOST],
        "teams": Team.objects.values_list("pk", "name")[:MOST],
        "kinds": [(kind.pk, str(kind)) for kind in kinds.IN_USE()],
        "going": going.named(user, asked),
    }


def of(view: inbox.View, user: User, asked: str, after: str = "") -> dict[str, Any]:
    """The same for a view of the inbox, of which the page behind the cursor `after` is shown; nothing for one whose cases are accepted or restored."""
    if view.asks or view.key == "deleted":
        return {"picks": False}
    return offered(user, asked) | {
        "bulk_url": reverse("inbox-bulk", args=[view.key]) + (f"?{urlencode({'after': after})}" if after else ""),
        "behind": urlencode({"in": view.key}),
        "all_label": _("All of this view, up to ten thousand"),
    }
