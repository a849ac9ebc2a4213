"""Programs read what fields there are, and fill in those of a case."""

from makegood.cases.actions import fields
from makegood.cases.actions.fields import Look
from makegood.cases.models import FieldType


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
