"""A picture beside what Bea is writing, in the house of the permissions: hers alone until it is sent."""

import datetime as dt
from typing import Any

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import File
from makegood.staff.models import User


def build(case: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """Kept with her draft; what each address takes."""
    kept = cases.keep_file(case, File("vase.png", "image/png", b"as it stood"), by=bea, at=at)
    return {"case-draft-file": {"key": kept.pk}}
