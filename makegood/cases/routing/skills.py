"""Which skills cases ask for, and who has them. Reads only; keys of skills that are in use."""

import dataclasses
import uuid
from collections.abc import Collection, Iterable, Mapping

from makegood.cases.models import Case, Skill

Keys = frozenset[str]
NONE: Keys = frozenset()


@dataclasses.dataclass(frozen=True)
class Wanted:
    """What cases of each kind and each brand ask for."""

    of_kinds: Mapping[uuid.UUID, Keys]
    of_brands: Mapping[uuid.UUID, Keys]

    def by(self, case: Case) -> Keys:
        """What one case asks for."""
        of_kind = self.of_kinds.get(case.kind_id, NONE) if case.kind_id else NONE
        return of_kind | self.of_brands.get(case.brand_id, NONE)


def wanted() -> Wanted:
    """Two questions, however many there are."""
    used = Skill.objects.filter(retired_at=None)
    return Wanted(
        of_kinds=_gathered(used.filter(kinds__isnull=False).values_list("kinds", "pk")),
        of_brands=_gathered(used.filter(brands__isnull=False).values_list("brands", "pk")),
    )


def of_people(users: Collection[uuid.UUID]) -> dict[uuid.UUID, Keys]:
    """Who of them has what. One question."""
    return _gathered(Skill.objects.filter(retired_at=None, people__in=users).values_list("people", "pk"))


def _gathered(pairs: Iterable[tuple[uuid.UUID, uuid.UUID]]) -> dict[uuid.UUID, Keys]:
    found: dict[uuid.UUID, set[str]] = {}
    for one, skill in pairs:
        found.setdefault(one, set()).add(str(skill))
    return {one: frozenset(skills) for one, skills in found.items()}
