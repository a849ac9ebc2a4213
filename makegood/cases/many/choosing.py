"""Which cases are meant: those that are named, or all that a search finds. Reads only."""

import uuid
from collections.abc import Sequence

from makegood.cases.filters import finding, meanings
from makegood.cases.models import Case
from makegood.cases.models.bulk import MOST_CASES
from makegood.staff.models import User

SLICE = 1_000


def named(user: User, refs: Sequence[str]) -> list[uuid.UUID]:
    """The keys of cases by their references, in the order given, of those that this person may see."""
    found = dict(Case.objects.visible_to(user).filter(ref__in=refs[:MOST_CASES]).values_list("ref", "pk"))
    return [found[ref] for ref in refs if ref in found]


def all_found(sought: meanings.Sought, sort: str = "") -> list[uuid.UUID]:
    """The keys of what a search finds, up to MOST_CASES: by words as these are found, else in the order of this name."""
    if sought.words:
        return _by_words(sought)
    if not sought.meanings:
        return []
    order, found, place = finding.order_of(sort, sought), list[uuid.UUID](), None
    while len(found) < MOST_CASES:
        some, place = finding.keys(sought, order, after=place, most=SLICE)
        found += some
        if place is None:
            break
    return found[:MOST_CASES]


def _by_words(sought: meanings.Sought) -> list[uuid.UUID]:
    found, after = dict[uuid.UUID, None](), ""
    while len(found) < MOST_CASES:
        some = finding.by_words(sought, after=after, most=SLICE)
        found |= dict.fromkeys(case.pk for case in some.cases)
        after = some.next
        if not after:
            break
    return list(found)[:MOST_CASES]
