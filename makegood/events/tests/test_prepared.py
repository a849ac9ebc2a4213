"""Prepared questions: they find what Django's own queries find, whatever they are asked with, and whoever asks."""

import datetime as dt
import threading
import uuid

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from makegood.events.models import Event, Origin
from makegood.events.prepared import PreparedQuery

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 2, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def events() -> list[Event]:
    return [
        Event.objects.create(
            name=f"case.{name}",
            about=about,
            by="S-1",
            at=NOON + dt.timedelta(hours=hour),
            data={"n": hour},
            origin=Origin.LIVE,
        )
        for hour, (name, about) in enumerate([("opened", "C-1"), ("resolved", "C-1"), ("opened", "C-2")])
    ]


def test_it_is_composed_once_and_asked_with_any_values(events):
    composed = []

    def compose(about):
        composed.append(about)
        return Event.objects.filter(about=about).order_by("at")

    asked = PreparedQuery(compose)
    assert asked(about="C-1") == events[:2]
    assert asked(about="C-2") == events[2:]
    assert asked(about="C-3") == []
    assert len(composed) == 1


def test_rows_are_what_django_makes_of_them(events):
    found = PreparedQuery(lambda key: Event.objects.filter(pk=key))(key=events[1].pk)
    assert (found[0].at, found[0].data, found[0].pk) == (events[1].at, {"n": 1}, events[1].pk)
    values = PreparedQuery(lambda since: Event.objects.filter(at__gte=since).order_by("-at").values_list("pk", "at"))
    assert values(since=events[1].at) == [(one.pk, one.at) for one in reversed(events[1:])]
    flat = PreparedQuery(lambda about: Event.objects.filter(about=about).order_by("at").values_list("name", flat=True))
    assert flat(about="C-1") == ["case.opened", "case.resolved"]
    partly = PreparedQuery(lambda about: Event.objects.filter(about=about).only("name"))(about="C-2")
    with CaptureQueriesContext(connection) as queries:
        assert partly[0].by == "S-1"
    assert len(queries) == 1


@pytest.mark.parametrize("length", range(8))
def test_lists_of_any_length_are_asked_about(events, length):
    keys = [one.pk for one in events] + [uuid.uuid4() for _each in range(5)]
    asked = PreparedQuery(lambda keys: Event.objects.filter(Q(pk__in=keys) | Q(about="C-2")).order_by("at"))
    assert asked(keys=keys[:length]) == sorted({*events[:length], events[2]}, key=lambda one: one.at)
    alone = PreparedQuery(lambda keys: Event.objects.filter(pk__in=keys).order_by("at"))
    assert alone(keys=keys[:length]) == events[:length]


def test_lists_of_like_length_share_what_was_composed(events):
    composed = []

    def compose(abouts):
        composed.append(abouts)
        return Event.objects.filter(about__in=abouts)

    asked = PreparedQuery(compose)
    for length in range(1, 33):
        asked(abouts=[f"C-{number}" for number in range(length)])
    assert len(composed) == 6  # 1, 2, 4, 8, 16, 32


def test_what_is_no_value_makes_a_question_of_its_own(events):
    def compose(about, newest_first):
        found = Event.objects.all() if about is None else Event.objects.filter(about=about)
        return found.order_by("-at" if newest_first else "at")

    asked = PreparedQuery(compose)
    assert asked(about=None, newest_first=True) == events[::-1]
    assert asked(about="C-1", newest_first=True) == events[1::-1]
    assert asked(about="C-1", newest_first=False) == events[:2]


def test_a_value_is_never_read_as_sql(events):
    asked = PreparedQuery(lambda about: Event.objects.filter(about=about))
    assert asked(about="C-1' OR '1'='1") == []
    assert asked(about="%s") == []


@pytest.mark.django_db(transaction=True)
def test_threads_that_ask_at_once_get_each_their_own(events):
    asked = PreparedQuery(lambda about: Event.objects.filter(about=about).order_by("at"))
    start, wrong = threading.Barrier(4), []

    def ask(about, expected):
        start.wait()
        for _each in range(50):
            if asked(about=about) != expected:
                wrong.append(about)
        connection.close()

    told = [("C-1", events[:2]), ("C-2", events[2:])] * 2
    threads = [threading.Thread(target=ask, args=one) for one in told]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
