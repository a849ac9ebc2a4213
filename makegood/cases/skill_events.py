"""What can happen to the skills of an organisation's people. A skill is named by its key: what it is called can be changed."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("skill.kept", gettext_noop("%(by)s changed the list of skills"))
class SkillKept:
    """`change`: "added", "changed", "retired" or "used-again"."""

    skill: str
    change: str


@event("skills.set", gettext_noop("%(by)s set which skills they have"))
class SkillsSet:
    """`skills`: the keys of all that they have from now on."""

    skills: list[str]
