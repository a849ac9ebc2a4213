"""Lists stay quick whatever lies behind them: each view is read along an index, never sorted whole."""

import datetime as dt

import pytest
from django.db import connection

from makegood.cases import actions as cases
from makegood.cases.models import Case, Shelf
from makegood.cases.words import Words
from makegood.customers.models import Customer
from makegood.desk import inbox
from makegood.recovery.models import Ask, Recovery, Remedy


@pytest.fixture
def many(hale, ada, bea, now) -> None:
    """Some cases in each view, and the statistics by which SQLite chooses its ways."""
    for number in range(80):
        at = now + dt.timedelta(minutes=number)
        case, _ = cases.open_case(
            brand=hale, customer=ada, subject=f"n{number}", words=Words(text="x"), channel="email", at=at
        )
        if number % 4 == 0:
            cases.assign(case, owner=bea, by=bea, at=at)
        if number % 10 == 1:
            cases.junk(case, by=bea, at=at)
        if number % 10 == 2:
            cases.resolve(case, by=bea, at=at)
        if number % 10 == 3:
            cases.snooze(case, until=at + dt.timedelta(milliseconds=99 - number), by=bea, at=at)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own words")
@pytest.mark.parametrize("view", inbox.VIEWS.values(), ids=inbox.VIEWS)
def test_no_view_sorts_all_its_cases(many, cleo, view):
    cases = view.pick(Case.objects.visible_to(cleo), cleo)
    assert "TEMP B-TREE" not in view.ordered(cases).values("pk")[: inbox.PAGE].explain()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own words")
def test_what_was_merged_into_a_case_is_found_without_reading_all_cases(many):
    case = Case.objects.order_by("ref")[0]
    for asked in (Case.objects.part_of(case), Remedy.objects.of_case(case), Ask.objects.of_case(case)):
        assert "SCAN" not in asked.explain()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own words")
def test_neither_the_merged_nor_recoveries_nor_remedies_are_found_by_reading_all_customers(many, cleo):
    one = Customer.objects.bulk_create(Customer(ref=f"K-{number}") for number in range(100))[0]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    running = Recovery.objects.visible_to(cleo).running().order_by("next_at", "id")
    owed = Remedy.objects.visible_to(cleo).owed()
    for asked in (
        Customer.objects.filter(merged_into__in=[one.pk]),
        Customer.objects.filter(company=one.pk),
        running.chosen(50).for_pages(),
        owed.chosen(50).select_related("customer"),
    ):
        assert "SCAN customers_customer" not in asked.explain()


def test_a_page_of_a_view_is_what_the_whole_view_begins_with(many, cleo):
    for view in inbox.VIEWS.values():
        cases = view.pick(Case.objects.visible_to(cleo), cleo)
        shown = [row["ref"] for row in inbox.page(view, cleo, most=20).rows]
        assert shown == list(view.ordered(cases).values_list("ref", flat=True)[:20])
    assert Case.objects.shelved(Shelf.JUNK).count() == 8
