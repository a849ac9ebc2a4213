"""The board tells what is going on now, of what whoever looks may see; a wall screen's link tells as much and no more."""

import html
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.config.live import Listener
from makegood.events.models import Event
from makegood.insight import actions as insight
from makegood.insight import links
from makegood.insight.board import standing
from makegood.insight.board.floor import Floor
from makegood.insight.models import Screen, Waiting
from makegood.insight.tests.conftest import DAY, HOUR, count_all
from makegood.ui import live


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0) - DAY


def told(response):
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def floor(user, **more):
    return Floor(**{"user": user, "brand": None, "team": None, "shows_people": True} | more)


def enter(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def kitchen(hale, support, cleo, now):
    return insight.open_screen(name="Kitchen", brand=None, team=support, shows_people=False, by=cleo, at=now)


def wall(screen):
    return reverse("wall", args=[links.token(screen)])


def test_who_waits_and_since_when(asks, bea, cleo, answer, writes, now):
    first, second, third = asks(1), asks(2, at=now + HOUR), asks(3, at=now + 2 * HOUR)
    answer(first, bea, now + 3 * HOUR)
    count_all()
    found = standing.board(floor(cleo), at=now + 4 * HOUR)
    assert (found.waiting.number, found.longest) == (2, second.opened_at)
    answer(second, bea, now + 4 * HOUR)
    writes(first, now + 5 * HOUR)
    writes(first, now + 6 * HOUR)
    cases.resolve(third, by=bea, at=now + 6 * HOUR)
    count_all()
    found = standing.board(floor(cleo), at=now + 7 * HOUR)
    assert (found.waiting.number, found.longest) == (1, now + 5 * HOUR), "since the first of the unanswered words"
    assert found.longest_wait == 2 * HOUR
    cases.reopen(third, by=bea, at=now + 8 * HOUR)
    count_all()
    assert Waiting.objects.get(case=third).since == now + 8 * HOUR


def test_promises_at_risk_and_late_are_told_by_the_clock(asks, cleo, now):
    Case.objects.filter(pk=asks(1).pk).update(next_due_at=now + HOUR / 2)
    Case.objects.filter(pk=asks(2).pk).update(next_due_at=now + 2 * HOUR)
    early, later, late = (standing.board(floor(cleo), at=now + hours * HOUR) for hours in (0, 1.25, 3))
    assert [(one.risk.number, one.late.number) for one in (early, later, late)] == [(1, 0), (1, 1), (0, 2)]
    assert not early.is_calm


def test_promises_kept_today_and_who_is_how_full(asks, bea, cleo, answer, support):
    now = timezone.now()
    case = asks(1, at=now)
    cases.acknowledge(case, channel="email", at=now)
    answer(case, bea, now)
    cases.assign(asks(2, at=now), owner=bea, by=bea, at=now)
    count_all()
    found = standing.board(floor(cleo, team=support), at=now)
    assert found.kept >= 1
    people = {one.name: one for one in found.people}
    assert (people["Bea"].open, people["Bea"].share, people["Bea"].is_active) == (2, None, True), "she has no limit"
    assert (people["Cleo"].open, people["Cleo"].is_active, people["Cleo"].is_reader) == (0, False, True)


def test_who_is_on_duty_is_told_by_the_rota_and_how_full_by_their_limit(asks, bea, cleo, support):
    now = timezone.now()
    cases.set_duty(bea, most=4, languages=[], hours=None, by=cleo, at=now)
    cases.assign(asks(1, at=now), owner=bea, by=bea, at=now)
    cases.note_absence(cleo, since=now - HOUR, until=now + HOUR, by=cleo, at=now)
    found = standing.board(floor(cleo, team=support), at=now)
    assert [(one.name, one.stand, one.share) for one in found.people] == [("Bea", "here", 0.25), ("Cleo", "away", None)]
    assert (found.on_duty, found.everybody) == (1, 2)
    page = told(enter(cleo).get(reverse("board"), {"team": str(support.pk)}))
    assert "1 of 2 are on duty" in page and "1 of 4 open" in page


def test_each_figure_opens_its_cases_but_not_on_the_wall(asks, cleo, bea, support, kitchen):
    case = asks(1)
    Case.objects.filter(pk=case.pk).update(next_due_at=timezone.now() + HOUR / 2)
    count_all()
    client = enter(cleo)
    page = client.get(reverse("board"), {"team": str(support.pk)}).content.decode()
    links = [html.unescape(one) for one in re.findall(r'class="board__link" href="([^"]+)"', page)]
    assert [case.ref in client.get(link).content.decode() for link in links] == [True, True, True, False, False, False]
    own = enter(bea).get(reverse("board")).content.decode()
    assert own.count("board__link") == 4, "what others kept stands in reports, which she may not read"
    large = client.get(reverse("board"), {"large": "yes"})
    for shown in (Client().get(wall(kitchen)), large, client.get(reverse("board-part"), {"large": "yes"})):
        assert "board__link" not in shown.content.decode() and "?owner=" not in shown.content.decode()


def test_an_agent_is_told_how_full_they_are_themselves(asks, bea, cleo, now):
    cases.assign(asks(1), owner=cleo, by=cleo, at=now)
    count_all()
    page = told(enter(bea).get(reverse("board")))
    assert "How full you are" in page and "Bea (you)" in page
    assert "Cleo" not in page


def test_nobody_counts_what_they_may_not_see(asks, eve, cleo):
    asks(1)
    count_all()
    assert standing.board(floor(eve), at=timezone.now()).waiting.number == 0
    assert standing.board(floor(cleo), at=timezone.now()).waiting.number == 1
    elsewhere = enter(eve).get(reverse("board"), {"team": str(cleo.teams.get().pk)})
    assert "Support" not in told(elsewhere)


def test_a_wall_screen_needs_nobody_and_tells_no_word_of_a_customer(refund, bea, kitchen):
    cases.assign(refund, owner=bea, by=bea, at=timezone.now())
    count_all()
    response = Client().get(wall(kitchen))
    page = told(response)
    assert "Support" in page and "Waiting now" in page
    for private in ("Ada", "refund", refund.ref, "Bea"):
        assert private not in response.content.decode()
    assert response["Cache-Control"] == "no-store" and "noindex" in response["X-Robots-Tag"]
    assert "/live?ticket=" in response.content.decode()


def test_a_wall_screen_shows_names_where_its_opener_chose_so(hale, bea, cleo, support, now):
    screen = insight.open_screen(name="Hall", brand=None, team=support, shows_people=True, by=cleo, at=now)
    assert "Bea" in told(Client().get(wall(screen)))


def test_a_revoked_or_forged_link_opens_nothing(kitchen, cleo):
    address, part = wall(kitchen), reverse("wall-part", args=[links.token(kitchen)])
    assert Client().get(address).status_code == Client().get(part).status_code == 200
    assert Client().get(address.replace(kitchen.key, "x" * 16)).status_code == 404
    done = enter(cleo).post(reverse("screen-revocation", args=[kitchen.pk]))
    assert done.status_code == 302
    assert Client().get(address).status_code == Client().get(part).status_code == 404
    assert list(Event.objects.filter(name__startswith="screen.").order_by("id").values_list("name", flat=True)) == [
        "screen.opened",
        "screen.revoked",
    ]


def test_a_lead_opens_a_screen_of_their_own_teams_alone(hale, cleo, support, eve):
    client = enter(cleo)
    assert client.post(reverse("screens"), {"name": "Kitchen"}).status_code == 422
    others = eve.teams.get()
    assert client.post(reverse("screens"), {"name": "Kitchen", "team": str(others.pk)}).status_code == 422
    assert client.post(reverse("screens"), {"name": "Kitchen", "team": str(support.pk)}).status_code == 302
    screen = Screen.objects.get()
    assert (screen.team, screen.shows_people) == (support, False)
    assert wall(screen) in client.get(reverse("screens")).content.decode()


def test_the_stream_of_a_wall_names_no_case():
    listener = Listener(live.Ticket("W-1", (live.FLOOR,), 0.0))
    listener.hear("C-7F3K9Q")
    listener.hear("S-ABCDEF")
    assert listener.take() == b"data: floor\n\n"


def test_more_cases_and_people_take_no_more_questions(asks, bea, cleo, support):
    client = enter(cleo)

    def questions():
        count_all()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("board"), {"team": str(support.pk)}).status_code == 200
        return len(asked)

    asks(1)
    few = questions()
    for number in range(2, 9):
        cases.assign(asks(number), owner=bea, by=bea, at=timezone.now())
    assert questions() <= few < 30
