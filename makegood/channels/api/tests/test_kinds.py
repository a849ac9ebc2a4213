"""Programs read the list of kinds, and choose that of a case."""

from makegood.cases.actions import kinds


def test_a_kind_is_listed_chosen_by_its_slug_and_found(ask, refund, owner, now):
    kinds.add("Complaint", names={"nl": "Klacht"}, by=owner, at=now)
    listed = {"slug": "complaint", "name": "Complaint", "names": {"nl": "Klacht"}, "retired": False}
    assert ask("/kinds").json() == {"items": [listed]}
    path = f"/cases/{refund.ref}/kind"
    assert ask(path, {"kind": "complaint"}).json()["kind"] == "complaint"
    assert [case["kind"] for case in ask("/cases?q=kind:complaint").json()["items"]] == ["complaint"]
    assert ask(path, {"kind": None}).json()["kind"] is None
    assert ask(path, {"kind": "moon"}).status_code == 422
    assert ask(path, {}).status_code == 422
