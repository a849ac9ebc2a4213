"""Words stand in the search index by when they were said, whenever they came in; also those of an older version."""

import datetime as dt
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from makegood.cases import actions as cases
from makegood.cases import search
from makegood.cases.actions import indexing
from makegood.cases.models import Case
from makegood.cases.search import places
from makegood.cases.words import Words

HOUR = dt.timedelta(hours=1)
sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has an index by time")


@pytest.fixture
def said(hale, ada):
    def open_case(at):
        words = Words(text="It rattles", language="en", sender="ada@customer.example")
        return cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=at)[0]

    return open_case


def found(word="rattles", *, most=50):
    return [one.ref for one in search.find(Case.objects.all(), word, most=most).cases]


def test_what_came_in_late_stands_where_it_was_said(said, now):
    middle, first, last = (said(now + hours * HOUR) for hours in (1, 0, 2))
    assert found() == [last.ref, middle.ref, first.ref]
    assert found(most=1) == [last.ref]


def test_of_one_moment_whatever_came_last_stands_first(said, now, monkeypatch):
    monkeypatch.setattr(places, "ROOM", 2)
    made = [said(now).ref for _number in range(5)]
    assert found() == made[::-1]


def test_words_that_move_or_are_forgotten_are_found_by_their_moment(said, now, monkeypatch):
    one, other = said(now), said(now)
    later = said(now + HOUR)
    monkeypatch.setattr(places, "ROOM", 1)  # the second stands where nobody would look first
    indexing.move(other.messages.get(), later)
    assert found() == [later.ref, one.ref]
    indexing.forget([*one.messages.all(), *other.messages.all()])
    assert found() == [later.ref]


@pytest.mark.parametrize(("room", "most_behind"), [(1_000, 50), (2, 50), (1, 50), (1_000, 1)])
def test_in_few_cases_words_are_found_wherever_they_stand(said, now, monkeypatch, room, most_behind):
    monkeypatch.setattr(places, "ROOM", room)
    monkeypatch.setattr(places, "MOST_BEHIND", most_behind)
    made = [said(now) for _number in range(6)]
    indexing.forget(made[3].messages.all())
    for chosen in (made[:1], made[4:], made):
        such = search.Such(lambda cases: cases, few={case.pk for case in chosen})
        refs = [one.ref for one in search.find(Case.objects.all(), "rattles", such=such).cases]
        assert refs == [case.ref for case in reversed(chosen) if case != made[3]]
        assert search.find(Case.objects.all(), "hums", such=such).cases == []


@sqlite
def test_an_older_index_is_put_into_order(said, now):
    middle, first, last = (said(now + hours * HOUR) for hours in (1, 0, 2))
    with connection.cursor() as cursor:
        cursor.execute("SELECT tokens, case_id, message_id FROM cases_search")
        rows = [list(row) for row in cursor.fetchall()]
        cursor.execute("DELETE FROM cases_search")
        for tokens, case, message in sorted(rows, key=lambda row: row[2]):
            cursor.execute(
                "INSERT INTO cases_search (tokens, case_id, message_id) VALUES (%s, %s, %s)", [tokens, case, message]
            )
        cursor.execute("SELECT max(rowid) FROM cases_search")
        assert cursor.fetchone()[0] == 3
    assert found() == [last.ref, first.ref, middle.ref]
    migration = import_module("makegood.cases.migrations.0041_search_by_time")
    migration.by_time(apps, SimpleNamespace(connection=connection))
    assert found() == [last.ref, middle.ref, first.ref]
    indexing.forget(middle.messages.all())
    assert found() == [last.ref, first.ref]
