"""A message is forwarded from the case page: words above, its files, to whom; notes stay with us."""

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.models import SideConversation
from makegood.cases.words import File, Words


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def bill(refund, ada, now):
    """Ada sends a bill, and a picture of her signature with it."""
    files = (File("bill.txt", "text/plain", b"19.95"), File("logo.png", "image/png", b"x", "logo", inline=True))
    words = Words(text="Here is <the> bill.", files=files, sender="ada@customer.example", sender_name="Ada Byron")
    return cases.add_words(refund, customer=ada, words=words, channel="email", at=now)


def where(message) -> str:
    return reverse("message-forwarding", args=[message.case.ref, message.pk])


def page(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_it_is_filled_in_and_the_case_says_to_whom_it_went(at_desk, refund, bill):
    assert where(bill) in page(at_desk, refund)
    form = at_desk.get(where(bill)).context["form"]
    assert form.initial["of_case"] == [str(bill.attachments.get(name="bill.txt").pk)]
    assert "From: Ada Byron" in form.initial["quoted"]
    assert "ada@customer.example" not in form.initial["quoted"]
    given = {"address": "Help@bank.example", "subject": "Fwd: bill", "words": "Is it paid?"}
    typed = given | {"quoted": "Here is <the> bill.", "of_case": form.initial["of_case"]}
    assert at_desk.post(where(bill), typed | {"address": "ada@customer.example"}).status_code == 422
    answer = at_desk.post(where(bill), typed)
    made = SideConversation.objects.get()
    assert answer["Location"].endswith(f"#side-{made.pk}")
    shown = page(at_desk, refund)
    for words in (
        "Bea forwarded a message to help@bank.example",
        "Is it paid?",
        "Here is &lt;the&gt; bill.",
        "bill.txt",
    ):
        assert words in shown, words
    assert [file.name for file in made.words.get().files.all()] == ["bill.txt"]


def test_a_note_is_not_forwarded(at_desk, refund, bea, now):
    note = cases.note(refund, text="She is right.", by=bea, at=now)
    assert where(note) not in page(at_desk, refund)
    assert at_desk.get(where(note)).status_code == 404
