"""Live streams tell names to those who asked for them, and own up to what they may have missed."""

import time

import pytest
from django.utils import timezone

from makegood.config.live import PENDING, STREAMS_PER_PERSON, Hub
from makegood.config.tail import Tail
from makegood.events.models import Event
from makegood.ui import live


def ticket(*topics, at=None, user="S-BEA"):
    return live.Ticket(user, topics, at or time.time())


@pytest.fixture
def hub():
    hub = Hub()
    hub.since = time.time() - 3600
    return hub


def test_a_ticket_is_read_back_and_a_forged_one_is_not():
    assert live.read(live.ticket("S-BEA", ["C-1", "list"])).topics == ("C-1", "list")
    assert live.read(live.ticket("S-BEA", ["C-1"])[:-1]) is None
    assert live.read("") is None


def test_each_hears_what_their_page_shows(hub):
    case, inbox = hub.join(ticket("C-1")), hub.join(ticket("list"))
    hub.publish(["C-1", "C-2", "K-ADA", "C-1"])
    assert case.take() == b"data: C-1\n\n"
    assert inbox.take() == b"data: C-1\n\ndata: C-2\n\n"
    assert inbox.take() == b""


def test_what_happened_while_the_page_was_on_its_way_is_told_at_once(hub):
    page = ticket("C-1")
    hub.publish(["C-1"])
    assert hub.join(page).take() == b"data: C-1\n\n"


def test_who_comes_back_with_an_old_page_is_told_to_look_at_everything(hub):
    assert b"event: resync" in hub.join(ticket("C-1", at=time.time() - 3000)).take()


def test_who_takes_too_slowly_is_told_to_look_at_everything(hub):
    slow = hub.join(ticket("list"))
    hub.publish([f"C-{number}" for number in range(PENDING + 1)])
    assert slow.take() == b"event: resync\ndata: all\n\n"


def test_one_person_cannot_take_all_places(hub):
    streams = [hub.join(ticket("list")) for _ in range(STREAMS_PER_PERSON)]
    assert hub.join(ticket("list")) is None
    assert hub.join(ticket("list", user="S-CLEO")) is not None
    hub.leave(streams[0])
    assert hub.join(ticket("list")) is not None


def test_the_tail_tells_each_event_once(db):
    tail = Tail(print)
    Event.objects.create(name="x", about="C-1", at=timezone.now())
    assert tail.news() == ["C-1"]
    assert tail.news() == []
    # Dated long ago, keyed now: it is new all the same.
    Event.objects.create(name="x", about="C-2", at=timezone.now().replace(year=2020))
    assert tail.news() == ["C-2"]
