"""A case that was split off another in the house of the permissions, and can be put back."""

import datetime as dt
from typing import Any

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.staff.models import User


def build(refund: Case, bea: User, *, at: dt.datetime) -> dict[str, dict[str, Any]]:
    """Mia asks two things at once; the second has a case of its own."""
    before = at - dt.timedelta(hours=1)
    mia = customers.find_or_create(address="mia@customer.example", name="Mia Roth", at=before)
    words = Words(text="Where is my scarf?", sender="mia@customer.example")
    case, _ = cases.open_case(
        brand=refund.brand, customer=mia, subject="Scarf", words=words, channel="email", at=before
    )
    more = Words(text="And my invoice?", sender="mia@customer.example")
    second = cases.add_words(case, customer=mia, words=more, channel="email", at=before)
    new = cases.split(case, [second], by=bea, at=at)
    return {"case-split-undo": {"ref": case.ref, "key": new.split.pk}}
