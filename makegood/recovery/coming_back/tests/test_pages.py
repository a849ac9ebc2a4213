"""The page of return rates: what counts, what each figure opens, and that it asks no more for more."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.recovery import actions as recovery
from makegood.recovery.coming_back import cohort, rates
from makegood.recovery.coming_back.tests.stories import buys, count_all, disappointed, writes
from makegood.recovery.gift import Gift
from makegood.recovery.models import CameBack, Outcome

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)


@pytest.fixture
def long_ago():
    return timezone.now() - 120 * DAY


def told(found):
    count_all()
    return CameBack.objects.get(pk=found.pk)


def groups(user, days=90):
    count_all()
    return cohort.of(user, cohort.window(days, at=timezone.now()))


def test_a_later_order_or_a_new_matter_is_coming_back_and_going_on_is_not(hale, bea, long_ago):
    buyer = disappointed(hale, "buyer", bea, long_ago, after=HOUR / 2)
    buys(hale, "buyer", long_ago + 40 * DAY)
    writer = disappointed(hale, "writer", bea, long_ago, after=3 * DAY)
    writes(hale, "writer", long_ago + 5 * DAY, subject="Another thing")
    stayer = disappointed(hale, "stayer", bea, long_ago)
    writes(hale, "stayer", long_ago + DAY, follows=stayer.case)
    buys(hale, "stayer", long_ago - DAY)
    found = [told(each) for each in (buyer, writer, stayer)]
    assert [(one.came, one.bought) for one in found] == [(40, 40), (5, None), (None, None)]
    assert [one.pace for one in found] == [rates.HOUR, rates.LATER, rates.NEVER]
    assert groups(bea)["all", ""] == (3, 2, 1)
    assert groups(bea, days=30)["all", ""] == (3, 1, 0)


def test_whoever_may_still_come_back_in_time_is_not_counted_and_neither_is_what_was_none(hale, bea, long_ago):
    disappointed(hale, "young", bea, timezone.now() - 89 * DAY)
    none = disappointed(hale, "none", bea, long_ago)
    recovery.end(none, Outcome.NEEDLESS, by=bea, at=long_ago + DAY)
    assert groups(bea) == {}
    assert groups(bea, days=30)["all", ""].total == 1


def test_others_see_none_of_it(hale, bea, eve, long_ago):
    disappointed(hale, "ada", bea, long_ago)
    assert groups(bea)
    assert groups(eve) == {}


def test_customers_without_trouble_of_the_same_month_stand_beside(hale, bea, long_ago):
    at = long_ago.replace(day=10)
    for number in range(3):
        disappointed(hale, f"sad{number}", bea, at)
    writes(hale, "calm", at)
    buys(hale, "calm", at + 20 * DAY)
    buys(hale, "orders", at + HOUR)
    writes(hale, "of another month", at - 40 * DAY)
    count_all()
    ours, others = cohort.compared(bea, cohort.window(30, at=timezone.now()))
    assert (ours.total, others.total, others.came) == (3, 2, 1)


def test_the_page_says_when_there_are_too_few_and_each_figure_opens_its_recoveries(client, hale, bea, long_ago):
    client.force_login(bea)
    assert "0 customers were to be won back" in client.get(reverse("came-back")).content.decode()
    for number in range(3):
        disappointed(hale, f"sad{number}", bea, long_ago, after=HOUR / 2)
    buys(hale, "sad0", long_ago + DAY)
    count_all()
    page = " ".join(client.get(reverse("came-back")).content.decode().split())
    assert "3 customers were to be won back" in page
    assert "too few to judge" in page
    assert "a claim of others, not a result" in page
    behind = reverse("came-back-behind")
    came = client.get(f"{behind}?days=90&of=pace&value=hour&came=yes").content.decode()
    assert "1 recovery behind the figure" in came
    assert "sad0" in came
    assert "sad1" not in came
    assert "3 recoveries" in client.get(f"{behind}?days=90&of=all&value=").content.decode()
    assert client.get(f"{behind}?days=nonsense&of=&value=&after=x").status_code == 200


def test_with_twenty_and_more_a_rate_is_shown_with_its_interval(client, hale, bea, long_ago):
    for number in range(24):
        found = disappointed(hale, f"sad{number}", bea, long_ago, after=HOUR / 2)
        if number % 2:
            recovery.give(recovery.grant(found.case, Gift("apology"), by=bea, at=long_ago), by=bea, at=long_ago)
            buys(hale, f"sad{number}", long_ago + DAY)
    count_all()
    client.force_login(bea)
    page = client.get(reverse("came-back")).content.decode()
    assert '<td class="number">50\u00a0%</td><td>31\u00a0% to 69\u00a0%</td>' in page
    assert "Got nothing" in page


def test_it_asks_no_more_for_more(client, hale, bea, long_ago, django_assert_max_num_queries):
    client.force_login(bea)
    disappointed(hale, "first", bea, long_ago)
    writes(hale, "calm", long_ago)
    count_all()
    client.get(reverse("came-back"))
    with django_assert_max_num_queries(30) as few:
        client.get(reverse("came-back"))
    for number in range(10):
        disappointed(hale, f"sad{number}", bea, long_ago, after=HOUR / 2)
        writes(hale, f"calm{number}", long_ago)
    count_all()
    with django_assert_max_num_queries(len(few)):
        client.get(reverse("came-back"))
