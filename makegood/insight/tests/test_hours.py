"""Time worked, in reports: as far as one may see it, each figure with its cases."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases.actions import hours


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0) - dt.timedelta(days=3)


@pytest.fixture
def noted(time_is_tracked, refund, bea, cleo, now):
    hours.note_time(refund, minutes=70, note="=The bank.", by=bea, at=now)
    hours.note_time(refund, minutes=5, by=bea, at=now - dt.timedelta(days=60))
    hours.remove_time(hours.note_time(refund, minutes=300, by=bea, at=now), reason="Twice.", by=bea, at=now)
    return hours.note_time(refund, minutes=20, by=cleo, at=now)


def read(client, user, name, **asked):
    client.force_login(user)
    answer = client.get(reverse(name), asked)
    return b"".join(answer).decode() if answer.streaming else answer.content.decode()


def test_a_lead_reads_everybodys_an_agent_their_own_eve_nobodys(client, noted, refund, bea, cleo, eve):
    table = read(client, cleo, "report-time").split("<tbody>")[1]
    assert [words in table for words in ("1 hr 10 min", "20 min", "1 hr 30 min")] == [True] * 3
    assert "20 min" not in read(client, bea, "report-time", whose="all")
    assert "No time was noted" in read(client, eve, "report-time")
    behind = read(client, cleo, "report-time-entries", only=f"person:{bea.pk}")
    assert behind.count(reverse("case", args=[refund.ref])) == 1
    assert "The bank." in behind


def test_every_entry_of_the_days_is_in_the_file_and_no_cell_is_a_formula(client, noted, cleo, refund, now):
    lines = read(client, cleo, "report-time-csv").splitlines()
    assert len(lines) == 3
    assert f"{refund.ref},hale,Support,Bea" in lines[2] + lines[1]
    assert any(line.endswith("70,false,'=The bank.") for line in lines)


@pytest.mark.any_engine
def test_where_no_time_is_tracked_there_is_no_such_page(client, hale, cleo):
    client.force_login(cleo)
    assert client.get(reverse("report-time")).status_code == 404
    assert reverse("report-time") not in read(client, cleo, "reports")
