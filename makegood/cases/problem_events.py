"""What can happen to known problems, and between one and a case. `problem` is a reference (`P-…`)."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("problem.opened", gettext_noop("%(by)s wrote down the known problem %(problem)s"))
class ProblemOpened:
    problem: str


@event("problem.changed", gettext_noop("%(by)s changed the known problem %(problem)s"))
class ProblemChanged:
    """`state`: "open", "mending" or "solved", as it is now."""

    problem: str
    state: str


@event("problem.solved", gettext_noop("%(by)s says that the known problem %(problem)s is solved"))
class ProblemSolved:
    problem: str


@event("problem.told", gettext_noop("%(by)s told all customers of the known problem %(problem)s"))
class ProblemTold:
    """`telling` is the key of what was told, `cases` to how many it goes."""

    problem: str
    telling: str
    cases: int


@event("case.tied", gettext_noop("%(by)s tied the case to the known problem %(problem)s"))
class CaseTied:
    problem: str


@event("case.untied", gettext_noop("%(by)s untied the case from the known problem %(problem)s"))
class CaseUntied:
    problem: str
