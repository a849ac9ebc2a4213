"""Live streams tell names to those who asked for them, and own up to what they may have missed."""

import asyncio
import time
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.config import live as streams
from makegood.config.live import PENDING, STREAMS_PER_PERSON, Hub
from makegood.config.tail import News, Tail
from makegood.events.models import Event
from makegood.staff import actions as staff
from makegood.ui import live


def ticket(*topics, at=None, user="S-BEA"):
    return live.Ticket(user, topics, at or time.time())


@pytest.fixture
def hub():
    hub = Hub()
    hub.since = time.time() - 3600
    return hub


def news(*names):
    return [News(name) for name in names]


def stands(name, place, *, moved=False):
    return News(name, frozenset((place,)), moved)


def test_a_ticket_is_read_back_and_a_forged_one_is_not():
    assert live.read(live.ticket("S-BEA", ["C-1", "list"])).topics == ("C-1", "list")
    assert live.read(live.ticket("S-BEA", ["C-1"])[:-1]) is None
    assert live.read("") is None


def test_each_hears_what_their_page_shows(hub):
    case, inbox = hub.join(ticket("C-1")), hub.join(ticket("list"))
    hub.publish(news("C-1", "C-2", "K-ADA", "C-1"))
    assert case.take() == b"data: C-1\n\n"
    assert inbox.take() == b"data: C-1\n\ndata: C-2\n\n"
    assert inbox.take() == b""


def test_what_happened_while_the_page_was_on_its_way_is_told_at_once(hub):
    page = ticket("C-1")
    hub.publish(news("C-1"))
    assert hub.join(page).take() == b"data: C-1\n\n"


def test_a_list_hears_of_the_cases_of_its_owner_and_of_those_that_leave(hub):
    bea, cleo = (hub.join(ticket(place, live.ANYWHERE)) for place in ("owner:bea", "owner:cleo"))
    hub.publish([stands("C-1", "owner:bea"), stands("W-2", "owner:bea")])
    assert bea.take() == b"data: C-1\n\ndata: W-2\n\n"
    assert cleo.take() == b""
    hub.publish([stands("C-1", "owner:cleo", moved=True)])
    assert bea.take() == cleo.take() == b"data: C-1\n\n"
    hub.publish([stands("C-1", "owner:cleo")])
    assert bea.take() == b""


def test_of_a_case_that_came_from_nobody_knows_where_all_lists_hear(hub):
    bea, cleo = (hub.join(ticket(place, live.ANYWHERE)) for place in ("owner:bea", "owner:cleo"))
    hub.publish([stands("C-1", "owner:cleo", moved=True)])
    assert bea.take() == cleo.take() == b"data: C-1\n\n"


def test_who_comes_back_with_an_old_page_is_told_to_look_at_everything(hub):
    assert b"event: resync" in hub.join(ticket("C-1", at=time.time() - 3000)).take()


def test_who_takes_too_slowly_is_told_to_look_at_everything(hub):
    slow = hub.join(ticket("list"))
    hub.publish(news(*(f"C-{number}" for number in range(PENDING + 1))))
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
    assert tail.news() == news("C-1")
    assert tail.news() == []
    # Dated long ago, keyed now: it is new all the same.
    Event.objects.create(name="x", about="C-2", at=timezone.now().replace(year=2020))
    assert tail.news() == news("C-2")


def test_where_only_something_was_said_the_name_says_so(refund, bea, now):
    tail = Tail(print)
    tail.news()
    cases.note(refund, text="Call her.", by=bea, at=timezone.now())
    assert [one.name for one in tail.news()] == [f"{refund.ref}~"]
    cases.note(refund, text="And again.", by=bea, at=timezone.now())
    cases.assign(refund, owner=bea, by=bea, at=timezone.now())
    (told,) = tail.news()
    assert (told.name, told.moved) == (refund.ref, True)
    assert told.places == live.places(owner=bea.pk, team=refund.team_id, brand=refund.brand_id)


@pytest.fixture
def knock(hub, monkeypatch):
    """What the end point answers to a ticket whose page closes at once."""
    monkeypatch.setattr(streams, "HUB", hub)

    def ask(given: str) -> int:
        said = []

        async def receive():
            return {"type": "http.disconnect"}

        async def send(message):
            said.append(message)

        query = urlencode({"ticket": given}).encode()
        asyncio.run(streams.stream({"query_string": query}, receive, send))
        return said[0]["status"]

    return ask


def signed_out(bea, owner, *, how: str) -> None:
    at = timezone.now()
    if how == "deactivate":
        staff.deactivate(bea, by=owner.key, at=at)
    elif how == "sessions":
        staff.end_sessions(bea, by=owner.key, at=at)
    else:
        staff.set_password(bea, password="another long phrase", by=bea.key, at=at)


@pytest.mark.parametrize("how", ["deactivate", "sessions", "password"])
def test_whoever_is_signed_out_hears_no_more_and_comes_back_with_a_new_page_only(hub, knock, hale, bea, owner, how):
    tail = Tail(hub.publish)
    tail.news()
    given = live.ticket(bea.key, ["C-1"])
    theirs, others = hub.join(live.read(given)), hub.join(ticket("C-1"))
    assert knock(given) == 200
    signed_out(bea, owner, how=how)
    hub.publish(tail.news())
    assert (theirs.ended, others.ended) == (True, False)
    assert knock(given) == 403
    assert not hub.is_spent(ticket("C-1", user=bea.key, at=time.time() + 3))


def test_a_server_that_starts_again_knows_who_was_signed_out_before(hub, knock, hale, bea, owner):
    given = live.ticket(bea.key, ["C-1"])
    signed_out(bea, owner, how="deactivate")
    assert knock(given) == 200
    hub.publish(Tail(hub.publish).signed_out())
    assert knock(given) == 403


def test_what_else_happens_to_somebody_leaves_their_streams(hub, knock, hale, bea, owner):
    tail = Tail(hub.publish)
    tail.news()
    given = live.ticket(bea.key, ["C-1"])
    staff.change_role(bea, role="lead", by=owner.key, at=timezone.now())
    staff.note_sign_in(bea, at=timezone.now())
    hub.publish(tail.news())
    assert knock(given) == 200
