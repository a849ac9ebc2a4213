"""Leads see how customers saw it, by team, with the cases behind each number, and no share of too few."""

import datetime as dt
import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.feedback.models import Closing
from makegood.ui.keyset import PAGE


@pytest.fixture
def asked(hale, ada, bea):
    """So many cases, all asked about; each answered as given, and seen."""

    def build(*accounts):
        at = timezone.now()
        for number, account in enumerate(accounts):
            case, _ = cases.open_case(
                brand=hale, customer=ada, subject=f"Matter {number}", words=Words(text="?"), channel="email", at=at
            )
            cases.resolve(case, by=bea, at=at)
            feedback.ask(case, at=at)
            if account is not None:
                feedback.state(case, Account("", 5, True), by=bea, at=at)
                feedback.look(feedback.answer(case, account, by=ada, at=at), by=bea, at=at)

    return build


def figures(client, **asked):
    return client.get(reverse("feedback"), asked).content.decode()


def test_shares_have_their_interval_and_lead_to_their_cases(client, asked, cleo):
    asked(*[Account("", 5, True)] * 19, Account("My money", 1, False), *[None] * 5)
    client.force_login(cleo)
    shown = figures(client)
    assert "20 of 25" in shown
    assert "80 % (61 to 91)" in shown
    assert "95 % (76 to 99)" in shown
    behind = client.get(reverse("feedback-cases"), {"of": "differ", "weeks": 12}).content.decode()
    assert "My money" in behind
    assert "Matter 19" in behind
    assert "Matter 18" not in behind


def test_below_twenty_no_share_is_shown(client, asked, cleo):
    asked(*[Account("", 5, True)] * 3)
    client.force_login(cleo)
    shown = figures(client)
    assert "3 of 3" in shown
    assert "too few to judge" in shown
    assert "100 %" not in shown


def test_nobody_sees_the_figures_of_others(client, asked, cleo, bea, eve, dan):
    asked(Account("My money", 5, True))
    client.force_login(bea)
    assert client.get(reverse("feedback")).status_code == 403
    eve.role = "lead"
    eve.save()
    client.force_login(eve)
    assert "Support" not in figures(client)
    assert "Matter" not in client.get(reverse("feedback-cases"), {"of": "answered"}).content.decode()
    client.force_login(dan)
    assert "Support" in figures(client)


def test_an_address_that_makes_no_sense_shows_all_that_were_asked(client, asked, cleo):
    asked(None)
    client.force_login(cleo)
    shown = client.get(reverse("feedback-cases"), {"of": "x", "team": "y", "weeks": "z"}).content.decode()
    assert "Matter 0" in shown


def test_an_answer_that_its_owner_has_not_read_yet_is_not_shown(client, refund, cleo, bea, ada):
    cases.resolve(refund, by=bea, at=timezone.now())
    feedback.answer(refund, Account("My money", 1, True), by=ada, at=timezone.now())
    client.force_login(cleo)
    assert "0 of 1" in figures(client)
    assert "My money" not in client.get(reverse("feedback-cases")).content.decode()


def each_page(client, **asked):
    """The pages of the cases behind a number, one after the other."""
    address = f"{reverse('feedback-cases')}?{urlencode(asked)}"
    while address:
        page = client.get(address).content.decode()
        yield page
        older = re.search(r'rel="next" href="([^"]+)"', page)
        address = html.unescape(older[1]) if older else ""


@pytest.fixture
def many(refund, support):
    """120 closings that count, three asked about in each moment; of them every fourth went badly."""
    now = timezone.now()
    shared = {"case": refund, "brand": refund.brand, "team": support, "opened_at": now, "is_counted": True}
    Closing.objects.bulk_create(
        Closing(
            **shared, asked_at=now - dt.timedelta(hours=n // 3), their_went=5 if n % 4 else 1, their_need=f"Nr {n}."
        )
        for n in range(120)
    )


@pytest.mark.parametrize(("of", "step"), [("answered", 1), ("badly", 4)])
def test_all_cases_behind_a_number_are_listed_page_by_page_newest_first(client, many, support, cleo, of, step):
    client.force_login(cleo)
    for asked in ({"of": of}, {"of": of, "team": support.pk}):
        found = [int(n) for page in each_page(client, **asked) for n in re.findall(r"Nr (\d+)\.", page)]
        assert sorted(found) == list(range(0, 120, step))
        moments = [n // 3 for n in found]
        assert moments == sorted(moments)


def test_a_case_that_is_asked_about_meanwhile_moves_no_other_to_another_page(client, many, asked, cleo):
    client.force_login(cleo)
    pages = each_page(client, of="answered")
    found = re.findall(r"Nr (\d+)\.", next(pages))
    asked(Account("Nr 999.", 5, True))
    found += [n for page in pages for n in re.findall(r"Nr (\d+)\.", page)]
    assert len(found) == len(set(found)) == 120


def test_a_longer_list_asks_the_database_no_more(client, many, cleo):
    client.force_login(cleo)
    client.get(reverse("feedback-cases"), {"of": "answered"})
    with CaptureQueriesContext(connection) as long:
        assert len(re.findall(r"Nr \d+\.", next(each_page(client, of="answered")))) == PAGE
    Closing.objects.exclude(their_need__in=["Nr 1.", "Nr 2."]).delete()
    with CaptureQueriesContext(connection) as short:
        assert len(re.findall(r"Nr \d+\.", next(each_page(client, of="answered")))) == 2
    assert len(long) == len(short)


@pytest.mark.parametrize(
    "after",
    [
        "x",
        ".",
        "2026-01-01.x",
        "0001-01-01T00:00+14:00.{key}",
        "2026-01-01T00:00.{key}",
        "2026-01-01\x00.{key}",
        "9" * 999,
    ],
)
def test_a_place_that_makes_no_sense_begins_the_list_again(client, many, cleo, after):
    client.force_login(cleo)
    key = "0197c1e0-0000-7000-8000-000000000000"
    shown = client.get(reverse("feedback-cases"), {"of": "answered", "after": after.format(key=key)})
    assert "Nr 0." in shown.content.decode()
