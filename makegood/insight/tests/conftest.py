"""What several tests of the figures stand on."""

import datetime as dt

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.words import Words
from makegood.channels.email import actions as email
from makegood.clockwork import following
from makegood.customers import actions as customers
from makegood.insight import actions as insight
from makegood.insight.actions.mending import months
from makegood.insight.models import CaseDay, Span, Tally
from makegood.promises import actions as promises


def count_all():
    """All that follows from what happened, and the figures brought up to date; whether the sums are those of the rows."""
    now = timezone.now()
    while following.work(at=now):
        pass
    while promises.seal(at=now) or insight.follow_the_ledger(at=now) or insight.bring_up_to_date(at=now):
        pass
    for month in months():
        assert insight.drift(month) == {}


def told(**which):
    """The kept figures of days by name, zeros left out: {(day, what): {name: count}}."""
    found = {}
    for tally in Tally.objects.filter(**{"span": Span.DAY, "of": ""} | which).order_by("start"):
        figures = {name: value for name, value in tally.sums.items() if value}
        if figures:
            found[(tally.start.isoformat(), tally.what) if tally.of else tally.start.isoformat()] = figures
    return found


def rows():
    """Every row, for comparison; their keys left out."""
    return sorted(
        CaseDay.objects.values_list(
            "case", "day", "person", "opened", "resolved", "reopened", "kept", "broken"
        ).iterator(),
        key=str,
    )


@pytest.fixture
def asks(hale, now):
    """A customer of a number opens a case."""

    def ask(number, *, brand=hale, at=now, language="en", channel="email"):
        address = f"customer{number}@customer.example"
        who = customers.find_or_create(address=address, name=f"Customer {number}", language=language, at=at)
        words = Words(text="?", language=language, sender=address)
        return cases.open_case(brand=brand, customer=who, subject=str(number), words=words, channel=channel, at=at)[0]

    return ask


@pytest.fixture
def answer(hale, now):
    """Reply to a case, and let the reply go: there is a mailbox for it."""
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)

    def reply(case, by, at, *, text="Here you are.", resolves=False):
        message = cases.reply(case, Answer(text=text, resolves=resolves, undo_seconds=0), by=by, at=at)
        case.refresh_from_db()
        return message

    return reply


@pytest.fixture
def writes():
    """The customer of a case writes again."""

    def write(case, at):
        words = Words(text="And?", language="en", sender=case.customer.contact_points.get().value)
        return cases.add_words(case, customer=case.customer, words=words, channel="email", at=at)

    return write


HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
