"""Programs read known problems, and tie cases to them."""

from makegood.cases.actions import bulk, problems


def test_a_case_is_tied_and_untied(ask, refund, bea, now):
    made = problems.open_problem(problems.Description("Lamps flicker"), by=bea, at=now)
    address = f"/cases/{refund.ref}/problem"
    assert ask(address, {"problem": made.ref}).json() == {"problem": made.ref}
    (item,) = ask("/problems?state=open").json()["items"]
    assert (item["title"], item["tied"]) == ("Lamps flicker", 1)
    assert ask(address, {"problem": ""}).json() == {"problem": None}
    assert ask(address, {"problem": "P-22222"}).status_code == 422


def test_written_down_once_changed_and_read(ask, refund, client, bea, now):
    made = ask("/problems", {"title": "Lamps flicker", "known": "Since Monday."}).json()
    assert ask(f"/problems/{made['ref'].lower()}").json() == made
    changed = ask(f"/problems/{made['ref']}/description", {"title": "Lamps flicker", "state": "solved"}).json()
    assert (changed["state"], changed["known"], bool(changed["solved_at"])) == ("solved", "", True)
    assert ask("/problems", {"title": "x", "product": "NONE"}).status_code == 422
    assert ask("/problems", {"title": " "}).status_code == 422
    assert ask("/problems/P-22222").status_code == 404


def test_all_customers_are_told_once_each_in_their_language(ask, refund, bea, now):
    made = problems.open_problem(problems.Description("Lamps flicker"), by=bea, at=now)
    problems.tie(refund, problem=made, by=bea, at=now)
    address, once = f"/problems/{made.ref}/tellings", {"id": "01a21ca8-cf73-7586-9b0f-18edf9f1e822"}
    assert ask(address, {"texts": {"xx": "?"}}).status_code == 422
    assert ask(address, {"texts": {"lt": "Tvarkome."}}).status_code == 409, "Ada reads English"
    for _time in range(2):
        answer = ask(address, once | {"texts": {"en": "We are on it."}})
        assert (answer.status_code, answer.json()["cases"]) == (201, 1)
    assert ask(f"/bulk/{answer.json()['bulk']}").json()["act"] == "tell"
    bulk.work(at=now)
    assert [one.text for one in refund.messages.filter(kind="reply")] == ["We are on it."]
    assert len(ask(f"/cases?q=problem:{made.ref}").json()["items"]) == 1


def test_pages_follow_each_other(ask, hale, bea, now):
    for number in range(3):
        problems.open_problem(problems.Description(f"Problem {number}"), by=bea, at=now)
    first = ask("/problems?limit=2").json()
    rest = ask(f"/problems?limit=2&cursor={first['next']}").json()
    assert len({one["ref"] for one in first["items"] + rest["items"]}) == 3
    assert rest["next"] is None
