"""The rota gives cases that nobody has to its team, one at a time, and says why."""

import datetime as dt
import random
import threading

import pytest
from django.db import connection

from makegood.cases import actions as cases
from makegood.cases.models import Case, Method
from makegood.cases.routing import rota
from makegood.cases.words import Words
from makegood.conftest import person
from makegood.customers import actions as customers
from makegood.events.models import Event
from makegood.staff.models import Role

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def max_(support, now):
    return person("Max", Role.AGENT, [support], now)


@pytest.fixture
def asked(hale, now):
    """A customer of a number writes."""

    def ask(number, *, language="en"):
        address = f"c{number}@customer.example"
        who = customers.find_or_create(address=address, language=language, at=now)
        words = Words(text="Hello", language=language, sender=address)
        return cases.open_case(brand=hale, customer=who, subject=f"No {number}", words=words, channel="email", at=now)[
            0
        ]

    return ask


def routed(case, **more):
    given = cases.route(case, **more)
    return given.owner.name if given else None


def why(case):
    return Event.objects.about(case.ref).get(name="case.routed").data


def test_without_a_rota_it_is_by_hand(refund, bea, now):
    assert routed(refund, at=now) is None
    cases.set_method(refund.team, Method.BY_HAND, by=bea, at=now)
    assert routed(refund, at=now) is None


def test_in_turn(asked, support, bea, max_, owner, now):
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    cases.note_absence(owner, since=now - HOUR, until=now + HOUR, by=owner, at=now)
    names = [routed(asked(number), at=now + number * HOUR / 60) for number in range(4)]
    assert sorted(names[:2]) == ["Bea", "Max"]
    assert names[2:] == names[:2]


def test_least_loaded_with_a_limit_and_the_rest_waits(asked, support, bea, max_, owner, now):
    cases.set_method(support, Method.LEAST_LOADED, by=owner, at=now)
    cases.set_duty(owner, most=0, languages=[], hours=None, by=owner, at=now)
    cases.set_duty(bea, most=1, languages=[], hours=None, by=owner, at=now)
    cases.set_duty(max_, most=2, languages=[], hours=None, by=owner, at=now)
    held = [asked(number) for number in range(4)]
    assert cases.route_waiting(at=now) == 3
    counts = {user: Case.objects.filter(owner=user).count() for user in (bea, max_, owner)}
    assert counts == {bea: 1, max_: 2, owner: 0}
    left = Case.objects.get(pk__in=[one.pk for one in held], owner=None)
    assert cases.route_waiting(at=now) == 0
    assert routed(left, at_risk=True, at=now) is not None


def test_how_full_somebody_is_whatever_happened_to_their_cases(asked, support, bea, max_, now, monkeypatch):
    chosen = random.Random(3)
    held = [asked(number) for number in range(9)]
    acts = (
        lambda one: cases.assign(one, owner=chosen.choice((bea, max_)), by=bea, at=now),
        lambda one: cases.resolve(one, by=bea, at=now),
        lambda one: cases.reopen(one, by=bea, at=now),
        lambda one: cases.junk(one, by=bea, at=now),
    )
    for most in (1000, 1000, 1000, 2):
        monkeypatch.setattr(rota, "MOST_COUNTED", most)
        for one in held:
            case = Case.objects.get(pk=one.pk)
            if not case.shelf:
                chosen.choices(acts, (6, 2, 3, 1))[0](case)
        plainly = {user: sum(one.is_open for one in Case.objects.filter(owner=user)) for user in (bea, max_)}
        open_cases = {one.user: one.open for one in rota.of_team(support, at=now) if one.user in plainly}
        assert open_cases == {user: min(count, most) for user, count in plainly.items()}
    assert max(plainly.values()) > 2, "somebody has more than are counted"
    assert "1+" in {one.open_words for one in rota.of_team(support, at=now)}


def test_the_case_tells_why(asked, support, bea, max_, owner, now):
    cases.set_method(support, Method.LEAST_LOADED, by=owner, at=now)
    cases.set_duty(owner, most=0, languages=["en"], hours=None, by=owner, at=now)
    cases.set_duty(bea, most=None, languages=["lt"], hours=None, by=owner, at=now)
    cases.set_duty(max_, most=None, languages=["en"], hours=None, by=owner, at=now)
    case = asked(1, language="lt")
    assert routed(case, at=now) == "Bea"
    assert why(case) == {
        "owner": bea.key, "team": str(support.pk), "method": "load", "rule": "speaks", "language": "lt", "open": 0,
        "skilled": "", "asked": [], "had": [], "before": "",
    }  # fmt: skip


def test_out_of_their_hours_nobody_is_on_duty(asked, support, hale, bea, owner, now):
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    cases.set_duty(owner, most=0, languages=[], hours=None, by=owner, at=now)
    cases.set_duty(bea, most=None, languages=[], hours=hale.calendar, by=owner, at=now)
    case, night = asked(1), now.replace(hour=22)
    assert routed(case, at=night) is None
    assert cases.route_waiting(at=night) == 0
    assert cases.route_waiting(at=now) == 1


def test_whose_owner_is_away_goes_to_another_only_when_a_promise_is_at_risk(asked, support, bea, max_, owner, now):
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    cases.set_duty(owner, most=0, languages=[], hours=None, by=owner, at=now)
    case = cases.assign(asked(1), owner=bea, by=bea, at=now)
    assert routed(case, at_risk=True, at=now) is None
    cases.note_absence(bea, since=now, until=now + HOUR, by=bea, at=now)
    assert routed(case, at=now) is None
    assert routed(case, at_risk=True, at=now) == "Max"
    assert why(case)["before"] == bea.key


def test_what_is_offered_resolved_or_junk_stays(asked, support, bea, max_, owner, now):
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    junk, done, offered = (asked(number) for number in range(3))
    cases.junk(junk, by=bea, at=now)
    cases.resolve(done, by=bea, at=now)
    cases.hand_over(offered, owner=max_, team=support, reason="You know more.", by=bea, at=now)
    assert [routed(one, at=now) for one in (junk, done, offered)] == [None, None, None]
    assert cases.route_waiting(at=now) == 0


def test_an_absence_ends_after_it_begins_and_can_be_taken_back(bea, support, asked, owner, now):
    with pytest.raises(ValueError, match="ends after"):
        cases.note_absence(bea, since=now, until=now, by=bea, at=now)
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    away = [cases.note_absence(one, since=now, until=now + HOUR, by=owner, at=now) for one in (bea, owner)]
    case = asked(1)
    assert routed(case, at=now) is None
    cases.remove_absence(away[0], by=bea, at=now)
    assert routed(case, at=now) == "Bea"


def test_looking_through_the_rota_asks_no_more_with_more_cases(
    asked, support, bea, owner, now, django_assert_num_queries
):
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    for user in (bea, owner):
        cases.set_duty(user, most=0, languages=[], hours=None, by=owner, at=now)
    for number in range(3):
        asked(number)
    with django_assert_num_queries(8):
        assert cases.route_waiting(at=now) == 0
    for number in range(3, 9):
        asked(number)
    with django_assert_num_queries(8):
        assert cases.route_waiting(at=now) == 0


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_share_fairly(asked, support, bea, max_, owner, now):
    cases.set_method(support, Method.IN_TURN, by=owner, at=now)
    cases.set_duty(owner, most=0, languages=[], hours=None, by=owner, at=now)
    for user in (bea, max_):
        cases.set_duty(user, most=3, languages=[], hours=None, by=owner, at=now)
    held = [asked(number) for number in range(8)]

    def work(mine):
        try:
            for case in mine:
                cases.route(case, at=now)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(held[start::2],)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {user: Case.objects.filter(owner=user).count() for user in (bea, max_)} == {bea: 3, max_: 3}
