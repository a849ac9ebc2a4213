"""A page deep in a list begins at its place in an index: whatever lies before it is not looked at."""

import datetime as dt

import pytest
from django.db import connection

from makegood.cases.models import Case
from makegood.customers.models import Customer
from makegood.events.keys import reference, uuid7

MANY = 2_000
PAGE = 25


@pytest.fixture
def cases(hale, support, ada: Customer, now) -> list[Case]:
    """Many of them, two at each moment."""
    made = [
        Case(
            id=uuid7(), ref=reference("C"), brand=hale, team=support, customer=ada, channel="email", opened_at=now,
            last_at=now + place // 2 * dt.timedelta(minutes=1), next_due_at=now + place // 2 * dt.timedelta(hours=1),
        )
        for place in range(MANY)
    ]  # fmt: skip
    Case.objects.bulk_create(made)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE cases_case" if connection.vendor == "postgresql" else "ANALYZE")
    return made


def plan(rows) -> str:
    return rows.explain()


def test_a_deep_page_of_the_inbox_begins_at_its_place(cases):
    inbox = Case.objects.in_work().next_promise_first()
    place = cases[1_500]
    rows = inbox.after(place.next_due_at, place.pk)[:PAGE]
    assert [row.pk for row in rows] == [one.pk for one in cases[1_501 : 1_501 + PAGE]]
    assert begins_in("case_inbox", "next_due_at", plan(rows)), plan(rows)


def test_a_deep_page_of_all_cases_begins_at_its_place(cases):
    listed = Case.objects.filter(shelf="").newest_words_first()
    place = cases[500]
    rows = listed.before(place.last_at, place.pk)[:PAGE]
    assert [row.pk for row in rows] == [one.pk for one in cases[499 : 499 - PAGE : -1]]
    assert begins_in("case_all", "last_at", plan(rows)), plan(rows)


def begins_in(index: str, column: str, told: str) -> bool:
    """Whether the place of both columns is looked up in the index, as each engine tells it."""
    if connection.vendor == "sqlite":
        return f"USING INDEX {index} (({column},id)" in told
    return f"using {index}" in told and f"Index Cond: (ROW({column}, id)" in told
