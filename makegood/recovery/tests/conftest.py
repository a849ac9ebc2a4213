"""What several tests of recovery stand on."""

import pytest

from makegood.cases import actions as cases
from makegood.cases.words import Words


@pytest.fixture
def many_cases(hale, ada, now):
    words = Words(text="?", language="en", sender="ada@customer.example")
    return [
        cases.open_case(brand=hale, customer=ada, subject=str(number), words=words, channel="email", at=now)[0]
        for number in range(8)
    ]
