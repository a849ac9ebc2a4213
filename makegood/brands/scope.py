"""What a member of staff's teams reach: asked once a request, as every view starts from it."""

import dataclasses
import uuid

from makegood.brands.models import Brand
from makegood.staff.models import User

KEPT = "_makegood_scope"


@dataclasses.dataclass(frozen=True)
class Scope:
    """Teams that somebody belongs to, and brands that these serve."""

    teams: list[uuid.UUID]
    brands: list[uuid.UUID]


def of(user: User) -> Scope:
    """The scope of a person, read once for each User object, which lives as long as one request."""
    kept: Scope | None = user.__dict__.get(KEPT)
    if kept is None:
        teams = list(user.teams.values_list("pk", flat=True))
        brands = list(Brand.objects.served_by(teams).order_by().values_list("pk", flat=True)) if teams else []
        kept = user.__dict__[KEPT] = Scope(teams=teams, brands=brands)
    return kept
