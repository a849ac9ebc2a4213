"""Sol hears of cases about what he sold, answers inside, and sees his figures; Cleo sees everybody's; others nothing."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Case, MessageKind
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following
from makegood.desk.sales import figures
from makegood.events.models import Event
from makegood.insight import actions as insight
from makegood.insight.models import SoldTally
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.promises import actions as promises
from makegood.staff import actions as staff
from makegood.staff.models import Role, User

DAY = dt.timedelta(days=1)


@pytest.fixture
def named(hale, ada, lamp, now) -> Case:
    """Ada writes about her lamp, by its number."""
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    words = Words(text="My order 1001 flickers.", sender="ada@customer.example", sender_name="Ada Byron")
    case, _ = cases.open_case(brand=hale, customer=ada, subject="It flickers", words=words, channel="email", at=now)
    return case


def settle() -> None:
    while following.work(at=timezone.now()):
        pass


def count_sales() -> None:
    """All that follows from what happened, and the figures brought up to date; whether the sums are those of the rows."""
    settle()
    now = timezone.now()
    while promises.seal(at=now) or insight.bring_up_to_date(at=now) or insight.follow_the_ledger(at=now):
        settle()
    while insight.count_sales(at=now):
        pass
    assert insight.sales_drift() == {}


def year_of(*, at: dt.datetime) -> list[figures.Figures]:
    """Everybody's figures, once all that happened is counted."""
    count_sales()
    return figures.of(SoldTally.objects.all(), at=at)


def told(user: User) -> list[str]:
    return list(Outgoing.objects.filter(staff=user, kind=Outgoing.Kind.NOTICE).values_list("subject", flat=True))


def read(client, user: User, name: str, *args: str) -> str:
    client.force_login(user)
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_sol_hears_once_of_a_case_about_his_sale(named, buy, sol, ada, now):
    settle()
    other = buy("1002", now)
    cases.note_order(named, other, by="", at=now)
    settle()
    [subject] = told(sol)
    assert subject == f"[{named.ref}] A case about your sale: order 1001"
    assert f"/sellers/cases/{named.ref}" in Outgoing.objects.get(staff=sol).text


def test_sol_reads_the_case_and_answers_inside_and_its_owner_hears_it(client, named, sol, bea, now):
    cases.assign(named, owner=bea, by=bea, at=now)
    cases.note(named, text="He sells many of these.", by=bea, at=now)
    page = read(client, sol, "sale-case", named.ref)
    for words in ("My order 1001 flickers.", "He sells many of these.", "Order 1001", "Bea"):
        assert words in page
    client.post(reverse("sale-notes", args=[named.ref]), {"words": "The bulb of that batch is weak."})
    note = named.messages.get(staff=sol)
    assert (note.kind, note.text) == (MessageKind.NOTE, "The bulb of that batch is weak.")
    settle()
    assert f"[{named.ref}] Sol, who sold it, wrote a note" in told(bea)
    empty = client.post(reverse("sale-notes", args=[named.ref]), {"words": " "})
    assert empty.status_code == 422


def test_a_seller_sees_only_cases_of_their_own_sales(client, named, refund, sol, bea, now, support):
    other = staff.enrol(
        email="tia@hale.example", name="Tia", role=Role.SELLER, language="en", timezone="UTC", teams=[support], at=now
    )
    for user, ref in ((sol, refund.ref), (other, named.ref), (bea, named.ref)):
        client.force_login(user)
        assert client.get(reverse("sale-case", args=[ref])).status_code == 404
        assert client.post(reverse("sale-notes", args=[ref]), {"words": "Hello"}).status_code == 404
    client.force_login(sol)
    assert client.get(reverse("case", args=[named.ref])).status_code == 403
    assert "It flickers" in read(client, sol, "sellers")
    assert "It flickers" not in read(client, other, "sellers")


def test_what_is_held_back_or_on_a_shelf_is_not_there(client, named, sol, bea, now):
    cases.reply(named, cases.replying.Answer(text="Half a thought"), by=bea, at=timezone.now())
    assert "Half a thought" not in read(client, sol, "sale-case", named.ref)
    cases.junk(named, by=bea, at=now)
    client.force_login(sol)
    assert client.get(reverse("sale-case", args=[named.ref])).status_code == 404


def test_of_a_case_that_was_merged_sol_sees_the_other(client, named, refund, sol, bea, now):
    cases.merge(named, into=refund, by=bea, at=now)
    page = read(client, sol, "sale-case", refund.ref)
    assert "My order 1001 flickers." in page
    assert "Order 1001" in page


@pytest.fixture
def year(buy, now) -> list[Order]:
    """Forty orders: of ten, two came late and one was cancelled; four came back; of one there are two cases."""
    sold = [buy(f"N{number}", now, promised_at=now + 4 * DAY) for number in range(40)]
    promises.settle_due(at=now + 3 * DAY)
    for number, order in enumerate(sold):
        if number == 0:
            orders.cancel(order, cancelled_at=now + DAY, by="", at=now + DAY)
        elif number > 2:
            orders.deliver(order, pieces={}, delivered_at=now + 2 * DAY, by="", at=now + 3 * DAY)
    promises.settle_due(at=now + 5 * DAY)
    for order in sold[10:14]:
        orders.take_back(order, pieces={"LAMP": 1}, by="", at=now + 6 * DAY)
    return sold


def complain(order: Order, at: dt.datetime) -> Case:
    words = Words(text=f"{order.number}?", sender="ada@customer.example")
    known = {"brand": order.brand, "customer": order.customer, "subject": "", "channel": "email"}
    case, _ = cases.open_case(words=words, at=at, **known)
    cases.note_order(case, order, by="", at=at)
    return case


def test_the_figures_are_counted_with_their_intervals(year, sol, now):
    for _ in range(2):
        complain(year[5], now + 7 * DAY)
    [found] = year_of(at=now + 8 * DAY)
    assert (found.seller, found.orders, found.returned, found.complaints) == (sol, 40, 4, 2)
    assert (found.kept, found.broken, found.excused) == (37, 2, 1)
    assert found.kept_rate.value == pytest.approx(37 / 39)
    assert (found.kept_rate.low, found.kept_rate.high) == pytest.approx((0.831, 0.986), abs=0.001)
    assert found.return_rate.value == 10
    assert (found.return_rate.low, found.return_rate.high) == pytest.approx((3.96, 23.05), abs=0.01)
    assert found.complaint_rate.value == 5
    assert (found.complaint_rate.low, found.complaint_rate.high) == pytest.approx((0.606, 18.06), abs=0.01)
    assert year_of(at=now + 400 * DAY) == []


def test_below_twenty_there_are_too_few_to_judge(buy, now):
    for number in range(19):
        buy(f"N{number}", now)
    [found] = year_of(at=now + DAY)
    assert found.orders == 19
    assert found.kept_rate is found.complaint_rate is found.return_rate is None


def test_sol_sees_his_own_cleo_everybodys_and_those_elsewhere_none(client, buy, sol, cleo, eve, bea):
    for number in range(20):
        buy(f"N{number}", timezone.now() - DAY)
    count_sales()
    own = read(client, sol, "sellers")
    assert "Your own sales" in own
    assert "Everybody who sells" not in own
    everybody = read(client, cleo, "sellers")
    assert reverse("seller", args=[sol.ref]) in everybody
    assert "All together" in everybody
    assert "Complaints per 100 orders" in read(client, cleo, "seller", sol.ref)
    for user, status in ((sol, 403), (bea, 403), (eve, 403)):
        client.force_login(user)
        assert client.get(reverse("seller", args=[sol.ref])).status_code == status
    assert "No orders of yours" in read(client, eve, "sellers")


def test_more_sellers_and_cases_ask_the_database_no_more(
    client, buy, year, cleo, support, now, django_assert_num_queries
):
    def ask(at: dt.datetime) -> int:
        return len(figures.of(SoldTally.objects.all(), at=at))

    complain(year[1], now)
    count_sales()
    with django_assert_num_queries(2):
        assert ask(now + DAY) == 1
    for number in range(3):
        seller = staff.enrol(
            email=f"s{number}@hale.example", name=f"S{number}", role=Role.SELLER, language="en", timezone="UTC",
            teams=[support], at=now,
        )  # fmt: skip
        complain(buy(f"M{number}", now, seller=seller.email), now)
    count_sales()
    with django_assert_num_queries(2):
        assert ask(now + DAY) == 4
    assert Event.objects.filter(name="case.order_noted").count() == 4
