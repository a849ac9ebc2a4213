"""Setting when a recovery opens by itself, and how fast it must be acknowledged."""

import datetime as dt

from makegood.events.actions import record, verb
from makegood.recovery.models import Rules
from makegood.recovery.recovery_events import RulesSet
from makegood.staff.models import User


@verb
def set_rules(*, minutes: int, contacts: int, days: int, whole_team: bool = False, by: User, at: dt.datetime) -> Rules:
    """The rules from now on; clocks that run keep theirs. Raises ValueError for figures below one (two contacts)."""
    if minutes < 1 or contacts < 2 or days < 1:
        raise ValueError("a rule that nothing can follow")
    figures = {"minutes": minutes, "contacts": contacts, "days": days}
    rules, _new = Rules.objects.update_or_create(place=1, defaults=figures | {"whole_team": whole_team})
    record(RulesSet(**figures, whole_team=whole_team), about="", at=at, by=by.key)
    return rules
