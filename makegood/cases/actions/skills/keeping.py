"""The list of skills: added to, changed, retired, taken back into use. None is ever removed."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping

from makegood.brands.models import Brand
from makegood.cases.actions import own_words
from makegood.cases.models import Kind, Skill
from makegood.cases.skill_events import SkillKept
from makegood.events.actions import record, verb
from makegood.staff.models import User

MOST_SKILLS = 50


@dataclasses.dataclass(frozen=True)
class Look:
    """What a skill is called, in other languages by their codes, and the kinds and brands whose cases ask for it."""

    name: str
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    kinds: Iterable[Kind] = ()
    brands: Iterable[Brand] = ()


@verb
def add(look: Look, *, by: User, at: dt.datetime) -> Skill:
    """A new skill, the last of the list. Raises Refusal without a name, for one that is there, and for too many."""
    own_words.check_room(Skill, MOST_SKILLS)
    skill = Skill()
    own_words.call(skill, look.name, look.names)
    own_words.put_last(skill, otherwise="skill")
    skill.save(force_insert=True)
    _ask_for(skill, look)
    _tell(skill, "added", by=by, at=at)
    return skill


@verb
def change(skill: Skill, look: Look, *, by: User, at: dt.datetime) -> Skill:
    """Other names, or other cases that ask for it; who has a case keeps it. Raises Refusal as add."""
    own_words.call(skill, look.name, look.names)
    skill.save(update_fields=["name", "names"])
    _ask_for(skill, look)
    _tell(skill, "changed", by=by, at=at)
    return skill


@verb
def retire(skill: Skill, *, by: User, at: dt.datetime) -> None:
    """Ask for it no more; who has it keeps it."""
    if own_words.retire(skill, at=at):
        _tell(skill, "retired", by=by, at=at)


@verb
def use_again(skill: Skill, *, by: User, at: dt.datetime) -> None:
    """It is asked for again."""
    if own_words.use_again(skill):
        _tell(skill, "used-again", by=by, at=at)


def _ask_for(skill: Skill, look: Look) -> None:
    skill.kinds.set(look.kinds)
    skill.brands.set(look.brands)


def _tell(skill: Skill, change: str, *, by: User, at: dt.datetime) -> None:
    record(SkillKept(skill=str(skill.pk), change=change), about="", at=at, by=by.key)
