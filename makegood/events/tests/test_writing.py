"""Rows written by composed SQL are the rows that `save` would have written."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from makegood.events.models import Event, Origin, Reaction
from makegood.events.writing import insert, update

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)


def event(**changed) -> Event:
    told = {"name": "case.opened", "about": "C-1", "by": "S-1", "at": NOON, "origin": Origin.LIVE, "data": {"ä": [1]}}
    return Event(**{**told, **changed})


def test_a_row_is_what_save_would_have_made_of_it():
    written, saved = event(), event()
    insert(written)
    saved.save(force_insert=True)
    fields = [field.attname for field in Event._meta.concrete_fields if field.attname != "id"]
    mine, theirs = (Event.objects.values_list(*fields).get(pk=one.pk) for one in (written, saved))
    assert mine == theirs
    assert Event.objects.get(pk=written.pk).data == {"ä": [1]}
    assert not written._state.adding


def test_many_are_one_statement():
    rows = [event(about=f"C-{number}") for number in range(5)]
    with CaptureQueriesContext(connection) as queries:
        insert(*rows)
    assert len([one for one in queries.captured_queries if "INSERT" in one["sql"]]) <= 1
    assert Event.objects.filter(pk__in=[one.pk for one in rows]).count() == 5
    insert()  # none are none


def test_the_same_key_twice_is_refused():
    row = event()
    insert(row)
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(row)


def test_only_the_named_fields_are_written():
    told = event()
    insert(told)
    row = Reaction(event=told, name="x", run_at=NOON)
    insert(row)
    Reaction.objects.filter(pk=row.pk).update(trouble="kept")
    row.attempts, row.trouble = 3, "not named"
    update(row, "attempts")
    assert Reaction.objects.values_list("attempts", "trouble").get(pk=row.pk) == (3, "kept")


def test_a_row_that_is_gone_is_not_written_unnoticed():
    row = event()
    with pytest.raises(Event.DoesNotExist):
        update(row, "name")
