"""Programs read known problems, and tie cases to them."""

import json

import pytest

from makegood.cases.actions import problems
from makegood.staff import actions as staff


@pytest.fixture
def ask(client, bea, now):
    token = staff.make_token(bea, label="test", by=bea.key, at=now)

    def speak(path, body=None):
        headers = {"authorization": f"Bearer {token}"}
        if body is None:
            return client.get(f"/api/v1{path}", headers=headers)
        return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=headers)

    return speak


def test_a_case_is_tied_and_untied(ask, refund, bea, now):
    made = problems.open_problem(problems.Description("Lamps flicker"), by=bea, at=now)
    address = f"/cases/{refund.ref}/problem"
    assert ask(address, {"problem": made.ref}).json() == {"problem": made.ref}
    (item,) = ask("/problems?state=open").json()["items"]
    assert (item["title"], item["tied"]) == ("Lamps flicker", 1)
    assert ask(address, {"problem": ""}).json() == {"problem": None}
    assert ask(address, {"problem": "P-22222"}).status_code == 422


def test_pages_follow_each_other(ask, hale, bea, now):
    for number in range(3):
        problems.open_problem(problems.Description(f"Problem {number}"), by=bea, at=now)
    first = ask("/problems?limit=2").json()
    rest = ask(f"/problems?limit=2&cursor={first['next']}").json()
    assert len({one["ref"] for one in first["items"] + rest["items"]}) == 3
    assert rest["next"] is None
