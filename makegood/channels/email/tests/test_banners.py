"""Bea sees on every page that mail cannot come or leave; the way to mend it is shown to those who may."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.brands import actions as brands
from makegood.brands.models import Organisation
from makegood.channels.email.models import Mailbox


@pytest.fixture
def page(client, box, settings):
    settings.SMTP_URL = "smtp://127.0.0.1:1"

    def show(user):
        client.force_login(user)
        return client.get(reverse("profile")).content.decode()

    return show


def test_nothing_is_said_when_all_is_well(page, bea):
    assert "in trouble" not in page(bea)
    assert "waiting" not in page(bea)


def test_without_an_outgoing_server_replies_wait(page, bea, owner, settings):
    settings.SMTP_URL = ""
    assert "No outgoing mail server is set" in page(bea)
    assert "Look at the mailboxes" not in page(bea)
    assert "Look at the mailboxes" in page(owner)


def test_trouble_is_told_once_it_lasts(page, bea):
    since = timezone.now()
    Mailbox.objects.update(fetch_trouble="[Errno 111] refused", trouble_since=since)
    assert "in trouble" not in page(bea)
    Mailbox.objects.update(trouble_since=since - dt.timedelta(minutes=2))
    assert "support@hale.example is in trouble." in page(bea)


def test_silence_is_told(page, bea, now):
    Mailbox.objects.update(silence_told_at=now)
    assert "support@hale.example has fallen silent." in page(bea)


def test_the_demo_company_says_that_it_never_mails(page, bea, now):
    Organisation.objects.all().delete()
    brands.found_organisation(name="Demo", country="GB", is_demo=True, at=now)
    assert "It never sends mail." in page(bea)


def test_strangers_and_those_without_cases_see_none(page, client, sol, settings):
    settings.SMTP_URL = ""
    assert "outgoing mail server" not in page(sol)
    client.logout()
    assert "outgoing mail server" not in client.get(reverse("sign-in")).content.decode()


def test_eve_of_another_brand_learns_no_address_of_ours(page, eve, now):
    Mailbox.objects.update(silence_told_at=now)
    assert "support@hale.example" not in page(eve)
