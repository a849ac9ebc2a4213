"""What mistakes cost is set from a day on, and what was counted before stays as it is."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from makegood.events.models import Event
from makegood.events.refusals import Refusal
from makegood.quality import actions as quality
from makegood.quality import pricing
from makegood.quality.models import Cost, Rates
from makegood.quality.tests.conftest import EURO
from makegood.recovery import actions as recovery
from makegood.recovery.models import Trigger

DAY = dt.timedelta(days=1)


def test_they_are_in_force_from_their_day_on(hale, owner, now):
    today = now.date()
    quality.set_rates(EURO, brand=None, since=today, by=owner, at=now)
    dearer = dataclasses.replace(EURO, complaint=Decimal("30.00"))
    quality.set_rates(dearer, brand=None, since=today + 7 * DAY, by=owner, at=now)
    assert Rates.objects.on(hale.pk, today - DAY) is None
    assert Rates.objects.on(hale.pk, today + 6 * DAY).per_complaint == Decimal("25.00")
    assert Rates.objects.on(hale.pk, today + 7 * DAY).per_complaint == Decimal("30.00")
    assert Event.objects.filter(name="quality.rates_set").count() == 2


def test_a_brand_may_have_its_own_in_its_own_currency(hale, owner, now):
    yen = dataclasses.replace(
        EURO, currency="JPY", complaint=Decimal(3000), returned=Decimal(0), contact=Decimal(500), minute=Decimal(90)
    )
    quality.set_rates(EURO, brand=None, since=now.date(), by=owner, at=now)
    quality.set_rates(yen, brand=hale, since=now.date(), by=owner, at=now)
    found = Rates.objects.on(hale.pk, now.date())
    assert (found.currency, found.per_complaint, found.return_minor) == ("JPY", Decimal(3000), 0)


def test_the_first_may_begin_in_the_past_and_no_later_ones(hale, owner, now):
    quality.set_rates(EURO, brand=None, since=now.date() - 90 * DAY, by=owner, at=now)
    with pytest.raises(Refusal) as refused:
        quality.set_rates(EURO, brand=None, since=now.date() - DAY, by=owner, at=now)
    assert refused.value.field == "since"
    assert Rates.objects.count() == 1


def test_new_rates_leave_what_was_counted_as_it_is(in_euro, owner, refund, bea, now):
    found = recovery.open_by_hand(refund, Trigger.Kind.COMPLAINT, by=bea, at=now)
    quality.see_recovery(found.ref)
    dearer = dataclasses.replace(EURO, complaint=Decimal("99.00"))
    quality.set_rates(dearer, brand=None, since=now.date(), by=owner, at=now)
    quality.price_past()
    assert Cost.objects.get().amount == Decimal("25.00")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"currency": "EUX"}, "currency"),
        ({"complaint": Decimal("-1")}, "complaint"),
        ({"returned": Decimal("0.001")}, "returned"),
        ({"minute": Decimal("NaN")}, "minute"),
        ({"contact": Decimal(10) ** 10}, "contact"),
        ({"reply_minutes": -1}, "reply_minutes"),
        ({"note_minutes": 2000}, "note_minutes"),
    ],
)
def test_what_is_no_amount_is_refused_by_its_field(hale, owner, now, wrong, field):
    with pytest.raises(Refusal) as refused:
        quality.set_rates(dataclasses.replace(EURO, **wrong), brand=None, since=now.date(), by=owner, at=now)
    assert refused.value.field == field
    assert not Rates.objects.exists()


def test_a_week_is_that_of_the_brands_own_calendar():
    late = dt.datetime(2026, 6, 7, 23, 30, tzinfo=dt.UTC)
    assert pricing.week_of(pricing.day_of(late, "UTC")) == dt.date(2026, 6, 1)
    assert pricing.week_of(pricing.day_of(late, "Europe/Vilnius")) == dt.date(2026, 6, 8)
