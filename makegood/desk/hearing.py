"""What a list is to hear of: the cases of its owner, its teams or its brands, so that a floor of hundreds is not told of
everything that happens to anybody. Reads only."""

import dataclasses
from collections.abc import Callable

from django.utils import timezone

from makegood.brands import scope
from makegood.cases.filters import language, meanings
from makegood.cases.filters.language import Unclear
from makegood.cases.models import SavedView
from makegood.desk.inbox import View
from makegood.staff import permissions
from makegood.staff.models import User
from makegood.ui import live

PLACES: dict[str, Callable[[object], str]] = {
    "owner": live.owned_by,
    "team": live.of_team,
    "brand": live.of_brand,
}


def topics(view: View, user: User) -> list[str]:
    """For `live.subscribe`, of a page that shows this list."""
    told = _of_saved(view.saved, user) if view.saved else _of_standing(view, user)
    return [*told, live.ANYWHERE] if told else [live.LIST]


def _of_standing(view: View, user: User) -> list[str]:
    match view.key:
        case "mine":
            return [live.owned_by(user.pk)]
        case "unowned":
            return [live.owned_by(None)]
        case "team":
            return [live.of_team(key) for key in scope.of(user).teams]
    return [] if view.asks or permissions.may(user, permissions.SEE_ALL) else _within(user)


def _within(user: User) -> list[str]:
    """What somebody may see who may not see all."""
    reach = scope.of(user)
    return [live.owned_by(user.pk), *map(live.of_team, reach.teams), *map(live.of_brand, reach.brands)]


def _of_saved(saved: SavedView, user: User) -> list[str]:
    """By the first condition that names places; a case that fits stands in one of them. Asks only what these name."""
    try:
        asked = language.read(saved.text)
        naming = tuple(one for one in asked.conditions if one.name in PLACES and not one.negated)
        sought = meanings.understand(dataclasses.replace(asked, conditions=naming), user=user, at=timezone.now())
    except Unclear:
        return []
    for name, place in PLACES.items():
        named = [one.value for one in sought.of(name)]
        keys = [key for value in named for key in (value if isinstance(value, list) else [value])]
        if keys:
            return [place(key) for key in keys]
    return []
