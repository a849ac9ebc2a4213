"""Spoilt mails go the whole way, from being stored to being read on a page: none is lost, none stops the others."""

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases.models import Case
from makegood.channels.email import actions as email
from makegood.channels.email import intake
from makegood.channels.email.models import Mailbox, RawMail
from tests.faults.mutations import mutated

OUTCOMES = {"opened", "continued", "auto-reply", "bounce", "loop", "duplicate"}
# Every so many cases one is opened by Bea.
STRIDE = 25


def deliver(raw: bytes, box: Mailbox, *, sender: str = "ada@customer.example") -> None:
    recipients = [box.address]
    email.store(
        raw, mailboxes=[box], source="smtp", envelope_from=sender, envelope_to=recipients, at=timezone.now()
    )  # fmt: skip


def take_in_all() -> None:
    while intake.work(at=timezone.now()):
        pass


@pytest.mark.any_engine
@pytest.mark.parametrize(("count", "seed"), [(1_000, 1), pytest.param(20_000, 2, marks=pytest.mark.soak)])
def test_spoilt_mails_are_all_accounted_for(box, bea, client, count, seed):
    for number, raw in enumerate(mutated(count, seed=seed)):
        deliver(raw, box, sender="ada@customer.example" if number % 3 else "")
    take_in_all()
    assert RawMail.objects.count() == count
    left = RawMail.objects.exclude(state=RawMail.State.TAKEN, outcome__in=OUTCOMES)
    assert not list(left.values_list("digest", "state", "outcome", "reason"))
    client.force_login(bea)
    for case in list(Case.objects.order_by("id"))[::STRIDE]:
        assert client.get(reverse("case", args=[case.ref])).status_code == 200
        for message in case.messages.exclude(html=""):
            assert client.get(reverse("message-html", args=[case.ref, message.pk])).status_code == 200
    assert client.get(reverse("inbox")).status_code == 200
    assert client.get(reverse("search"), {"q": "mail"}).status_code == 200


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_letters_that_no_database_keeps_are_replaced(box, kind):
    """Half a surrogate pair, which UTF-7 can write and UTF-8 cannot; and NUL, which PostgreSQL refuses."""
    head = f"From: ada@customer.example\r\nSubject: Vase\r\nContent-Type: text/{kind}; charset=utf-7\r\n\r\n"
    deliver(f"{head}The vase +3Us- is broken\x00.\r\n".encode(), box)
    take_in_all()
    message = Case.objects.get().messages.get()
    shown = message.html if kind == "html" else message.text
    assert "The vase \ufffd is broken" in shown
