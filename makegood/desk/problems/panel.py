"""What a case shows of the known problem that causes it. Reads only."""

import dataclasses
import uuid

from makegood.cases.models import Case, Problem, Telling, Tie


@dataclasses.dataclass(frozen=True)
class Shown:
    """The problem. `offered`: what was last told to its other customers, in this one's language; "" where there is
    nothing, or they were told it themselves."""

    problem: Problem
    offered: str


def of(tie: uuid.UUID | None, case: Case) -> Shown | None:
    """Two questions for a case that is tied, none for others."""
    if tie is None:
        return None
    standing = Tie.objects.select_related("problem").filter(pk=tie).first()
    if standing is None:
        return None
    told = Telling.objects.of_problem(standing.problem).first()
    is_new = told is not None and told.at < standing.at
    return Shown(standing.problem, told.in_language(case.language)[0] if told is not None and is_new else "")
