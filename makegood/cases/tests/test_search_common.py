"""Of a word that is in very many messages the newest are found, the same ones whichever engine looks for them."""

import datetime as dt
import random

import pytest
from django.db import connection

from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.models import Case, Message
from makegood.cases.search import finding, matching
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
def test_where_enough_was_looked_at_the_next_page_goes_on_and_misses_none(told, way, monkeypatch, word, most):
    monkeypatch.setattr(matching, "STEPS", (3, most))
    assert list(dict.fromkeys(found(word))) == newest(word, 10_000)


def test_messages_of_one_moment_are_parted_by_their_keys(told, way, monkeypatch, hale, ada, now):
    for _number in range(9):
        words = Words(text="echo", language="en", sender="ada@customer.example")
        cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=now)
    monkeypatch.setattr(matching, "STEPS", (2, 4))
    assert len(found("echo")) == 9


def test_a_page_that_is_cut_says_so_and_the_next_finds_what_fits_further_on(told, way, monkeypatch):
    monkeypatch.setattr(matching, "STEPS", (3, 9))
    oldest = told[1]

    such = search.Such(lambda cases: cases.filter(pk=oldest.pk))
    result = search.find(Case.objects.all(), "common", such=such)
    assert (result.cases, result.is_cut) == ([], True)
    pages = 1
    while not result.cases:
        result = search.find(Case.objects.all(), "common", after=result.next, such=such)
        pages += 1
    assert [one.ref for one in result.cases] == [oldest.ref]
    assert pages > 2
    assert not search.find(Case.objects.all(), "once").is_cut


def test_a_page_with_nothing_on_it_looks_further_than_one_with_something(told, way, monkeypatch):
    monkeypatch.setattr(finding, "SIFTED", 4)
    monkeypatch.setattr(finding, "ENOUGH", 8)
    newest_first, oldest = newest("common", 10_000), told[1].ref
    for wanted, is_cut in (([oldest], False), ([newest_first[0], oldest], True)):
        such = search.Such(lambda cases, wanted=wanted: cases.filter(ref__in=wanted))
        result = search.find(Case.objects.all(), "common", such=such)
        assert ([one.ref for one in result.cases], result.is_cut) == (wanted[:1], is_cut)
    assert [one.ref for one in search.find(Case.objects.all(), "common", after=result.next, such=such).cases] == [
        oldest
    ]


def test_in_few_cases_all_words_are_found_at_once_however_common(told, way, monkeypatch):
    monkeypatch.setattr(matching, "STEPS", (1, 2))
    chosen = {case.pk for case in told[::9]}
    such = search.Such(lambda cases: cases.filter(pk__in=chosen), few=chosen)
    result = search.find(Case.objects.all(), "common", such=such)
    wanted = {case.ref for case in told[::9]}
    assert [one.ref for one in result.cases] == [ref for ref in newest("common", 10_000) if ref in wanted]
    assert (result.next, result.is_cut) == ("", False)
    part = search.find(Case.objects.all(), "common", most=2, such=such)
    rest = search.find(Case.objects.all(), "common", after=part.next, such=such)
    assert part.cases + rest.cases == result.cases
    assert search.find(Case.objects.all(), "once", such=such).cases == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL finds what is said in a case along an index")
def test_in_few_cases_sqlite_looks_at_so_many_matches_and_goes_on(told, monkeypatch):
    monkeypatch.setattr(matching, "FURTHER", 9)
    monkeypatch.setattr(matching, "MOST_SAID", 0)
    such = search.Such(lambda cases: cases, few={told[1].pk})
    result, cut = search.find(Case.objects.all(), "common", such=such), 0
    while result.is_cut:
        cut += 1
        assert not [one for one in result.cases if one.ref != told[1].ref]
        if told[1].ref in [one.ref for one in result.cases]:
            break
        result = search.find(Case.objects.all(), "common", after=result.next, such=such)
    assert [one.ref for one in result.cases] == [told[1].ref]
    assert cut > 2


@pytest.mark.parametrize(
    "after",
    [
        "-1",
        "x",
        "3~x",
        "~",
        "0~99999999999999999999",
        f"0~{'9' * 4_400}",
        "0~2026-01-01.x",
        "0~9999-99-99T00:00+00:00.1",
    ],
)
def test_a_place_that_makes_no_sense_is_as_good_as_none(told, after):
    assert search.find(Case.objects.all(), "once", after=after).cases or after.startswith("3")


@pytest.mark.parametrize("page", [1, 2, 3, 7])
def test_a_case_that_others_were_merged_into_is_told_once_whatever_the_page(told, way, bea, now, page):
    later = now + 100 * MINUTE
    for part, into in ((39, 2), (20, 2), (37, 36), (5, 38)):
        cases.merge(told[part], into=told[into], by=bea, at=later)
    refs = found("common", page=page)
    assert len(refs) == len(set(refs)) == 36


def test_two_words_that_are_common_but_seldom_together(told, way, monkeypatch):
    monkeypatch.setattr(matching, "STEPS", (1, 2_000))
    assert found("common once") == [told[4].ref]
    assert found("often seldom") == []


def test_who_may_see_none_of_very_many_asks_little_for_it(told, eve, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        assert search.find(Case.objects.visible_to(eve), "common", most=1).cases == []
