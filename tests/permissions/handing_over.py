"""A case that is offered, in the house of the permissions: to a team of Hale's with an agent, a lead, an administrator."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.staff import actions as staff
from makegood.staff.models import User

ANSWERS = ("handover-acceptance", "handover-refusal", "handover-withdrawal")


def build(case: Case, by: User, members: Iterable[User], *, at: dt.datetime) -> None:
    """Offered to whoever of the team accepts it."""
    team = staff.make_team(name="Money", by="", at=at)
    team.brands.add(case.brand)
    team.members.add(*members)
    cases.hand_over(case, owner=None, team=team, reason="The bank asks for it.", by=by, at=at)


def addresses(case: Case) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    offered = case.handovers.get()
    return {name: {"key": offered.pk} for name in ANSWERS}
