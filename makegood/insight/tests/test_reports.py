"""Reports tell what is counted, each within what the reader may see, and each figure opens its cases."""

import csv
import datetime as dt
import io
import re
import zipfile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.cases import actions as cases
from makegood.insight.models import Dimension
from makegood.insight.reports.asking import Asked
from makegood.insight.reports.figures import FEW, parted, series, total
from makegood.insight.reports.periods import Days, Period
from makegood.insight.tests.conftest import DAY, HOUR, count_all
from makegood.staff import actions as staff


@pytest.fixture
def now():
    """A Monday of some weeks ago, ten in the morning in London."""
    day = timezone.now().date() - dt.timedelta(days=42)
    monday = day - dt.timedelta(days=day.weekday())
    return dt.datetime.combine(monday, dt.time(10), tzinfo=dt.UTC)


@pytest.fixture
def north(now, hale, support):
    """A brand that Eve's team serves."""
    elsewhere = staff.make_team(name="North team", by="", at=now)
    return brands.open_brand(
        name="North", languages=["en"], timezone="Europe/London", calendar=hale.calendar, teams=[elsewhere], by="",
        at=now,
    )  # fmt: skip


@pytest.fixture
def open_page():
    def open_it(user, name="reports", **asked):
        client = Client()
        client.force_login(user)
        return client.get(reverse(name), asked)

    return open_it


def span(now, days=7):
    return {"first": now.date().isoformat(), "last": (now + (days - 1) * DAY).date().isoformat()}


def about(user, first, days=7, **more):
    known = {
        "user": user, "reach": [], "teams": [], "whose": "all", "brand": None, "team": None, "of": Dimension.ALL,
        "what": "", "days": Days(first.date(), (first + (days - 1) * DAY).date()), "period": Period.DAY, "by": "team",
    }  # fmt: skip
    return Asked(**known | more)


def text(response):
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def table(response):
    body = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(body)))


def test_a_lead_reads_what_came_and_went(asks, bea, cleo, answer, open_page, now):
    for number in range(3):
        answer(asks(number, at=now + number * HOUR), bea, now + 5 * HOUR, resolves=number < 2)
    count_all()
    page = text(open_page(cleo, **span(now)))
    assert "Opened 3 0 +3" in page
    assert "Resolved 2 0 +2" in page
    assert "Backlog at the end 1 0 +1" in page
    assert "too few: 3" in page, "three replies are too few for a median"


def test_the_period_before_is_as_long(asks, cleo, now):
    asks(1, at=now)
    asks(2, at=now + 8 * DAY)
    asks(3, at=now + 9 * DAY)
    count_all()
    both = about(cleo, now + 7 * DAY)
    assert total(both, both.days).opened == 2
    assert total(both, both.days.before).opened == 1


def test_a_year_is_the_sum_of_its_days(asks, bea, cleo, answer, now):
    for number in range(6):
        answer(asks(number, at=now - number * 11 * DAY), bea, now - number * 11 * DAY + HOUR)
    count_all()
    year = about(cleo, now - 300 * DAY, 330)
    found = total(year, year.days)
    assert found.opened == sum(figures.opened for _days, figures in series(year, backlog=0)) == 6
    assert found.first_replies.count == 6
    assert found.backlog == series(year, backlog=0)[-1][1].backlog == 6


def test_few_promises_have_no_rate_and_many_have(asks, cleo, now):
    for number in range(FEW):
        cases.acknowledge(asks(number), channel="email", at=now)
    count_all()
    week = about(cleo, now)
    found = total(week, week.days)
    assert found.kept >= FEW and found.rate == found.kept / found.judged
    one = total(about(cleo, now, what="lt", of=Dimension.LANGUAGE), week.days)
    assert one.rate is None


def test_an_agent_reads_their_own_figures_alone(asks, bea, cleo, answer, open_page, now):
    answer(asks(1), bea, now + HOUR)
    answer(asks(2), cleo, now + HOUR)
    count_all()
    page = text(open_page(bea, whose="all", by="person", **span(now)))
    assert "Opened 1 0 +1" in page
    assert "Cleo" not in page
    [row] = table(open_page(bea, "report-csv", table="parts", by="person", **span(now)))
    assert row["team"] == "Support" and row["opened"] == "1"


def test_a_lead_sees_their_own_figures_first_and_others_beside(asks, bea, cleo, answer, open_page, now):
    answer(asks(1), bea, now + HOUR)
    answer(asks(2), cleo, now + HOUR)
    count_all()
    page = text(open_page(cleo, by="person", **span(now)))
    assert page.index("1 opened, 0 resolved, 1 in your backlog") < page.index("Opened 2 0 +2")
    names = {
        row["person"]: row["first_replies"]
        for row in table(open_page(cleo, "report-csv", table="parts", by="person", **span(now)))
    }
    assert names["Bea"] == names["Cleo"] == "1"


def test_nobody_is_told_of_brands_that_they_do_not_serve(asks, north, cleo, dan, open_page, now):
    asks(1)
    asks(2, brand=north)
    count_all()
    assert "Opened 1 0 +1" in text(open_page(cleo, **span(now)))
    assert "Opened 2 0 +2" in text(open_page(dan, **span(now)))
    refs = re.findall("C-[A-Z0-9]{6}", text(open_page(cleo, "report-cases", figure="opened", **span(now))))
    assert len(refs) == 1


def test_figures_can_be_narrowed_to_one_channel_or_language(asks, cleo, open_page, now):
    asks(1, channel="portal")
    asks(2, language="lt")
    count_all()
    assert "Opened 1 0 +1" in text(open_page(cleo, only="channel:portal", **span(now)))
    assert "Opened 1 0 +1" in text(open_page(cleo, only="language:lt", **span(now)))
    parts = parted(about(cleo, now, by="channel"), Days(now.date(), now.date()))
    assert {key: figures.opened for key, figures in parts.items()} == {"portal": 1, "email": 1}


def test_each_figure_opens_its_cases(asks, bea, cleo, answer, open_page, now):
    done, waits = asks(1), asks(2)
    answer(done, bea, now + HOUR, resolves=True)
    count_all()
    listed = {
        figure: set(re.findall("C-[A-Z0-9]{6}", text(open_page(cleo, "report-cases", figure=figure, **span(now)))))
        for figure in ("opened", "resolved", "first_replies", "next_replies", "resolutions", "backlog", "reopened")
    }
    assert listed["opened"] == {done.ref, waits.ref}
    assert listed["resolved"] == listed["first_replies"] == listed["resolutions"] == {done.ref}
    assert listed["backlog"] == {waits.ref}
    assert not listed["next_replies"] and not listed["reopened"]
    assert listed["opened"] <= set(
        re.findall("C-[A-Z0-9]{6}", text(open_page(cleo, "report-cases", figure="mood", **span(now))))
    )


def test_the_backlog_of_a_day_long_past_lists_what_was_open_then(asks, bea, cleo, open_page, now):
    case = asks(1)
    cases.resolve(case, by=bea, at=now + 3 * DAY)
    count_all()
    then = {"last": (now + 2 * DAY).date().isoformat(), "first": now.date().isoformat()}
    after = {"last": (now + 3 * DAY).date().isoformat(), "first": now.date().isoformat()}
    assert case.ref in text(open_page(cleo, "report-cases", figure="backlog", **then))
    assert case.ref not in text(open_page(cleo, "report-cases", figure="backlog", **after))


def test_lists_go_on_page_by_page(asks, cleo, open_page, now):
    for number in range(52):
        asks(number)
    count_all()
    first = open_page(cleo, "report-cases", figure="opened", **span(now))
    older = re.search(r'rel="next" href="([^"]+)"', first.content.decode())[1].replace("&amp;", "&")
    client = Client()
    client.force_login(cleo)
    both = text(first) + text(client.get(older))
    assert len(set(re.findall("C-[A-Z0-9]{6}", both))) == 52


def test_tables_are_files_for_spreadsheets(asks, cleo, open_page, now):
    asks(1)
    count_all()
    before, whole = table(open_page(cleo, "report-csv", table="whole", **span(now)))
    assert (before["opened"], whole["opened"], whole["kept_rate"]) == ("0", "1", "")
    assert len(table(open_page(cleo, "report-csv", table="periods", **span(now)))) == 7
    book = open_page(cleo, "report-xlsx", table="parts", **span(now))
    names = zipfile.ZipFile(io.BytesIO(b"".join(book.streaming_content))).namelist()
    assert "xl/worksheets/sheet1.xml" in names
    assert open_page(cleo, "report-csv", table="nonsense").status_code == 404


def test_what_makes_no_sense_is_the_usual_report(cleo, open_page, hale):
    asked = {"first": "0001-01-01", "last": "never", "period": "aeon", "by": "mood", "only": "person:me", "team": "x"}
    assert "Nothing is counted in these days" in text(open_page(cleo, **asked))


def test_more_cases_take_no_more_questions(asks, cleo, bea, answer, now):
    client = Client()
    client.force_login(cleo)

    def questions():
        count_all()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("reports"), {"by": "person"} | span(now)).status_code == 200
        return len(asked)

    answer(asks(1), bea, now + HOUR)
    few = questions()
    for number in range(2, 9):
        answer(asks(number, at=now + number * HOUR), bea, now + (number + 1) * HOUR)
    assert questions() <= few < 30
