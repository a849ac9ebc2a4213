"""Programs hand cases over, and answer for whoever their token speaks for."""

import pytest

from makegood.conftest import person
from makegood.staff import actions as staff
from makegood.staff.models import Role


@pytest.fixture
def tom(hale, now):
    team = staff.make_team(name="Warehouse", by="", at=now)
    team.brands.add(hale)
    return person("Tom", Role.AGENT, [team], now)


def test_offered_once_and_accepted(post, refund, bea, tom):
    path, body = f"/cases/{refund.ref}/handover", {"team": "Warehouse", "reason": "It lies with you."}
    first, second = post(bea, path, body), post(bea, path, body)
    assert (first.status_code, first.json()["ref"]) == (201, second.json()["ref"])
    assert post(bea, f"{path}/acceptance").status_code == 403
    assert post(tom, f"{path}/acceptance").json()["state"] == "accepted"
    refund.refresh_from_db()
    assert refund.owner == tom
    assert post(tom, f"{path}/refusal", {"words": "No."}).status_code == 409


def test_a_case_tells_of_the_offer_that_waits(post, client, refund, bea, tom, now):
    body = {"team": "Warehouse", "owner": tom.email, "reason": "You know it."}
    post(bea, f"/cases/{refund.ref}/handover", body)
    token = staff.make_token(bea, label="read", by=bea.key, at=now)
    read = client.get(f"/api/v1/cases/{refund.ref}", headers={"authorization": f"Bearer {token}"}).json()
    assert read["handover"]["owner"]["name"] == "Tom"
    assert read["owner"]["name"] == "Bea"
    assert post(bea, f"/cases/{refund.ref}/handover/withdrawal").json()["state"] == "back"


def test_nobody_is_offered_what_they_cannot_see(post, refund, bea, eve):
    body = {"team": "Elsewhere", "reason": "Yours."}
    assert post(bea, f"/cases/{refund.ref}/handover", body).status_code == 422
    assert post(bea, f"/cases/{refund.ref}/handover/acceptance").status_code == 404
