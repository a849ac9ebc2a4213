"""Programs link cases, read how they stand to each other, and take links off."""

from makegood.cases import actions as cases
from makegood.cases.words import Words


def test_linked_read_from_the_other_side_and_taken_off(ask, refund, hale, ada, now):
    words = Words(text="It leaks.", sender="ada@customer.example")
    kettle, _ = cases.open_case(brand=hale, customer=ada, subject="Kettle", words=words, channel="email", at=now)
    made = ask(f"/cases/{refund.ref}/links", {"way": "blocked-by", "to": kettle.ref})
    assert made.status_code == 200
    (item,) = ask(f"/cases/{kettle.ref}/links").json()["items"]
    assert (item["way"], item["to"], item["subject"], item["status"]) == ("blocks", refund.ref, "My refund", "new")
    again = ask(f"/cases/{refund.ref}/links", {"way": "related", "to": kettle.ref})
    assert (again.status_code, again.json()["error"]) == (409, "conflict")
    for _time in range(2):
        assert ask(f"/cases/{refund.ref}/links/removal", {"to": kettle.ref}).json() == {"items": []}
    assert ask(f"/cases/{refund.ref}/links", {"way": "related", "to": "C-22222"}).status_code == 422
