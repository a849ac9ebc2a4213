"""Programs note time for whoever their token speaks for."""

import json

import pytest

from makegood.cases.models import TimeEntry
from makegood.staff import actions as staff


@pytest.fixture
def speak(client, now):
    def say(user, path, body=None):
        token = staff.make_token(user, label="test", by=user.key, at=now)
        headers = {"authorization": f"Bearer {token}"}
        if body is None:
            return client.get(f"/api/v1{path}", headers=headers)
        return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=headers)

    return say


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
