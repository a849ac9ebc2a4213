"""An absence in the house of the permissions: Bea's, which she and her leads may take back; and a skill that she has."""

import datetime as dt
from typing import Any

from makegood.cases import actions as cases
from makegood.cases.actions import skills
from makegood.staff.models import User


def build(bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """What the addresses about the rota take."""
    absence = cases.note_absence(bea, since=at, until=at + dt.timedelta(days=1), by=bea, at=at)
    skill = skills.add(skills.Look("Refunds by hand"), by=bea, at=at)
    skills.set_skills(bea, [skill], by=bea, at=at)
    kept = {name: {"key": skill.pk} for name in ("skill", "skill-retirement")}
    return kept | {"absence-removal": {"key": absence.pk}, "rota-team": {"key": bea.teams.get(name="Support").pk}}
