"""What happened in a case, told with whoever did it and why."""

import datetime as dt

from makegood.cases import actions as cases
from makegood.cases.models import Party
from makegood.cases.words import Words
from makegood.customers import actions as customers
from makegood.desk import timeline

HOUR = dt.timedelta(hours=1)


def told(case) -> list[str]:
    case.refresh_from_db()
    return [entry.sentence for entry in timeline.stretch(case).entries if entry.sentence]


def test_a_case_is_reopened_by_somebody_and_for_a_reason(refund, ada, bea, now):
    cases.resolve(refund, by=bea, at=now + HOUR)
    cases.reopen(refund, by=bea, at=now + 2 * HOUR)
    assert "Bea reopened the case" in told(refund)
    cases.resolve(refund, by=bea, at=now + 3 * HOUR)
    words = Words(text="Not at all!", sender="ada@customer.example")
    cases.add_words(refund, customer=ada, words=words, channel="email", at=now + 4 * HOUR)
    cases.reopen(refund, by=bea, at=now + 5 * HOUR)
    assert told(refund)[-1] == "Bea reopened the case: what the customer wrote shows that it is not solved"
    cases.resolve(refund, by=bea, at=now + 6 * HOUR)
    cases.reopen(refund, by=ada, at=now + 7 * HOUR)
    assert told(refund)[-1] == "Ada Byron reopened the case: it is not solved"


def test_whom_the_customer_copied_in_is_called_by_name(refund, bea, now):
    charles = customers.find_or_create(address="charles@customer.example", name="Charles", language="en", at=now)
    Party.objects.create(case=refund, address="charles@customer.example", role=Party.Role.COPIED, customer=charles)
    cases.resolve(refund, by=bea, at=now + HOUR)
    cases.reopen(refund, by=charles, at=now + 2 * HOUR)
    assert told(refund)[-1] == "Charles reopened the case: it is not solved"
