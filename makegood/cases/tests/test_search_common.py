"""Of a word that is in very many messages the newest are found, the same ones whichever engine looks for them."""

import datetime as dt
import random

import pytest
from django.db import connection

from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.models import Case, Message
from makegood.cases.search import matching
from makegood.cases.words import Words

# How a word is looked for on PostgreSQL: all its messages at once, on a walk from the newest, a stretch of time at a time.
WAYS = {"at once": (10_000, 10), "on a walk": (1, 0), "by and by": (1, 10_000)}
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def told(hale, ada, bea, now):
    """Forty cases and their answers, of which some lie in others that are older."""
    chosen = random.Random(7)
    made: list[Case] = []
    for number in range(40):
        at = now + number * MINUTE
        text = f"common {'often' if number % 3 else 'seldom'} {'once' if number == 4 else 'again'}"
        words = Words(text=text, language="en", sender="ada@customer.example")
        made.append(cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=at)[0])
        if number % 4 == 0:
            cases.note(
                chosen.choice(made), text=f"common {chosen.choice(('often', 'seldom'))}", by=bea, at=at + MINUTE / 2
            )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE cases_search")
    return made


@pytest.fixture(params=WAYS)
def way(request, monkeypatch):
    few, walked = WAYS[request.param]
    monkeypatch.setattr(matching, "FEW", few)
    monkeypatch.setattr(matching, "WALKED", walked)


def newest(word, most):
    """Plainly: the cases of the newest messages with this word, of no more than `most`."""
    found = [one for one in Message.objects.order_by("-at", "-id") if word in one.text.split()]
    return list(dict.fromkeys(one.case.ref for one in found[:most]))


def found(word, *, page=7):
    refs, after = [], ""
    while True:
        result = search.find(Case.objects.all(), word, after=after, most=page)
        refs += [one.ref for one in result.cases]
        after = result.next
        if not after:
            return refs


@pytest.mark.parametrize("word", ["common", "often", "seldom", "once", "never"])
def test_the_newest_are_found_in_order(told, way, word):
    assert found(word) == newest(word, 10_000)


@pytest.mark.parametrize(("word", "most"), [("common", 20), ("common", 9), ("often", 12), ("seldom", 12), ("once", 12)])
def test_of_more_than_are_looked_at_the_newest_are_found(told, way, monkeypatch, word, most):
    monkeypatch.setattr(matching, "NEWEST", most)
    monkeypatch.setattr(matching, "FIRST", 3)
    assert found(word) == newest(word, most)


def test_two_words_that_are_common_but_seldom_together(told, way, monkeypatch):
    monkeypatch.setattr(matching, "FIRST", 1)
    assert found("common once") == [told[4].ref]
    assert found("often seldom") == []


def test_who_may_see_none_of_very_many_asks_little_for_it(told, eve, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        assert search.find(Case.objects.visible_to(eve), "common", most=1).cases == []
