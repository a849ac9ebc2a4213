"""Programs read what fields there are, and fill in those of a case."""

import json

import pytest

from makegood.cases.actions import fields
from makegood.cases.actions.fields import Look
from makegood.cases.models import FieldType
from makegood.staff import actions as staff


@pytest.fixture
def ask(client, bea, now):
    token = staff.make_token(bea, label="test", by=bea.key, at=now)
    headers = {"authorization": f"Bearer {token}"}

    def speak(path, body=None):
        if body is None:
            return client.get(f"/api/v1{path}", headers=headers)
        return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", headers=headers)

    return speak


def test_fields_are_listed_filled_in_found_and_emptied(ask, refund, owner, now):
    fields.add(Look("Price", FieldType.NUMBER), by=owner, at=now)
    fields.add(Look("Colours", FieldType.CHOICES, choices=("Red", "Blue")), by=owner, at=now)
    listed = ask("/fields").json()["items"]
    assert [(one["slug"], one["type"], one["needed"]) for one in listed] == [
        ("price", "number", "never"),
        ("colours", "choices", "never"),
    ]
    path = f"/cases/{refund.ref}/fields"
    both = {"fields": {"price": "12.5", "colours": ["red", "blue"]}}
    assert ask(path, {"price": 12.5, "colours": ["blue", "red"]}).json() == both
    assert ask(path, {"price": 12.5}).json() == both
    assert [case["ref"] for case in ask("/cases?q=field.price:12..13").json()["items"]] == [refund.ref]
    refused = ask(path, {"price": None, "colours": ["green"], "moon": 1})
    assert refused.status_code == 422
    assert "moon" in refused.json()["message"]
    assert ask(path).json() == both
    assert ask(path, {"price": None, "colours": []}).json() == {"fields": {"price": None, "colours": []}}
