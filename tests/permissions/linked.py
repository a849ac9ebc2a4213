"""What the case about the refund is linked with, in the house of the permissions: another case of Hale's, the
known problem that causes it, and a checklist."""

import datetime as dt
from typing import Any

from makegood.cases.actions import links
from makegood.cases.models import Case, Shelf, Way
from makegood.staff.models import User
from tests.permissions import asking_outside, known, playing


def build(case: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """They are related. What the addresses take."""
    other = Case.objects.filter(brand=case.brand, shelf=Shelf.NONE).exclude(pk=case.pk).earliest("opened_at")
    made = links.link(case, way=Way.RELATED, other=other, by=bea, at=at)
    built = (one.build(case, bea, at=at) for one in (known, playing, asking_outside))
    return {"link-removal": {"key": made.pk}} | {name: taken for one in built for name, taken in one.items()}
