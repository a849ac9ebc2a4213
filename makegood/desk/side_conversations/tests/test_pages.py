"""Side conversations on the case page: started with files of the case, read, answered, closed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.actions import side_conversations
from makegood.cases.models import Attachment, SideConversation
from makegood.cases.words import File, Words


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


@pytest.fixture
def asked(refund, bea, now):
    return side_conversations.start(
        refund, address="help@bank.example", subject="Transfer <1815>", words=Words(text="Has it left?"), by=bea, at=now
    )


def panel(client, case) -> str:
    page = client.get(reverse("case", args=[case.ref])).content.decode()
    return page.split('id="side-conversations"')[1].split("</section>")[0]


def test_started_with_a_file_of_the_case(at_desk, refund, now):
    words = Words(text="See.", files=(File("bill.txt", "text/plain", b"19.95"),), sender="ada@customer.example")
    cases.add_words(refund, customer=refund.customer, words=words, channel="email", at=now)
    where = reverse("case-side-new", args=[refund.ref])
    given = {"address": "help@bank.example", "subject": "1815", "words": "Has it left?"}
    assert at_desk.post(where, given | {"address": "nobody"}).status_code == 422
    assert at_desk.post(where, given | {"address": "ada@customer.example"}).status_code == 422
    answer = at_desk.post(where, given | {"of_case": [str(Attachment.objects.get().pk)]})
    made = SideConversation.objects.get()
    assert answer["Location"].endswith(f"#side-{made.pk}")
    shown = panel(at_desk, refund)
    assert ("Has it left?" in shown, "bill.txt" in shown) == (True, True)
    file = made.words.get().files.get()
    assert at_desk.get(reverse("side-file", args=[refund.ref, file.pk])).status_code == 200


def test_unread_until_somebody_says_so_then_answered_and_closed(at_desk, refund, asked, now):
    side_conversations.answer(asked, Words(text="On <b>Monday</b>.", sender_name="Help", sender="x@y.example"), at=now)
    shown = panel(at_desk, refund)
    assert ("unread" in shown, "On &lt;b&gt;Monday&lt;/b&gt;." in shown) == (True, True)
    at_desk.post(reverse("side-reading", args=[refund.ref, asked.pk]))
    assert "unread" not in panel(at_desk, refund)
    where = reverse("side-words", args=[refund.ref, asked.pk])
    assert at_desk.post(where, {"words": " "}).status_code == 422
    at_desk.post(where, {"words": "Thank you."})
    assert "Thank you." in panel(at_desk, refund)
    at_desk.post(reverse("side-closing", args=[refund.ref, asked.pk]))
    assert "closed" in panel(at_desk, refund)


def test_a_case_without_any_asks_nothing_more_and_more_of_them_cost_no_more(at_desk, refund, bea, now):
    def cost() -> int:
        at_desk.get(reverse("case-parts", args=[refund.ref]) + "?part=facts")
        with CaptureQueriesContext(connection) as asked:
            at_desk.get(reverse("case-parts", args=[refund.ref]) + "?part=facts")
        return len(asked)

    def ask(number: int) -> None:
        words = Words(text="x", files=(File("a.txt", "text/plain", b"a"),))
        side_conversations.start(refund, address=f"{number}@x.example", subject="x", words=words, by=bea, at=now)

    without = cost()
    ask(1)
    one = cost()
    ask(2)
    assert (one - without, cost()) == (2, one)


def test_another_case_does_not_reach_it(at_desk, refund, asked, now):
    other, _said = cases.open_case(
        brand=refund.brand, customer=refund.customer, subject="x", words=Words(text="x"), channel="email", at=now
    )
    assert at_desk.post(reverse("side-closing", args=[other.ref, asked.pk])).status_code == 404


@pytest.mark.parametrize("name", ["case-side-new", "message-forwarding", "case-task-new"])
def test_files_that_a_refusal_cannot_keep_are_named_to_be_picked_again(at_desk, refund, name):
    key = [refund.messages.first().pk] if name == "message-forwarding" else []
    picked = [SimpleUploadedFile("plan.txt", b"plan"), SimpleUploadedFile("b<i>.txt", b"b")]
    typed = {
        "address": "nobody",
        "subject": "1815",
        "words": "See.",
        "quoted": "x",
        "what": "Look",
        "attachments": picked,
    }
    shown = at_desk.post(reverse(name, args=[refund.ref, *key]), typed)
    assert shown.status_code == 422
    told = "Pick these files again, they could not be kept: plan.txt, b&lt;i&gt;.txt."
    assert told in shown.content.decode()


def test_in_place_files_stay_and_without_script_they_are_named(at_desk, refund, asked):
    where = reverse("side-words", args=[refund.ref, asked.pk])
    typed = {"words": "x" * 50_001}
    shown = at_desk.post(where, typed | {"attachments": SimpleUploadedFile("plan.txt", b"plan")})
    assert "Pick these files again, they could not be kept: plan.txt." in shown.content.decode()
    kept = at_desk.post(where, typed | {"attachments": SimpleUploadedFile("plan.txt", b"plan")}, headers={"X-Act": "1"})
    assert "Pick these files again" not in kept.content.decode()
