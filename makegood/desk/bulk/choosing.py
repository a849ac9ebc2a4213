"""Which cases a view of the inbox holds. Reads only."""

import datetime as dt
import uuid

from makegood.cases.filters import language, meanings
from makegood.cases.filters.language import Unclear
from makegood.cases.many import choosing
from makegood.cases.models import Case
from makegood.cases.models.bulk import MOST_CASES
from makegood.desk import inbox
from makegood.staff.models import User


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
    return choosing.all_found(sought, view.saved.sort)
