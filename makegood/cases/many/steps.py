"""Which steps of playbooks can be ticked in many cases. Reads only."""

import dataclasses
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Min
from django.db.models.functions import Coalesce

from makegood.cases.models import Case, Step

SLICE = 1_000


@dataclasses.dataclass
class Offered:
    """A step of a playbook, by its words; in how many cases it is open, and in how many it waits for others."""

    playbook: uuid.UUID
    name: str
    words: str
    number: int
    open: int = 0
    waiting: int = 0


def offered(cases: Sequence[uuid.UUID]) -> list[Offered]:
    """The steps that are open in at least one of these cases, by the name of their playbook and in its order."""
    found: dict[tuple[uuid.UUID, str], Offered] = {}
    for start in range(0, len(cases), SLICE):
        for row in _counted(cases[start : start + SLICE]):
            key = row["checklist__playbook"], row["words"]
            one = found.setdefault(key, Offered(key[0], row["checklist__playbook__name"], key[1], row["first"]))
            one.number = min(one.number, row["first"])
            if row["is_waiting"]:
                one.waiting += row["cases"]
            else:
                one.open += row["cases"]
    seen = [one for one in found.values() if one.open]
    return sorted(seen, key=lambda one: (one.name, one.playbook, one.number, one.words))


def _counted(cases: Sequence[uuid.UUID]) -> Iterable[Any]:
    """How many of them have which step, open or waiting. One question."""
    # Where a case became part of another, its steps are that one's.
    whole = Coalesce("checklist__case__merged_into__merged_into", "checklist__case__merged_into", "checklist__case")
    steps = Step.objects.open().filter(checklist__case__in=Case.objects.parts_of(cases).values("pk"))
    named = steps.filter(checklist__playbook__isnull=False).order_by()
    counted = named.values("checklist__playbook", "checklist__playbook__name", "words", "is_waiting")
    return counted.annotate(cases=Count(whole, distinct=True), first=Min("number"))
