"""Programs note time for whoever their token speaks for."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import TimeEntry
from makegood.cases.words import Words


@pytest.fixture
def kettle(hale, ada, now):
    words = Words(text="And my kettle?", sender="ada@customer.example")
    return cases.open_case(brand=hale, customer=ada, subject="Kettle", words=words, channel="email", at=now)[0]


@pytest.mark.usefixtures("time_is_tracked")
def test_noted_listed_page_by_page_corrected_and_removed(speak, refund, bea, cleo, eve):
    where = f"/cases/{refund.ref}/time"
    first, second = (speak(bea, where, {"minutes": many, "note": "Bank."}).json() for many in (5, 10))
    page = speak(cleo, f"{where}?limit=1").json()
    assert page["items"] == [second]
    assert speak(cleo, f"{where}?limit=1&cursor={page['next']}").json() == {"items": [first], "next": None}
    corrected = speak(cleo, f"{where}/correction", {"id": first["id"], "minutes": 7}).json()
    assert (corrected["minutes"], corrected["note"], corrected["staff"]["ref"]) == (7, "Bank.", bea.ref)
    assert speak(eve, f"{where}/correction", {"id": first["id"], "minutes": 8}).status_code == 404
    assert speak(cleo, where, {"minutes": 1}).status_code == 201
    cleos = TimeEntry.objects.get(staff=cleo)
    assert speak(bea, f"{where}/correction", {"id": str(cleos.pk), "minutes": 8}).status_code == 403
    assert speak(cleo, f"{where}/removal", {"id": str(cleos.pk), "reason": "Not mine."}).status_code == 200
    assert speak(bea, f"{where}/removal", {"id": first["id"], "reason": " "}).status_code == 422
    assert speak(bea, f"{where}/removal", {"id": first["id"], "reason": "Twice."}).json() == corrected
    assert speak(bea, f"{where}/removal", {"id": first["id"], "reason": "Twice."}).status_code == 404
    assert speak(bea, where).json()["items"] == [second]


@pytest.mark.any_engine
def test_where_no_time_is_tracked_none_is_noted(speak, refund, bea):
    assert speak(bea, f"/cases/{refund.ref}/time", {"minutes": 5}).status_code == 409
    assert not TimeEntry.objects.exists()


@pytest.mark.any_engine
@pytest.mark.usefixtures("time_is_tracked")
@pytest.mark.parametrize("body", [{"minutes": 0}, {"minutes": 1441}, {}, {"minutes": 5, "task": "T-22222"}])
def test_what_makes_no_sense_is_told(speak, refund, bea, body):
    assert speak(bea, f"/cases/{refund.ref}/time", body).status_code == 422


@pytest.mark.usefixtures("time_is_tracked")
def test_the_timer_runs_on_one_case_and_notes_where_it_ran(speak, refund, kettle, bea):
    assert speak(bea, f"/cases/{refund.ref}/timer", {}).json()["noted"] is None
    assert speak(bea, "/timer").json()["case"] == refund.ref
    moved = speak(bea, f"/cases/{kettle.ref}/timer", {}).json()
    assert (moved["case"], moved["noted"]["minutes"], moved["noted"]["by_timer"]) == (kettle.ref, 1, True)
    runs_on = speak(bea, f"/cases/{refund.ref}/timer/stop", {}).json()
    assert (runs_on["case"], runs_on["noted"]) == (kettle.ref, None)
    assert speak(bea, f"/cases/{kettle.ref}/timer/stop", {}).json()["noted"]["minutes"] == 1
    assert speak(bea, "/timer").json() == {"case": None, "task": None, "since": None}
    assert {entry.case for entry in TimeEntry.objects.all()} == {refund, kettle}


@pytest.mark.any_engine
@pytest.mark.usefixtures("time_is_tracked")
def test_minutes_of_another_day_stand_there(speak, refund, bea):
    where, yesterday = f"/cases/{refund.ref}/time", (timezone.now() - dt.timedelta(days=2)).date()
    assert speak(bea, where, {"minutes": 5, "day": yesterday.isoformat()}).json()["day"] == yesterday.isoformat()
    for wrong in ("2999-01-01", "2001-01-01"):
        told = speak(bea, where, {"minutes": 5, "day": wrong})
        assert told.status_code == 422 and told.json()["message"].startswith("day: That day"), wrong


@pytest.mark.any_engine
def test_where_no_time_is_tracked_no_timer_runs(speak, refund, bea):
    assert speak(bea, f"/cases/{refund.ref}/timer", {}).status_code == 409
