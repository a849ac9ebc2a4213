"""What a member of staff's teams reach: asked once a request, as every view starts from it."""

import dataclasses
import uuid
from typing import Any, TypeVar, cast

from django.db.models import Q, QuerySet

from makegood.events.prepared import PreparedQuery, Slot
from makegood.staff import permissions
from makegood.staff.models import Role, Team, User

KEPT = "_makegood_scope"
# One row for each brand of each team, and one for a team without any.
REACHED = PreparedQuery(lambda person: Team.objects.filter(members=person).order_by().values_list("pk", "brands"))
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
        pairs = REACHED(person=user.pk)
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


class _Viewer(Slot):
    """The key of a person, with what `permissions.may` and `of` ask of them."""

    def __init__(self, viewer: Slot, *, role: Role, is_active: bool, teams: Any, brands: Any) -> None:
        super().__init__(viewer.name)
        self.role, self.is_active = role, is_active
        self.__dict__[KEPT] = Scope(teams=teams, brands=brands)


def viewer(**asked: Any) -> User:
    """Stands for a person while a PreparedQuery is composed, as far as a `visible_to` asks of one:
    `PreparedQuery(lambda ref, **who: Case.objects.visible_to(viewer(**who)).filter(ref=ref))`, asked `**as_viewer(user)`.
    """
    return cast(User, _Viewer(**asked))


def as_viewer(user: User) -> dict[str, Any]:
    """What a person is to the `viewer` of a question."""
    reach = of(user)
    values = {"viewer": user.pk, "role": Role(user.role), "is_active": user.is_active}
    return values | {"teams": reach.teams, "brands": reach.brands}
