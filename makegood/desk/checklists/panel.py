"""The checklists of a case, as its page shows them. Reads only."""

import dataclasses

from makegood.cases.actions.checklists.sequence import first_before
from makegood.cases.models import Case, Checklist, Step
from makegood.events.prepared import PreparedQuery


@dataclasses.dataclass(frozen=True)
class Shown:
    """A checklist with its steps, in order."""

    checklist: Checklist
    steps: list[Step]

    @property
    def done(self) -> int:
        """How many are settled: done, or left out."""
        return sum(step.done_at is not None for step in self.steps)

    @property
    def rows(self) -> list[tuple[Step, Step | None]]:
        """Each step, with the one that comes first where it waits."""
        return [(step, first_before(step, self.steps) if step.is_waiting else None) for step in self.steps]


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
