"""Teams."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _

from makegood.events import actions as events
from makegood.events.refusals import Refusal
from makegood.staff.events import TeamEdited, TeamMade
from makegood.staff.models import Team, User


@events.verb
def make_team(*, name: str, members: Iterable[User] = (), by: str, at: dt.datetime, origin: str = "live") -> Team:
    """Make a team. Raises Refusal when the name is taken."""
    team = Team(name=_checked_name(name))
    team.save(force_insert=True)
    team.members.set(members)
    events.record(TeamMade(), about=team.key, by=by, at=at, origin=origin)
    return team


@events.verb
def edit_team(team: Team, *, name: str, members: Iterable[User], by: str, at: dt.datetime) -> Team:
    """Change a team's name and who belongs to it. Raises Refusal when the name is taken."""
    team.name = _checked_name(name, of=team)
    team.save(update_fields=["name"])
    team.members.set(members)
    events.record(TeamEdited(), about=team.key, by=by, at=at)
    return team


def _checked_name(name: str, *, of: Team | None = None) -> str:
    name = " ".join(name.split())[:80]
    if not name:
        raise Refusal(_("A team needs a name."))
    holder = Team.objects.filter(name=name).first()
    if holder and holder != of:
        raise Refusal(_("There is already a team called %(name)s.") % {"name": name})
    return name
