"""Whoever is at the front grants at once what they may; above it a lead is asked, with a clock on the answer."""

import datetime as dt
from decimal import Decimal

import pytest

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.conftest import person
from makegood.customers import actions as customers
from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, State
from makegood.recovery import actions as recovery
from makegood.recovery import meters
from makegood.recovery.gift import Gift
from makegood.recovery.models import Ask, AskState, Granted, Remedy, RemedyState
from makegood.staff.models import Role

MINUTE = dt.timedelta(minutes=1)


def voucher(amount: str, currency: str = "EUR") -> Gift:
    return Gift(kind="voucher", amount=Decimal(amount), currency=currency)


@pytest.fixture
def may_fifty(owner, now):
    """An agent: 50 euro a case, 80 a month. A lead: 200 and 1,000."""
    for role, case, month in (("agent", 50, 80), ("lead", 200, 1000)):
        recovery.set_authority(
            role=role, currency="EUR", per_case=Decimal(case), per_month=Decimal(month), by=owner, at=now
        )


@pytest.fixture
def kettle(hale, now):
    jonas = customers.find_or_create(address="jonas@customer.example", name="Jonas", at=now)
    words = Words(text="It leaks.", language="en", sender="jonas@customer.example")
    return cases.open_case(brand=hale, customer=jonas, subject="Kettle", words=words, channel="email", at=now)[0]


def test_a_grant_within_authority_is_owed_at_once_with_its_own_promise_and_in_the_log(may_fifty, refund, bea, now):
    remedy = recovery.grant(refund, voucher("20"), by=bea, at=now)
    assert (remedy.amount, remedy.granted_by, remedy.state) == (Decimal("20.00"), bea, RemedyState.OWED)
    assert remedy.due.words == "You get a voucher of €20.00."
    assert remedy.due.about == refund.ref
    granted = Event.objects.get(name="remedy.granted", about=refund.ref)
    assert (granted.by, granted.data["worth"]) == (bea.key, "EUR 20")


def test_a_case_allows_so_much_whoever_grants_it(may_fifty, refund, bea, support, now):
    bob = person("Bob", Role.AGENT, [support], now)
    recovery.grant(refund, voucher("30"), by=bea, at=now)
    with pytest.raises(recovery.BeyondAuthority):
        recovery.grant(refund, voucher("20.01"), by=bob, at=now)
    recovery.grant(refund, voucher("20"), by=bob, at=now)
    assert Remedy.objects.totals() == {"EUR": Decimal("50.00")}


def test_a_month_allows_so_much_in_all_cases_and_the_next_begins_anew(may_fifty, refund, kettle, bea, now):
    recovery.grant(refund, voucher("50"), by=bea, at=now)
    with pytest.raises(recovery.BeyondAuthority):
        recovery.grant(kettle, voucher("31"), by=bea, at=now)
    assert Granted.objects.filter(what=kettle.ref, minor__gt=0).count() == 0
    recovery.grant(kettle, voucher("31"), by=bea, at=now + dt.timedelta(days=30))


def test_a_currency_without_authority_is_none(may_fifty, refund, bea, now):
    with pytest.raises(recovery.BeyondAuthority):
        recovery.grant(refund, voucher("100", "JPY"), by=bea, at=now)


def test_what_costs_no_money_needs_no_authority(refund, bea, now):
    remedy = recovery.grant(refund, Gift(kind="apology"), by=bea, at=now)
    assert remedy.due.words == "Bea apologises to you in person."
    assert remedy.due.promised_by == bea


def test_two_merged_cases_allow_no_more_than_one(may_fifty, refund, kettle, bea, cleo, now):
    recovery.grant(kettle, voucher("50"), by=bea, at=now)
    cases.merge(kettle, into=refund, by=bea, at=now)
    with pytest.raises(recovery.BeyondAuthority):
        recovery.grant(refund, voucher("1"), by=bea, at=now)
    assert list(Remedy.objects.of_case(refund)) == [Remedy.objects.get()]


def test_what_the_customer_does_not_want_counts_no_more(may_fifty, refund, bea, now):
    remedy = recovery.grant(refund, Gift(kind="credit", amount=Decimal(50), currency="EUR"), by=bea, at=now)
    recovery.refuse(remedy, by=bea, at=now + MINUTE)
    recovery.grant(refund, voucher("50"), by=bea, at=now + MINUTE)


def test_merging_on_and_on_makes_no_room_for_more(may_fifty, refund, many_cases, bea, cleo, now):
    recovery.grant(refund, voucher("50"), by=bea, at=now)
    asked = recovery.ask(refund, voucher("60"), why="", by=bea, at=now)
    source = refund
    for target in many_cases[:3]:
        cases.merge(source, into=target, by=bea, at=now)
        with pytest.raises(recovery.BeyondAuthority):
            recovery.grant(target, voucher("1"), by=bea, at=now)
        source = target
    assert asked in Ask.objects.of_case(many_cases[1])
    assert meters.of(bea, many_cases[1], at=now)[0].left_in_case == 0


def test_nobody_lets_their_ask_be_granted_to_themselves_by_merging(may_fifty, refund, hale, bea, cleo, now):
    herself = customers.find_or_create(address=bea.email, name="B.", at=now)
    words = Words(text="My parcel!", language="en", sender=bea.email)
    hers, _ = cases.open_case(brand=hale, customer=herself, subject="", words=words, channel="email", at=now)
    asked = recovery.ask(refund, voucher("60"), why="", by=bea, at=now)
    cases.merge(refund, into=hers, by=bea, at=now)
    with pytest.raises(Refusal, match="Whoever asked"):
        recovery.answer(asked, granted=True, by=cleo, at=now)
    assert not Remedy.objects.exists()


@pytest.mark.parametrize("address", ["bea@hale.example", "BEA+shop@Hale.example"])
def test_nobody_grants_to_a_customer_with_their_own_address(may_fifty, hale, bea, cleo, now, address):
    herself = customers.find_or_create(address=address, name="B.", at=now)
    words = Words(text="My parcel!", language="en", sender=address)
    case, _ = cases.open_case(brand=hale, customer=herself, subject="", words=words, channel="email", at=now)
    with pytest.raises(Refusal, match="Nobody grants"):
        recovery.grant(case, voucher("5"), by=bea, at=now)
    with pytest.raises(Refusal):
        recovery.ask(case, voucher("500"), why="", by=bea, at=now)
    assert recovery.grant(case, voucher("5"), by=cleo, at=now)


@pytest.mark.parametrize("shelve", [cases.junk, cases.delete])
def test_nothing_is_granted_in_a_case_that_nobody_works_on(may_fifty, refund, bea, cleo, now, shelve):
    asked = recovery.ask(refund, voucher("60"), why="", by=bea, at=now)
    shelve(refund, by=cleo, at=now)
    with pytest.raises(Refusal, match="Nobody works"):
        recovery.grant(refund, voucher("5"), by=bea, at=now)
    with pytest.raises(Refusal, match="Nobody works"):
        recovery.answer(asked, granted=True, by=cleo, at=now)
    assert not Remedy.objects.exists()


@pytest.mark.parametrize(
    ("gift", "field"),
    [
        (voucher("0"), "amount"),
        (voucher("-5"), "amount"),
        (voucher("1.001"), "amount"),
        (voucher("1.5", "JPY"), "amount"),
        (voucher("5", "EUX"), "currency"),
        (Gift(kind="words"), "words"),
        (Gift(kind="cake"), "kind"),
    ],
)
def test_a_slip_is_told_at_its_field(may_fifty, refund, bea, now, gift, field):
    with pytest.raises(Refusal) as refusal:
        recovery.grant(refund, gift, by=bea, at=now)
    assert refusal.value.field == field
    assert not Remedy.objects.exists()


def test_a_lead_is_asked_and_their_answer_has_a_clock(may_fifty, refund, bea, cleo, now):
    asked = recovery.ask(refund, voucher("120"), why="A wedding cake.", by=bea, at=now)
    assert asked.due.due_at == now + 30 * MINUTE
    assert (asked.due.about, asked.due.customer, asked.due.state) == (asked.ref, None, State.OPEN)
    recovery.answer(asked, granted=True, by=cleo, at=now + 10 * MINUTE)
    asked.refresh_from_db()
    asked.due.refresh_from_db()
    assert (asked.state, asked.answered_by, asked.due.state) == (AskState.GRANTED, cleo, State.KEPT)
    assert asked.remedy.granted_by == cleo
    assert asked.remedy.amount == Decimal("120.00")
    recovery.answer(asked, granted=True, by=cleo, at=now + 11 * MINUTE)
    assert Remedy.objects.count() == 1


def test_an_answer_that_does_not_come_in_time_breaks_its_promise(may_fifty, refund, bea, now):
    asked = recovery.ask(refund, voucher("120"), why="", by=bea, at=now)
    promises.settle_due(at=now + 31 * MINUTE)
    assert Commitment.objects.get(pk=asked.due_id).state == State.BROKEN


def test_a_lead_grants_within_their_own_authority_alone(may_fifty, refund, bea, cleo, owner, now):
    asked = recovery.ask(refund, voucher("201"), why="", by=bea, at=now)
    with pytest.raises(recovery.BeyondAuthority):
        recovery.answer(asked, granted=True, by=cleo, at=now)
    assert Ask.objects.get().state == AskState.WAITING
    recovery.answer(asked, granted=True, by=owner, at=now)
    assert Remedy.objects.get().amount == Decimal("201.00")


def test_nobody_answers_themselves_and_no_agent_another(may_fifty, refund, bea, cleo, support, now):
    mine = recovery.ask(refund, voucher("300"), why="", by=cleo, at=now)
    bob = person("Bob", Role.AGENT, [support], now)
    for somebody in (cleo, bob):
        with pytest.raises(Refusal):
            recovery.answer(mine, granted=True, by=somebody, at=now)


def test_who_declines_says_why(may_fifty, refund, bea, cleo, now):
    asked = recovery.ask(refund, voucher("120"), why="", by=bea, at=now)
    with pytest.raises(Refusal):
        recovery.answer(asked, granted=False, by=cleo, at=now)
    recovery.answer(asked, granted=False, words="Offer a repair first.", by=cleo, at=now)
    asked.refresh_from_db()
    assert (asked.state, asked.answer) == (AskState.DECLINED, "Offer a repair first.")
    assert not Remedy.objects.exists()


def test_a_lead_sets_what_agents_may_and_never_what_leads_may(cleo, bea, owner, now):
    amounts = {"currency": "EUR", "per_case": Decimal(10), "per_month": Decimal(20), "at": now}
    recovery.set_authority(role="agent", by=cleo, **amounts)
    for role, by in (("lead", cleo), ("admin", cleo), ("agent", bea)):
        with pytest.raises(Refusal):
            recovery.set_authority(role=role, by=by, **amounts)
    recovery.set_authority(role="lead", by=owner, **amounts)
    assert Event.objects.filter(name="authority.set").count() == 2


def test_money_adds_up_by_currency_to_its_smallest_unit(refund, owner, now):
    given = [("EUR", "0.10")] * 30 + [("EUR", "0.70")] * 10 + [("JPY", "333")] * 3 + [("KWD", "0.001")] * 7
    for currency, amount in given:
        recovery.grant(refund, Gift("credit", Decimal(amount), currency), by=owner, at=now)
    sums = {currency: str(total) for currency, total in Remedy.objects.totals().items()}
    assert sums == {"EUR": "10.00", "JPY": "999", "KWD": "0.007"}
