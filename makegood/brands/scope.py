"""What a member of staff's teams reach: asked once a request, as every view starts from it."""

import dataclasses
import uuid
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from makegood.staff import permissions
from makegood.staff.models import User

KEPT = "_makegood_scope"
Rows = TypeVar("Rows", bound=QuerySet[Any, Any])


@dataclasses.dataclass(frozen=True)
class Scope:
    """Teams that somebody belongs to, and brands that these serve."""

    teams: list[uuid.UUID]
    brands: list[uuid.UUID]


def of(user: User) -> Scope:
    """The scope of a person, read once for each User object, which lives as long as one request."""
    kept: Scope | None = user.__dict__.get(KEPT)
    if kept is None:
        # One row for each brand of each team, and one for a team without any.
        pairs = list(user.teams.values_list("pk", "brands"))
        teams, brands = (list(dict.fromkeys(keys)) for keys in zip(*pairs, strict=True)) if pairs else ([], [])
        kept = user.__dict__[KEPT] = Scope(teams=teams, brands=[key for key in brands if key is not None])
    return kept


def within(rows: Rows, user: User, *, through: str = "", own: Q | None = None) -> Rows:
    """The rows that somebody who works on cases may see: those of brands that their teams serve, those of their teams,
    and their `own`. `through` is the way to what has brand and team (`case__`)."""
    if not permissions.may(user, permissions.WORK_CASES):
        return rows.none()
    if permissions.may(user, permissions.SEE_ALL):
        return rows
    reach = of(user)
    seen = Q((f"{through}brand__in", reach.brands)) | Q((f"{through}team__in", reach.teams))
    return rows.filter(seen | own if own is not None else seen)
