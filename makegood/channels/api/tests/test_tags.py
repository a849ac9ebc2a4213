"""Programs put tags on cases and take them off."""

from makegood.cases.actions import tags


def test_put_on_taken_off_and_read(ask, refund):
    path = f"/cases/{refund.ref}/tags"
    assert ask(path, {"add": ["late", "bank"]}).json() == {"tags": ["bank", "late"]}
    assert ask(path, {"add": ["bank"], "remove": ["LATE", "never"]}).json() == {"tags": ["bank"]}
    assert ask(f"/cases/{refund.ref}").json()["tags"] == ["bank"]
    assert ask("/cases").json()["items"][0]["tags"] == ["bank"]


def test_what_is_no_tag_changes_nothing(ask, refund, bea, now):
    tags.put_on(refund, ["bank"], by=bea, at=now)
    refused = ask(f"/cases/{refund.ref}/tags", {"add": ["a,b"], "remove": ["bank"]})
    assert (refused.status_code, refused.json()["error"]) == (422, "invalid")
    assert ask(f"/cases/{refund.ref}").json()["tags"] == ["bank"]


def test_all_tags_are_listed_page_by_page(ask, refund, bea, now):
    tags.put_on(refund, ["c", "a", "B"], by=bea, at=now)
    first = ask("/tags?limit=2").json()
    assert first["items"] == ["a", "B"]
    assert ask(f"/tags?limit=2&cursor={first['next']}").json() == {"items": ["c"], "next": None}
    assert ask("/tags?begins=b").json()["items"] == ["B"]


def test_cases_are_listed_by_filter_words(ask, refund, bea, now):
    tags.put_on(refund, ["bank"], by=bea, at=now)
    assert [one["ref"] for one in ask("/cases?q=tag:bank%20status:open").json()["items"]] == [refund.ref]
    assert ask("/cases?q=tag:bank&status=closed").json() == {"items": [], "next": None}
    for text in ("tag:moon", "just words", "%20"):
        refused = ask(f"/cases?q={text}")
        assert (refused.status_code, refused.json()["error"]) == (422, "invalid"), text
