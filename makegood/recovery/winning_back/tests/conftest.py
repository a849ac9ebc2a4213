"""What several tests of winning back stand on."""

import datetime as dt

import pytest

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.recovery import actions as recovery
from makegood.recovery.models import Trigger


@pytest.fixture
def many_recoveries(hale, ada, bea, now):
    """Seven, each in a matter of its own, some opened in the same moment."""
    words = Words(text="?", language="en", sender="ada@customer.example")
    made = []
    for number in range(7):
        at = now + dt.timedelta(minutes=number // 3)
        case, _ = cases.open_case(brand=hale, customer=ada, subject=str(number), words=words, channel="email", at=at)
        made.append(recovery.open_by_hand(case, Trigger.Kind.BY_HAND, by=bea, at=at))
    return made
