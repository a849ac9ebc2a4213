"""Leads see how customers saw it, by team, with the cases behind each number, and no share of too few."""

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account


@pytest.fixture
def asked(hale, ada, bea):
    """So many cases, all asked about; each answered as given, and seen."""

    def build(*accounts):
        at = timezone.now()
        for number, account in enumerate(accounts):
            case, _ = cases.open_case(
                brand=hale, customer=ada, subject=f"Matter {number}", words=Words(text="?"), channel="email", at=at
            )
            cases.resolve(case, by=bea, at=at)
            feedback.ask(case, at=at)
            if account is not None:
                feedback.state(case, Account("", 5, True), by=bea, at=at)
                feedback.look(feedback.answer(case, account, by=ada, at=at), by=bea, at=at)

    return build


def figures(client, **asked):
    return client.get(reverse("feedback"), asked).content.decode()


def test_shares_have_their_interval_and_lead_to_their_cases(client, asked, cleo):
    asked(*[Account("", 5, True)] * 19, Account("My money", 1, False), *[None] * 5)
    client.force_login(cleo)
    shown = figures(client)
    assert "20 of 25" in shown
    assert "80 % (61 to 91)" in shown
    assert "95 % (76 to 99)" in shown
    behind = client.get(reverse("feedback-cases"), {"of": "differ", "weeks": 12}).content.decode()
    assert "My money" in behind
    assert "Matter 19" in behind
    assert "Matter 18" not in behind


def test_below_twenty_no_share_is_shown(client, asked, cleo):
    asked(*[Account("", 5, True)] * 3)
    client.force_login(cleo)
    shown = figures(client)
    assert "3 of 3" in shown
    assert "too few to judge" in shown
    assert "100 %" not in shown


def test_nobody_sees_the_figures_of_others(client, asked, cleo, bea, eve, dan):
    asked(Account("My money", 5, True))
    client.force_login(bea)
    assert client.get(reverse("feedback")).status_code == 403
    eve.role = "lead"
    eve.save()
    client.force_login(eve)
    assert "Support" not in figures(client)
    assert "Matter" not in client.get(reverse("feedback-cases"), {"of": "answered"}).content.decode()
    client.force_login(dan)
    assert "Support" in figures(client)


def test_an_address_that_makes_no_sense_shows_all_that_were_asked(client, asked, cleo):
    asked(None)
    client.force_login(cleo)
    shown = client.get(reverse("feedback-cases"), {"of": "x", "team": "y", "weeks": "z"}).content.decode()
    assert "Matter 0" in shown


def test_an_answer_that_its_owner_has_not_read_yet_is_not_shown(client, refund, cleo, bea, ada):
    cases.resolve(refund, by=bea, at=timezone.now())
    feedback.answer(refund, Account("My money", 1, True), by=ada, at=timezone.now())
    client.force_login(cleo)
    assert "0 of 1" in figures(client)
    assert "My money" not in client.get(reverse("feedback-cases")).content.decode()
