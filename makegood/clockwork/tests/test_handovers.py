"""Who is offered a case hears of it; who offered it hears what came of it, and when nobody answered."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following
from makegood.conftest import person
from makegood.events.models import Reaction
from makegood.promises import actions as promises
from makegood.staff import actions as staff
from makegood.staff.models import Role


@pytest.fixture
def warehouse(hale, now):
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    team = staff.make_team(name="Warehouse", by="", at=now)
    team.brands.add(hale)
    return team


@pytest.fixture
def tom(warehouse, now):
    return person("Tom", Role.AGENT, [warehouse], now)


@pytest.fixture
def wil(warehouse, now):
    return person("Wil", Role.LEAD, [warehouse], now)


@pytest.fixture
def offered(refund, bea, warehouse, tom, wil, now):
    return cases.hand_over(refund, owner=None, team=warehouse, reason="It lies with you.", by=bea, at=now)


def told(user):
    while following.work(at=timezone.now()):
        pass
    assert not Reaction.objects.exclude(trouble="").exists(), Reaction.objects.exclude(trouble="").first().trouble
    return [one.subject for one in Outgoing.objects.filter(staff=user, kind="notice").order_by("made_at", "id")]


def test_everybody_of_the_team_hears_why_and_by_when(offered, refund, tom, wil, bea):
    assert told(tom) == told(wil) == [f"[{refund.ref}] Bea offers you a case"]
    letter = Outgoing.objects.get(staff=tom)
    assert letter.text.startswith("It lies with you.\n\nPlease accept or decline it by ")
    assert f"[{refund.ref}] Bea offers you a case" not in told(bea)


def test_a_person_alone_is_told_where_the_case_is_theirs(refund, bea, warehouse, tom, wil, now):
    cases.hand_over(refund, owner=tom, team=warehouse, reason="Yours.", by=bea, at=now)
    assert len(told(tom)) == 1
    assert told(wil) == []


def test_who_gave_it_hears_that_it_was_accepted_or_why_not(offered, refund, bea, tom, warehouse, now):
    cases.accept(offered, by=tom, at=now)
    assert told(bea) == [f"[{refund.ref}] Tom accepted it"]
    again = cases.hand_over(refund, owner=bea, team=warehouse, reason="Back to you.", by=tom, at=now)
    cases.decline(again, words="I am off today.", by=bea, at=now)
    assert told(tom)[-1] == f"[{refund.ref}] Bea declined it"
    assert "I am off today." in Outgoing.objects.filter(staff=tom).latest("made_at", "id").text


def test_when_nobody_answers_in_time_giver_and_leads_of_both_teams_hear_once(offered, refund, bea, cleo, tom, wil, now):
    for hours in (2, 3, 4):
        late = now + dt.timedelta(hours=hours)
        promises.settle_due(at=late)
        promises.finalise(at=late, taken_in_until=late)
    for user in (bea, cleo, wil):
        assert told(user).count(f"[{refund.ref}] Nobody has accepted it yet") == 1
    assert f"[{refund.ref}] Nobody has accepted it yet" not in told(tom)


def test_nobody_is_reminded_of_an_offer_that_was_taken_back(offered, bea, tom, now):
    cases.take_back_offer(offered, by=bea, at=now)
    promises.warn_due(at=now + dt.timedelta(minutes=50))
    assert told(tom) == []
