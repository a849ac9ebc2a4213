"""Rows written by composed SQL are the rows that `save` would have written."""

import datetime as dt
import uuid
import zoneinfo

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from makegood.events import columns
from makegood.events.models import Event, Origin, Reaction
from makegood.events.writing import insert, update

pytestmark = pytest.mark.django_db
VILNIUS = zoneinfo.ZoneInfo("Europe/Vilnius")
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


def test_the_short_way_of_each_value_leads_where_its_field_leads():
    values = [None, "ž", True, 7, uuid.uuid4(), NOON, NOON.astimezone(VILNIUS)]
    fields = [field for model in apps.get_models() for field in model._meta.concrete_fields if not field.generated]
    for field in fields:
        ways = columns.ways(field, connection)
        for value in values:
            if type(value) in ways:
                assert ways[type(value)](value) == field.get_db_prep_save(value, connection), (field, value)


def test_what_was_not_read_with_a_row_is_read_before_it_is_written():
    told = event(by="S-2")
    insert(told)
    (row,) = Event.objects.filter(pk=told.pk).defer("by")
    update(row, "by")
    assert Event.objects.get(pk=told.pk).by == "S-2"
