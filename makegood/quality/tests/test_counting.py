"""What goes wrong is counted in money as it happens: each fact once, and the kept sums are those of the rows."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.clockwork import following, promising
from makegood.events import actions as events
from makegood.events.models import Origin, Reaction
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.orders.models import Order, Product
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, State
from makegood.quality import actions as quality
from makegood.quality.models import Cost, Inspection, Lot, Tally
from makegood.quality.tests.conftest import EURO, adds_up, sums
from makegood.recovery import actions as recovery
from makegood.recovery import matters
from makegood.recovery.gift import Gift
from makegood.recovery.models import Outcome, StepName, Trigger

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
Kind = Cost.Kind


def react():
    while following.work(at=timezone.now()):
        pass
    assert not Reaction.objects.exclude(trouble="").exists(), Reaction.objects.exclude(trouble="").first().trouble


def complains(case, by, at):
    return recovery.open_by_hand(case, Trigger.Kind.COMPLAINT, by=by, at=at)


def booked(kind):
    return [(one.quantity, one.amount) for one in Cost.objects.filter(kind=kind)]


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0) - 30 * DAY


def test_a_complaint_costs_what_the_rates_say(in_euro, refund, bea, now):
    complains(refund, bea, now)
    react()
    cost = Cost.objects.get()
    assert (cost.kind, cost.amount, cost.currency, cost.case) == (Kind.COMPLAINT, Decimal("25.00"), "EUR", refund)
    adds_up()


def test_told_twice_it_is_counted_once(in_euro, refund, bea, now):
    found = complains(refund, bea, now)
    react()
    quality.see_recovery(found.ref)
    assert Tally.objects.get(of="").count == 1


def test_where_there_was_nothing_to_make_good_it_cost_nothing_until_it_runs_again(in_euro, refund, bea, now):
    found = complains(refund, bea, now)
    react()
    recovery.end(found, Outcome.NEEDLESS, by=bea, at=now + HOUR)
    react()
    assert not Cost.objects.exists()
    assert set(Tally.objects.values_list("count", "minor")) == {(0, 0)}
    recovery.resume(found, by=bea, at=now + 2 * HOUR)
    react()
    assert booked(Kind.COMPLAINT) == [(1, Decimal("25.00"))]
    adds_up()


def test_a_return_costs_its_product(in_euro, hale, sells, refund, now):
    sells("1", "ada@customer.example", "LAMP", "CLOCK", at=now, delivered_at=now + DAY)
    sells("1", "ada@customer.example", "LAMP", "CLOCK", at=now, delivered_at=now + DAY, returned={"LAMP": 1})
    react()
    cost = Cost.objects.get()
    assert (cost.kind, cost.product.sku, cost.amount) == (Kind.RETURN, "LAMP", Decimal("12.50"))
    assert cost.about == Order.objects.get().ref
    adds_up()


def test_what_was_given_costs_what_it_is_worth_in_its_own_currency(in_euro, owner, refund, now):
    gift = Gift(kind="credit", amount=Decimal(1000), currency="JPY")
    remedy = recovery.grant(refund, gift, by=owner, at=now)
    recovery.give(remedy, by=owner, at=now)
    react()
    assert [(one.amount, one.currency) for one in Cost.objects.all()] == [(Decimal(1000), "JPY")]
    adds_up()


def test_a_closed_case_costs_its_contacts_and_minutes(in_euro, refund, bea, close, now):
    for number in (1, 2):
        words = Words(text="And?", language="en", sender="ada@customer.example")
        cases.add_words(refund, customer=refund.customer, words=words, channel="email", at=now + number * 2 * HOUR)
    cases.reply(refund, answer=Answer(text="Sent."), by=bea, at=now + 5 * HOUR)
    cases.note(refund, text="Paid back.", by=bea, at=now + 5 * HOUR)
    cases.release_due(at=now + 6 * HOUR)
    close(refund, now + DAY)
    react()
    assert booked(Kind.CONTACT) == [(2, Decimal("9.98"))]
    assert booked(Kind.HANDLING) == [(12, Decimal("9.00"))]
    assert Inspection.objects.get().case == refund
    quality.inspect(refund.ref)
    assert Lot.objects.get(of="").cases == 1
    adds_up()


def test_how_a_case_went_wrong_is_counted_at_closing_each_way_once(in_euro, asks, bea, close, now):
    bad, needless = asks(1), asks(2)
    for way in (Trigger.Kind.COMPLAINT, Trigger.Kind.AGAIN, Trigger.Kind.BY_HAND):
        recovery.recover(matters.of_case(bad, days=14, at=now), way, key=way, at=now)
    recovery.recover(matters.of_case(bad, days=14, at=now), Trigger.Kind.COMPLAINT, key="again", at=now)
    recovery.end(complains(needless, bea, now), Outcome.NEEDLESS, by=bea, at=now)
    for case in (bad, needless):
        close(case, now + HOUR)
    react()
    assert {one.case: one.defects for one in Inspection.objects.all()} == {bad: 2, needless: 0}
    lot = Lot.objects.get(of="")
    assert (lot.cases, lot.bad, lot.defects) == (2, 1, 2)


def test_a_promise_that_was_broken_for_good_is_a_way_of_its_own(in_euro, asks, close, now):
    late = asks(1)
    promising.settle(at=now + 5 * DAY)
    promises.finalise(at=now + 5 * DAY + HOUR, taken_in_until=now + 5 * DAY + HOUR)
    assert Commitment.objects.filter(about=late.ref, state=State.BROKEN).exclude(final_at=None).count() > 1
    excused = asks(2, at=now + 5 * DAY)
    for case in (late, excused):
        close(case, now + 5 * DAY + 2 * HOUR)
    react()
    assert {one.case: one.defects for one in Inspection.objects.all()} == {late: 1, excused: 0}


def test_a_low_answer_is_a_way_of_its_own_and_counts_as_it_was_told_last(in_euro, asks, bea, now):
    then = now - 40 * DAY
    badly, changed, well, twice = (asks(number, at=then) for number in range(4))
    for case in (badly, changed, well, twice):
        cases.resolve(case, by=bea, at=then)
    for case, went in ((badly, 1), (changed, 2), (changed, 4), (well, 5), (twice, 1)):
        feedback.answer(case, Account("", went, True), by=case.customer, at=then)
    feedback.ask(twice, at=then + 31 * DAY)
    feedback.answer(twice, Account("", 2, True), by=twice.customer, at=then + 31 * DAY)
    cases.close_due(at=then + 32 * DAY)
    react()
    assert {one.case: one.defects for one in Inspection.objects.all()} == {badly: 1, changed: 0, well: 0, twice: 1}
    adds_up()


def test_a_low_answer_counts_in_the_case_that_another_was_merged_into(in_euro, asks, bea, close, now):
    first, second = asks(1), asks(1)
    cases.resolve(second, by=bea, at=now)
    feedback.answer(second, Account("", 1, None), by=second.customer, at=now)
    cases.merge(second, into=first, by=bea, at=now + HOUR)
    close(first, now + DAY)
    react()
    assert Inspection.objects.get().defects == 1


@pytest.mark.parametrize("origin", [Origin.LIVE, Origin.IMPORTED])
def test_a_low_answer_counts_once_as_it_happens_or_when_somebody_asks(in_euro, refund, ada, bea, close, now, origin):
    with events.told_as(origin):
        cases.resolve(refund, by=bea, at=now)
        feedback.answer(refund, Account("Late", 1, None), by=ada, at=now)
        feedback.erase_words([ada.pk])
        close(refund, now + HOUR)
    react()
    assert Inspection.objects.exists() == (origin == Origin.LIVE)
    for _again in range(2):
        quality.see_past()
    assert Inspection.objects.get().defects == 1
    assert Lot.objects.get(of="").defects == 1
    adds_up()


@pytest.mark.parametrize("shelve", [cases.delete, cases.junk])
def test_a_case_that_nobody_works_on_leaves_the_counts_but_what_was_given_stays(
    in_euro, refund, owner, bea, close, now, shelve
):
    cases.reply(refund, Answer(text="It left us today.", undo_seconds=0), by=bea, at=now)
    remedy = recovery.grant(refund, Gift(kind="credit", amount=Decimal(10), currency="EUR"), by=owner, at=now)
    recovery.give(remedy, by=owner, at=now)
    closed = close(refund, now + DAY)
    react()
    before = sums()
    shelve(closed, by=bea, at=now + 10 * DAY)
    react()
    assert [cost.kind for cost in Cost.objects.all()] == [Kind.REMEDY]
    assert not Inspection.objects.exists()
    quality.see_past()
    assert not Inspection.objects.exists(), "counted anew, it stays out"
    cases.restore(closed, by=bea, at=now + 11 * DAY)
    react()
    assert sums() == before
    adds_up()


def test_a_cause_that_is_named_later_takes_over_what_was_counted(in_euro, sells, refund, bea, owner, close, now):
    found = complains(refund, bea, now)
    close(refund, now + DAY)
    react()
    late = recovery.add_cause("Late", under=None, by=owner, at=now)
    recovery.learn(found, late, by=bea, at=now + 9 * DAY)
    react()
    assert {one.cause for one in Cost.objects.all()} == {late}
    assert Lot.objects.get(of="cause", what=str(late.pk)).cases == 1
    adds_up()
    recovery.undo(found, StepName.LEARNED, by=bea, at=now + 10 * DAY)
    react()
    assert {one.cause for one in Cost.objects.all()} == {None}
    adds_up()


def test_an_order_that_is_noted_later_names_the_product(in_euro, sells, refund, bea, now):
    complains(refund, bea, now)
    react()
    sells("1", "ada@customer.example", "LAMP", at=now)
    cases.note_order(refund, Order.objects.get(), by=bea.key, at=now)
    react()
    assert Cost.objects.get().product == Product.objects.get()
    sells("2", "ada@customer.example", "CLOCK", at=now)
    cases.note_order(refund, Order.objects.get(number="2"), by=bea.key, at=now)
    react()
    assert Cost.objects.get().product is None, "of two nobody knows which"
    adds_up()


def test_what_the_demo_or_an_import_tells_is_counted_when_somebody_asks(in_euro, refund, bea, close, now):
    with events.told_as(Origin.IMPORTED):
        complains(refund, bea, now)
        close(refund, now + DAY)
    react()
    assert not Cost.objects.exists()
    for _again in range(2):
        assert quality.see_past()
    assert booked(Kind.COMPLAINT) == [(1, Decimal("25.00"))]
    assert Inspection.objects.count() == 1
    adds_up()


def test_what_had_no_rates_is_priced_when_somebody_asks(refund, owner, bea, now):
    complains(refund, bea, now)
    react()
    assert booked(Kind.COMPLAINT) == [(1, None)]
    quality.set_rates(EURO, brand=None, since=now.date(), by=owner, at=now)
    assert quality.price_past() == 1
    quality.add_up()
    assert booked(Kind.COMPLAINT) == [(1, Decimal("25.00"))]
    assert Tally.objects.get(of="").currency == "EUR"


def test_money_adds_up_to_the_cent_whichever_way_it_is_cut(in_euro, asks, sells, bea, owner, close, now):
    cause = recovery.add_cause("Late", under=None, by=owner, at=now)
    for number in range(12):
        case = asks(number)
        sells(str(number), f"customer{number}@customer.example", "LAMP" if number % 2 else "CLOCK", at=now)
        cases.note_order(case, Order.objects.get(number=str(number)), by=bea.key, at=now)
        found = complains(case, bea, now + number * HOUR)
        if number % 3:
            recovery.learn(found, cause, by=bea, at=now)
        close(case, now + number * 2 * DAY)
    react()
    tallies, _lots = sums()
    by_dimension = {}
    for _brand, _week, of, _what, _kind, currency, _count, _quantity, minor in tallies:
        by_dimension[of, currency] = by_dimension.get((of, currency), 0) + minor
    assert by_dimension == {(of, "EUR"): 12 * 2500 for of in ("", "product", "cause")}
    assert sum(one.minor for one in Cost.objects.all()) == 12 * 2500
    assert Case.objects.filter(inspection__isnull=False).count() == 12
    adds_up()
