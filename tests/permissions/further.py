"""What further addresses take, each from a file of its own, in the house of the permissions."""

import datetime as dt
from typing import Any

from makegood.cases.models import Case
from makegood.staff.models import User
from tests.permissions import drafting, hours_noted, linked, planned, reminding, rota, split_off


def build(refund: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """What each address takes."""
    more = rota.build(bea, at=at)
    for part in (linked, reminding, planned, hours_noted, drafting, split_off):
        more |= part.build(refund, bea, at=at)
    return more
