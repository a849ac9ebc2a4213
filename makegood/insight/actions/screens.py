"""Opening a wall screen, whose link shows the board though nobody is signed in; and revoking it."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.brands.models import Brand
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.insight import events, links
from makegood.insight.models import Screen
from makegood.staff.models import Team, User


@verb
def open_screen(
    *, name: str, brand: Brand | None, team: Team | None, shows_people: bool, by: User, at: dt.datetime
) -> Screen:
    """A new link. Raises Refusal for one that would show everything."""
    if brand is None and team is None:
        raise Refusal(_("A wall screen shows one team or one brand: choose which."), field="team")
    screen = Screen(
        key=links.new_key(), name=name[:80], brand=brand, team=team, shows_people=shows_people, made_by=by, made_at=at
    )
    screen.save(force_insert=True)
    fact = events.ScreenOpened(
        screen=str(screen.pk), brand=str(brand.pk) if brand else "", team=str(team.pk) if team else ""
    )
    record(fact, about="", at=at, by=by.key)
    return screen


@verb
def revoke_screen(screen: Screen, *, by: User, at: dt.datetime) -> None:
    """From now on its link opens nothing."""
    if Screen.objects.filter(pk=screen.pk, revoked_at=None).update(revoked_at=at):
        record(events.ScreenRevoked(screen=str(screen.pk)), about="", at=at, by=by.key)
