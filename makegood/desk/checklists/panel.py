"""The checklists of a case, as its page shows them. Reads only."""

import dataclasses

from makegood.cases.models import Case, Checklist, Step
from makegood.events.prepared import PreparedQuery


@dataclasses.dataclass(frozen=True)
class Shown:
    """A checklist with its steps, in order."""

    checklist: Checklist
    steps: list[Step]

    @property
    def done(self) -> int:
        return sum(step.done_at is not None for step in self.steps)


@dataclasses.dataclass(frozen=True)
class Panel:
    """All checklists of a case."""

    checklists: list[Shown]

    @property
    def open(self) -> int:
        """How many steps are not done."""
        return sum(len(one.steps) - one.done for one in self.checklists)


NONE = Panel([])


def of(case: Case) -> Panel:
    """One question: each checklist has a step."""
    found: dict[Checklist, list[Step]] = {}
    for step in STEPS(case=case.pk):
        found.setdefault(step.checklist, []).append(step)
    return Panel([Shown(checklist, steps) for checklist, steps in found.items()])


STEPS = PreparedQuery(lambda case: Step.objects.of_case(case).for_pages())
