"""The public figures: the same on the page, as JSON and on the badge; fair, cheap and for anybody to fetch."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.promises import actions as promises
from makegood.promises import pace
from makegood.promises.models import Pace, Tally

SVG = "{http://www.w3.org/2000/svg}"


def counted(brand, *, kept, broken=0, excused=0, key="first-reply", seconds=3600):
    today = timezone.now().date()
    Tally.objects.create(brand=brand, key=key, day=today, kept=kept, broken=broken, excused=excused)
    week = today - dt.timedelta(days=today.weekday())
    Pace.objects.create(brand=brand, key=key, week=week, step=pace.step_of(seconds), count=kept)
    if broken:
        Pace.objects.create(brand=brand, key=key, week=week, step=pace.UNDONE, count=broken)


def first_reply(client) -> dict:
    told = client.get("/charter.json").json()
    return next(promise for promise in told["promises"] if promise["key"] == "first-reply")


def test_the_figures_as_json(client, hale):
    counted(hale, kept=81, broken=19, excused=4)
    told = first_reply(client)
    assert (told["kept"], told["broken"], told["excused"], told["rate"]) == (81, 19, 4, 0.81)
    assert told["interval"]["low"] == pytest.approx(0.7222, abs=5e-5)
    assert told["interval"]["high"] == pytest.approx(0.8749, abs=5e-5)
    assert told["median_seconds"] == pytest.approx(3600, rel=0.09)
    assert told["ninetieth_percentile_seconds"] is None
    assert len(told["by_week"]) == 12
    assert told["by_week"][-1]["kept"] == 81
    assert told["sentence"].startswith("When you first write to us")


def test_below_twenty_nothing_is_judged(client, hale):
    counted(hale, kept=19)
    told = first_reply(client)
    assert (told["kept"], told["rate"], told["interval"], told["median_seconds"]) == (19, None, None, None)
    assert "too few to judge" in client.get("/badge.svg").content.decode()


def test_the_page_tells_interval_and_times(client, hale):
    counted(hale, kept=95, broken=5)
    page = client.get("/charter").content.decode()
    assert "between 88.8% and 97.8%" in page
    assert "Nine in ten were done within 1 hr" in page
    assert "/b/hale/charter.json" in page


def test_any_page_may_fetch_them_and_keep_them_a_while(client, hale):
    for path in ("/charter.json", "/b/hale/charter.json", "/badge.svg", "/b/hale/badge.svg"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "max-age=300" in answer["Cache-Control"]
        assert not answer.cookies
        assert not answer.has_header("Vary"), "a cache may hand the same to everybody"
    assert client.get("/b/nobody/badge.svg").status_code == 404
    assert client.post("/badge.svg").status_code == 405


def test_who_asks_makes_no_difference(client, hale, bea):
    bea.language = "lt"
    bea.save(update_fields=["language"])
    for path in ("/charter.json", "/badge.svg"):
        strange = client.get(path, headers={"Accept-Language": "ja"}).content
        client.force_login(bea)
        with CaptureQueriesContext(connection) as asked:
            known = client.get(path)
        assert known.content == strange
        assert not known.has_header("Vary")
        assert not [one for one in asked if "session" in one["sql"]], "nobody's session is read"
        client.logout()


@pytest.mark.parametrize("language", ["en", "lt", "ru", "nl", "ja"])
def test_the_badge_is_a_picture_with_a_title_and_nothing_that_acts(client, hale, language):
    counted(hale, kept=19, broken=1)
    answer = client.get("/badge.svg", {"language": language})
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    root = ElementTree.fromstring(answer.content)
    assert root.get("role") == "img"
    assert "Hale" in root.find(f"{SVG}title").text
    assert "95" in root.find(f"{SVG}title").text
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names == {"svg", "title", "rect", "path", "g", "text"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on") or name == "style"]


def test_a_badge_of_one_promise(client, hale):
    counted(hale, kept=30)
    counted(hale, kept=10, broken=20, key="next-reply")
    one = client.get("/badge.svg", {"promise": "first-reply"}).content.decode()
    assert "First reply, 100%" in one
    both = client.get("/badge.svg").content.decode()
    assert "Promises kept, 66.7%" in both


def test_the_time_taken_is_that_of_the_promises_own_clock(refund, hale, bea, now):
    cases.acknowledge(refund, channel="email", at=now + dt.timedelta(seconds=20))
    cases.reply(refund, Answer(text="Yes.", undo_seconds=0), by=bea, at=now + dt.timedelta(hours=3))
    paces = {one.key: one.step for one in Pace.objects.filter(brand=hale, count=1)}
    assert paces["acknowledged"] == pace.step_of(20)
    assert paces["first-reply"] == pace.step_of(3 * 3600)


def test_nights_do_not_count_where_only_opening_hours_do(refund, hale, bea, now):
    cases.acknowledge(refund, channel="email", at=now)
    promises.settle_due(at=now + dt.timedelta(hours=5))
    assert Pace.objects.get(key="first-reply", count=1).step == pace.UNDONE
    # Open until 16:00 UTC and again from 8:00: seven hours on Monday, one on Tuesday.
    cases.reply(refund, Answer(text="Yes.", undo_seconds=0), by=bea, at=now + dt.timedelta(days=1))
    assert Pace.objects.get(key="first-reply", count=1).step == pace.step_of(8 * 3600)


def test_as_many_queries_whatever_was_counted(client, hale, django_assert_max_num_queries):
    client.get("/charter")
    with django_assert_max_num_queries(12) as page:
        client.get("/charter")
    with django_assert_max_num_queries(12) as machine:
        client.get("/charter.json")
    week = timezone.now().date()
    Tally.objects.bulk_create(
        Tally(brand=hale, key=key, day=week - dt.timedelta(days=day), kept=9, broken=1)
        for key in ("first-reply", "next-reply", "resolved")
        for day in range(80)
    )
    Pace.objects.bulk_create(
        Pace(brand=hale, key=key, week=week - dt.timedelta(days=week.weekday()), step=step, count=7)
        for key in ("first-reply", "next-reply", "resolved")
        for step in range(150)
    )
    with django_assert_max_num_queries(len(page.captured_queries)):
        client.get("/charter")
    with django_assert_max_num_queries(len(machine.captured_queries)):
        client.get("/charter.json")
