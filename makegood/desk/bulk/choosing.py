"""Which cases are meant: those that were ticked, or all that a view holds. Reads only."""

import datetime as dt
import uuid
from collections.abc import Sequence

from makegood.cases.filters import finding, language, meanings
from makegood.cases.filters.language import Unclear
from makegood.cases.models import Case
from makegood.cases.models.bulk import MOST_CASES
from makegood.desk import inbox
from makegood.staff.models import User

SLICE = 1_000


def ticked(user: User, refs: Sequence[str]) -> list[uuid.UUID]:
    """The keys of cases by their references, in the order given, of those that this person may see."""
    found = dict(Case.objects.visible_to(user).filter(ref__in=refs[:MOST_CASES]).values_list("ref", "pk"))
    return [found[ref] for ref in refs if ref in found]


def all_of(view: inbox.View, user: User, *, at: dt.datetime) -> list[uuid.UUID]:
    """The keys of what a view holds, in its order, up to MOST_CASES."""
    if view.saved is None:
        cases = view.pick(Case.objects.visible_to(user), user)
        ordered = cases.next_promise_first() if view.by_promise else cases.newest_words_first()
        return list(ordered.values_list("pk", flat=True)[:MOST_CASES])
    try:
        sought = meanings.understand(language.read(view.saved.text), user=user, at=at)
    except Unclear:
        return []
    order, found, place = finding.order_of(view.saved.sort, sought), list[uuid.UUID](), None
    while len(found) < MOST_CASES:
        some, place = finding.keys(sought, order, after=place, most=SLICE)
        found += some
        if place is None:
            break
    return found[:MOST_CASES]
