"""The customer tells in three lines how they see it, by their link, and changes it until the case is closed."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.models import CaseState, Party
from makegood.feedback.account import Account
from makegood.feedback.models import Closing


@pytest.fixture
def link(refund, bea):
    cases.resolve(refund, by=bea, at=timezone.now())
    return f"/c/{tokens.for_link(refund.parties.get(role=Party.Role.CUSTOMER).key)}"


def test_the_case_leads_to_the_three_lines_and_they_can_be_changed(client, link, refund):
    assert f"{link}/account" in client.get(link).content.decode()
    client.post(f"{link}/account", {"needed": "My refund", "went": "3", "solved": "yes"})
    assert 'value="My refund"' in client.get(f"{link}/account").content.decode()
    client.post(f"{link}/account", {"needed": "My refund", "went": "4", "solved": "yes"})
    assert Closing.objects.get().theirs == Account("My refund", 4, True)


def test_following_the_link_tells_nothing_and_neither_does_an_empty_form(client, link):
    assert client.get(f"{link}/account").status_code == 200
    assert client.post(f"{link}/account", {}).status_code == 422
    assert client.post(f"{link}/account", {"went": "9"}).status_code == 422
    assert not Closing.objects.exists()


def test_not_solved_opens_the_case_again(client, link, refund):
    shown = client.post(f"{link}/account", {"needed": "My money", "solved": "no"}, follow=True).content.decode()
    assert "We are on it again" in shown
    refund.refresh_from_db()
    assert refund.state == CaseState.WAITING_FOR_US


def test_a_closed_case_cannot_be_told_of(client, link, refund):
    cases.close_due(at=timezone.now() + dt.timedelta(days=8))
    assert "cannot be changed any more" in client.get(f"{link}/account").content.decode()
    client.post(f"{link}/account", {"went": "1"})
    assert not Closing.objects.exists()


def test_whoever_was_copied_in_is_not_asked(client, link, refund):
    Party.objects.create(case=refund, address="jonas@customer.example", role=Party.Role.COPIED, key="k" * 16)
    copied = f"/c/{tokens.for_link('k' * 16)}"
    assert f"{copied}/account" not in client.get(copied).content.decode()
    assert client.post(f"{copied}/account", {"went": "1"}).status_code == 404


def test_it_speaks_the_language_of_the_case(client, link, refund):
    refund.language = "nl"
    refund.save()
    assert '<html lang="nl"' in client.get(f"{link}/account").content.decode()
