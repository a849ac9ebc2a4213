"""The places of the masthead: rare ones stand behind *More* where there are many, and never the one where we are."""

from makegood.staff.models import Role, User
from makegood.ui import navigation


def labels(role, path="/", *, behind):
    shown = navigation.shown_to(User(role=role), path=path)
    return [str(place.label) for place in shown if place.behind == behind]


def test_a_lead_has_the_rare_ones_behind_more():
    assert "Inbox" in labels(Role.LEAD, behind=False)
    assert labels(Role.LEAD, behind=True) == [
        *("Known problems", "Companies", "Sales", "Owed", "Feedback", "Quality", "Ledger", "Parked mail"),
    ]


def test_where_we_are_stands_in_the_row():
    assert "Quality" in labels(Role.LEAD, "/quality/", behind=False)
    assert "Quality" not in labels(Role.LEAD, "/quality/", behind=True)


def test_who_has_few_has_them_all_in_a_row():
    assert labels(Role.SELLER, behind=True) == []
