"""A reminder is set on the case page in words, seen by nobody else, and stands above every page once it has come."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Reminder
from makegood.channels.email import actions as email
from makegood.channels.email.models import Outgoing
from makegood.clockwork import following

AHEAD = timezone.now().replace(microsecond=0) + dt.timedelta(days=3)
TYPED = {"when": "in 3 days", "read": "in 3 days", "understood": AHEAD.isoformat(), "note": "Ask the bank."}


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def come(refund, bea, hale):
    now = timezone.now()
    email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)
    reminder = cases.remind(refund, due_at=now, note="Ask the bank.", by=bea, at=now - dt.timedelta(days=1))
    cases.remind_due(at=now)
    return reminder


def page(client, case):
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_set_in_words_once_the_date_was_shown(at_desk, refund):
    address = reverse("case-reminders", args=[refund.ref])
    shown = at_desk.post(address, {"when": "in 3 days", "note": "Ask the bank."})
    assert shown.status_code == 422
    assert 'value="Ask the bank."' in shown.content.decode()
    assert not Reminder.objects.exists()
    assert at_desk.post(address, TYPED).url.endswith("#reminders")
    assert Reminder.objects.get().due_at == AHEAD
    assert "Ask the bank." in page(at_desk, refund)


def test_nobody_else_sees_it(client, come, refund, cleo):
    client.force_login(cleo)
    assert "Ask the bank." not in page(client, refund)
    assert "Reminder:" not in client.get("/").content.decode()
    address = reverse("reminder-completion", args=[refund.ref, come.pk])
    assert client.post(address).status_code == 404


def test_come_it_stands_above_every_page_until_it_is_done(at_desk, come, refund):
    assert "Reminder: My refund" in at_desk.get("/").content.decode()
    assert "Ask the bank." in at_desk.get(reverse("notices")).content.decode()
    at_desk.post(reverse("reminder-completion", args=[refund.ref, come.pk]))
    assert "Reminder: My refund" not in at_desk.get("/").content.decode()


def test_come_it_goes_by_mail_to_who_asked_for_it(come, bea):
    while following.work(at=timezone.now()):
        pass
    mail = Outgoing.objects.get(staff=bea, identifier__contains="reminder")
    assert "Ask the bank." in mail.text


def test_what_has_come_costs_one_question_more(at_desk, come, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        at_desk.get("/")
