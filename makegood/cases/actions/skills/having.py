"""Who has which skills."""

import datetime as dt
from collections.abc import Iterable

from makegood.cases.models import Skill
from makegood.cases.skill_events import SkillsSet
from makegood.events.actions import record, verb
from makegood.staff.models import User


@verb
def set_skills(user: User, skills: Iterable[Skill], *, by: User, at: dt.datetime) -> None:
    """These they have, and no others that are in use; a retired one that they had stays theirs."""
    chosen = {skill.pk for skill in skills}
    for skill in Skill.objects.in_use():
        turn = skill.people.add if skill.pk in chosen else skill.people.remove
        turn(user)
    record(SkillsSet(skills=sorted(str(key) for key in chosen)), about=user.key, at=at, by=by.key)
