"""That the customer is to be reminded, as the case page shows it. Reads only."""

import dataclasses
import datetime as dt

from makegood.cases.actions.nudging import REMIND
from makegood.cases.models import Case, CaseState
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Nudging:
    """`leaves_at` None: nobody is to be reminded, but may be. `by` "": as the brand usually does. `resolves`: days after
    the reminder until the case is resolved. `is_reminded`: that is what comes next."""

    leaves_at: dt.datetime | None
    by: str = ""
    resolves: int = 0
    is_reminded: bool = False


def of(case: Case, user: User) -> Nudging | None:
    """None where the case does not wait for its customer; one question where neither its owner nor the reader asked."""
    if case.nudge_at is None:
        waits = case.is_unfinished and case.state == CaseState.WAITING_FOR_CUSTOMER
        return Nudging(None) if waits else None
    kept = case.nudge
    return Nudging(case.nudge_at, _name(kept["by"], case, user), kept["resolves"], is_reminded=kept["step"] != REMIND)


def _name(key: str, case: Case, user: User) -> str:
    known = {one.key: one.name for one in (case.owner, user) if one}
    if not key or key in known:
        return known.get(key, "")
    return User.objects.filter(ref=key).values_list("name", flat=True).first() or ""
