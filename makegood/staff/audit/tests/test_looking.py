"""Who opened the page of a case or a customer is told to whoever audits, once an hour, and for a year."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makegood.clockwork import sweeping
from makegood.staff import actions as staff
from makegood.staff.models import Look

NOON = dt.datetime(2026, 3, 4, 12, 5, tzinfo=dt.UTC)


def enter(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def opened(hale, bea, refund):
    """Bea has opened Ada's case, and Ada's own page."""
    for page in (reverse("case", args=[refund.ref]), reverse("customer", args=[refund.customer.ref])):
        assert enter(bea).get(page).status_code == 200
    return refund


def seen(client, **asked):
    return [(line.by, line.about) for line in client.get(reverse("audit"), asked).context["lines"]]


def test_who_opened_a_case_and_a_customers_page(opened, bea, cleo, owner):
    both = [("Bea", opened.customer.ref), ("Bea", opened.ref)]
    auditor = enter(owner)
    assert seen(auditor, sort="seen") == both
    assert [row for row in seen(auditor) if row in both] == both, "among everything that was done, newest first"
    assert seen(auditor, sort="seen", person=cleo.key) == seen(auditor, sort="seen", until="2026-01-01") == []
    assert ("Bea", opened.ref) not in seen(auditor, sort="cases")
    page = auditor.get(reverse("audit"), {"sort": "seen", "person": bea.key}).content.decode()
    assert "Bea looked at the case" in page and reverse("customer", args=[opened.customer.ref]) in page
    today = timezone.localdate().isoformat()
    told = auditor.post(reverse("audit-exports"), {"sort": "seen", "since": today, "until": today})
    assert b"".join(told.streaming_content).decode().count("Bea looked at") == 2


def test_the_pages_of_the_list_go_on_through_events_and_looks(opened, bea, owner):
    auditor = enter(owner)
    for hours in range(60):
        staff.note_look("C-AAAAAA", by=bea, at=NOON + dt.timedelta(hours=hours))
        staff.note_sign_in(bea, at=timezone.now())
    address, lines = reverse("audit"), []
    while address:
        context = auditor.get(address).context
        lines += [(line.kind, line.about, line.at) for line in context["lines"]]
        address = context["older"]
    assert lines == sorted(lines, key=lambda line: line[2], reverse=True)
    assert [line[:2] for line in lines].count(("look", "C-AAAAAA")) == 60
    assert [line[0] for line in lines].count("staff.signed_in") >= 60


def test_looking_again_within_the_hour_writes_nothing(hale, bea, cleo):
    def note(by, minutes):
        with CaptureQueriesContext(connection) as asked:
            staff.note_look("C-AAAAAA", by=by, at=NOON + dt.timedelta(minutes=minutes))
        return sum("INSERT" in one["sql"] for one in asked)

    assert [note(bea, 0), note(bea, 50), note(cleo, 50), note(bea, 55)] == [1, 0, 1, 1]


def test_out_of_sight_is_not_seen(hale, eve, refund):
    assert enter(eve).get(reverse("case", args=[refund.ref])).status_code == 404
    assert not Look.objects.exists()


def test_it_is_forgotten_after_a_year(hale, bea):
    staff.note_look("C-AAAAAA", by=bea, at=NOON)
    staff.note_look("C-BBBBBB", by=bea, at=NOON + dt.timedelta(hours=2))
    assert sweeping.forget_looks(at=NOON + Look.KEPT + dt.timedelta(hours=1)) == 1
    assert Look.objects.get().about == "C-BBBBBB"
