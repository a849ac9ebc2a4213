"""The quality page: it tells what was counted, no more than the reader may see, and every figure opens what is behind it."""

import csv
import datetime as dt
import io
import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.cases import actions as cases
from makegood.clockwork import following
from makegood.orders.models import Order
from makegood.quality.models import Cost, Rates
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Trigger
from makegood.staff import actions as staff

DAY = dt.timedelta(days=1)


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0) - 60 * DAY


def react():
    while following.work(at=timezone.now()):
        pass


@pytest.fixture
def history(in_euro, asks, sells, close, bea, owner, now):
    """Forty cases in six weeks, one in four of which went wrong; late lamps, and a gift in yen."""
    late = recovery.add_cause("Late", under=None, by=owner, at=now)
    for number in range(40):
        at = now + number * DAY
        case = asks(number, at=at)
        if number % 4 == 0:
            sells(str(number), f"customer{number}@customer.example", "LAMP" if number % 8 else "CLOCK", at=at)
            cases.note_order(case, Order.objects.get(number=str(number)), by=bea.key, at=at)
            found = recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=bea, at=at)
            if number % 8:
                recovery.learn(found, late, by=bea, at=at)
        if number == 4:
            gives(case, Decimal(10), "EUR", by=owner, at=at)
        close(case, at)
    gives(asks(99), Decimal(1000), "JPY", by=owner, at=now)
    react()
    return late


def gives(case, amount, currency, *, by, at):
    gift = Gift(kind="credit", amount=amount, currency=currency)
    recovery.give(recovery.grant(case, gift, by=by, at=at), by=by, at=at)


def read(client, name, **asked):
    response = client.get(reverse(name), asked)
    assert response.status_code == 200
    return response


def table(client, **asked):
    text = b"".join(read(client, "quality-table", **asked).streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_it_says_that_nothing_is_counted_yet(client, hale, cleo):
    client.force_login(cleo)
    assert "Nothing is counted in these weeks" in read(client, "quality").content.decode()


def test_with_few_cases_costs_are_told_and_no_rate(client, in_euro, asks, close, cleo, now, bea):
    case = asks(1)
    recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=bea, at=now)
    close(case, now)
    react()
    client.force_login(cleo)
    page = read(client, "quality").content.decode()
    assert "€25.00" in page
    assert "1 case was closed: too few to judge" in page
    assert "control-chart" not in page


def test_it_tells_costs_level_and_charts_that_add_up_and_open_their_cases(client, history, cleo):
    client.force_login(cleo)
    page = read(client, "quality").content.decode()
    assert "€250.00" in page
    assert "€260.00" in page
    assert "¥1,000" in page
    assert ">25\u00a0%</td>" in page
    # 10 defects in 40 cases of 5 opportunities; the normal quantile of 0.95 is 1.645.
    assert re.search(r">50,000</td>.*>3.14</td>", page)
    assert page.count('class="control-chart"') == 2
    assert "style=" not in page
    _every_table_adds_up_to_the_cent(client)
    _each_point_opens_its_cases(client, page)
    _lists_go_on_page_by_page(client)


def _every_table_adds_up_to_the_cent(client):
    costs = {}
    for one in Cost.objects.all():
        costs[one.currency] = costs.get(one.currency, Decimal(0)) + one.amount
    assert costs["JPY"] == 1000
    for currency, total in costs.items():
        kinds = [Decimal(row["amount"]) for row in table(client, table="kinds") if row["currency"] == currency]
        assert sum(kinds) == total
        for name in ("causes", "products"):
            rows = table(client, table=name, currency=currency)
            assert sum(Decimal(row["amount"]) for row in rows) == total
            assert rows[-1]["cumulative"] == "1.0000"
        rows = [row for row in table(client, table="costs") if row["currency"] == currency]
        assert sum(Decimal(row["amount"]) for row in rows) == total


def _each_point_opens_its_cases(client, page):
    points = re.findall(r'<a href="([^"]+week=[^"]+)" tabindex="-1">', page)
    weeks = table(client, table="weeks")
    assert len(points) == 2 * len(weeks)
    for address, row in zip(points, weeks, strict=False):
        behind = client.get(address.replace("&amp;", "&")).content.decode()
        assert len(set(re.findall(r"C-[2-9A-Z]{6}", behind))) == int(row["bad"])


def _lists_go_on_page_by_page(client):
    found, address = [], reverse("quality-cases")
    while address:
        page = client.get(address).content.decode()
        found += re.findall(r">(C-[2-9A-Z]{6})<", page)
        older = re.search(r'rel="next" href="([^"]+)"', page)
        address = older[1].replace("&amp;", "&") if older else ""
    assert len(found) == len(set(found)) == 40


def test_the_dearest_stands_first_and_opens_its_costs(client, history, cleo):
    client.force_login(cleo)
    rows = table(client, table="products", currency="EUR")
    assert [(row["product"], row["amount"]) for row in rows] == [
        ("Lamp", "135.00"), ("Clock", "125.00"),
    ]  # fmt: skip
    assert [row["facts"] for row in rows] == ["6", "5"], "what was given in yen is another table's"
    page = read(client, "quality-costs", cause=str(history.pk)).content.decode()
    assert page.count("Complaints") >= 5
    behind = Cost.objects.filter(cause=history)
    assert all(one.case.ref in page for one in behind)
    others = Cost.objects.filter(cause=None, case__isnull=False).exclude(case__in=behind.values("case"))
    assert not any(one.case.ref in page for one in others)


def test_whoever_serves_another_brand_sees_nothing_of_ours(client, history, hale, eve, now):
    team = staff.make_team(name="Far", by="", at=now)
    brands.open_brand(
        name="North", languages=["en"], timezone="UTC", calendar=hale.calendar, teams=[team], by="", at=now
    )
    ed = staff.enrol(
        email="ed@north.example", name="Ed", role="lead", language="en", timezone="UTC", teams=[team], at=now
    )
    client.force_login(ed)
    assert "€" not in read(client, "quality", brand="hale").content.decode()
    for name in ("quality-costs", "quality-cases"):
        assert not re.search(r"C-[2-9A-Z]{6}", read(client, name, brand="hale").content.decode())
    assert not table(client, table="costs")
    client.force_login(eve)
    assert client.get(reverse("quality")).status_code == 403


def test_an_address_that_makes_no_sense_is_no_trouble(client, in_euro, asks, close, cleo, bea, now):
    case = asks(1)
    recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=bea, at=now)
    close(case, now)
    react()
    client.force_login(cleo)
    for asked in (
        {"brand": "none", "weeks": "1", "currency": "€€€"},
        {"kind": "x", "product": "x", "cause": "x", "week": "2026-99-99", "after": "x.y"},
        {"product": "none", "cause": "none", "week": "0001-01-01", "after": "2026-01-01.x"},
    ):
        for name in ("quality", "quality-costs", "quality-cases", "quality-table"):
            read(client, name, **asked)
    assert client.get(reverse("quality-table"), {"table": "x"}).status_code == 404


def test_it_asks_as_many_questions_with_more_cases(client, history, asks, close, cleo, bea, now):
    client.force_login(cleo)
    counts = []
    read(client, "quality")
    for round_ in range(2):
        for number in range(100 * round_, 130 * round_):
            case = asks(number, at=now + 45 * DAY)
            recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=bea, at=now + 45 * DAY)
            close(case, now + 45 * DAY)
        react()
        for name in ("quality", "quality-costs", "quality-cases"):
            with CaptureQueriesContext(connection) as queries:
                read(client, name)
            counts.append(len(queries))
    assert counts[:3] == counts[3:]
    assert max(counts) < 20


def test_an_administrator_sets_rates(client, hale, owner):
    client.force_login(owner)
    assert "Set rates" in read(client, "quality-rates").content.decode()
    told = {
        "brand": hale.pk, "since": "2026-01-01", "currency": "eur", "complaint": "25", "returned": "12.50", "contact": "0",
        "minute": "0.75", "reply_minutes": "8", "note_minutes": "4",
    }  # fmt: skip
    assert client.post(reverse("quality-rates"), told).status_code == 302
    assert Rates.objects.get().return_minor == 1250
    again = client.post(reverse("quality-rates"), told | {"complaint": "30"})
    assert again.status_code == 422
    assert "Rates begin today or later" in again.content.decode()
    assert client.post(reverse("quality-rates"), {}).status_code == 422
