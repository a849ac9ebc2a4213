"""An agent's pages: what they show, to whom, and that nothing typed is lost."""

import datetime as dt
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.models import Attachment, Case, CaseState, Delivery, Message
from makegood.cases.words import File, Words
from makegood.promises.models import Commitment
from makegood.staff import actions as staff

WRITES = [
    "case-replies", "case-notes", "case-draft", "case-owner", "case-handover", "case-resolution", "case-reopening",
    "case-confirmation", "case-junk", "case-restoration", "case-block",
]  # fmt: skip


def page(ref: str, name: str = "case") -> str:
    return reverse(name, args=[ref])


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def test_the_inbox_shows_the_next_promise_first(at_desk, refund, hale, ada, now):
    later = timezone.now() + dt.timedelta(hours=1)
    fresh, _ = cases.open_case(
        brand=hale, customer=ada, subject="Fresh", words=Words(text="x"), channel="email", at=later
    )
    shown = at_desk.get("/").content.decode()
    assert shown.index("My refund") < shown.index("Fresh")
    assert fresh.ref in shown


@pytest.mark.parametrize("view", ["mine", "team", "unowned", "all", "done", "junk"])
def test_each_view_opens(at_desk, refund, view):
    assert at_desk.get(reverse("inbox-view", args=[view])).status_code == 200
    assert at_desk.get(reverse("inbox-rows", args=[view])).status_code == 200


def test_deleted_cases_are_for_those_who_may_delete(at_desk, client, refund, cleo, now):
    assert at_desk.get(reverse("inbox-view", args=["deleted"])).status_code == 404
    assert at_desk.post(page(refund.ref, "case-deletion")).status_code == 403
    client.force_login(cleo)
    client.post(page(refund.ref, "case-deletion"))
    assert "My refund" in client.get(reverse("inbox-view", args=["deleted"])).content.decode()


def test_the_inbox_asks_the_same_number_of_questions_whatever_it_holds(
    at_desk, refund, hale, ada, now, django_assert_max_num_queries
):
    for number in range(60):
        cases.open_case(brand=hale, customer=ada, subject=f"n{number}", words=Words(text="x"), channel="email", at=now)
    with django_assert_max_num_queries(13):
        shown = at_desk.get("/").content.decode()
    assert len(shown) < 60_000
    assert shown.count('class="case-row"') == 50
    assert "after=" in shown


def test_each_case_is_on_one_page_of_the_list(at_desk, refund, hale, ada, now):
    for number in range(70):
        cases.open_case(brand=hale, customer=ada, subject=f"n{number}", words=Words(text="x"), channel="email", at=now)
    first = at_desk.get(reverse("inbox-view", args=["all"])).content.decode()
    second = at_desk.get(unescape(re.search(r'href="([^"]+after=[^"]+)"', first)[1])).content.decode()
    shown = re.findall(r'id="row-(C-\w+)"', first), re.findall(r'id="row-(C-\w+)"', second)
    assert [len(rows) for rows in shown] == [50, 21]
    assert len(set(shown[0] + shown[1])) == 71


def test_a_cursor_that_makes_no_sense_begins_again(at_desk, refund):
    for after in ("nonsense", "2026-01-01~x", "2026-01-01T00:00:00~01a2186b-ce08-7093-a5f5-ca1738eb2ff7"):
        assert "My refund" in at_desk.get(reverse("inbox-view", args=["all"]), {"after": after}).content.decode()


def test_counts_stop_at_ninety_nine(at_desk, refund, hale, ada, now):
    for number in range(100):
        cases.open_case(brand=hale, customer=ada, subject=f"n{number}", words=Words(text="x"), channel="email", at=now)
    shown = at_desk.get(reverse("inbox-views", args=["all"])).content.decode()
    assert shown.count('<span class="count">99+</span>') == 3
    assert '<span class="count">0</span>' in shown  # hers


def test_the_case_page_asks_few_questions(at_desk, refund, bea, now, django_assert_max_num_queries):
    for number in range(30):
        cases.note(refund, text=f"note {number}", by=bea, at=now + dt.timedelta(seconds=number))
    with django_assert_max_num_queries(26):  # the bounds of the one write among them
        assert at_desk.get(page(refund.ref)).status_code == 200
    with django_assert_max_num_queries(21):  # looked at again, nothing is written
        assert at_desk.get(page(refund.ref)).status_code == 200


def test_the_case_page_shows_words_promises_and_customer(at_desk, refund):
    shown = at_desk.get(page(refund.ref)).content.decode()
    for words in ("Where is my refund?", "First reply", "Ada Byron", "ada@customer.example", "Explain"):
        assert words in shown, words


def test_each_part_of_the_case_page_has_a_name_of_its_own(at_desk, refund):
    names = re.findall(r'\bid="([^"]+)"', at_desk.get(page(refund.ref)).content.decode())
    assert {name for name in names if names.count(name) > 1} == set()


def test_lines_end_as_they_were_typed_whatever_the_browser_makes_of_them(at_desk, refund):
    at_desk.post(page(refund.ref, "case-replies"), {"text": "Hello,\r\nit left.", "to": "ada@customer.example"})
    assert refund.messages.get(kind="reply").text == "Hello,\nit left."


def test_whoever_takes_a_case_is_not_said_to_give_it_to_themselves(at_desk, refund, bea, cleo, now):
    cases.assign(refund, owner=bea, by=bea, at=now)
    cases.assign(refund, owner=cleo, by=bea, at=now)
    told = at_desk.get(page(refund.ref)).content.decode()
    assert "Bea took the case" in told
    assert "Bea gave the case to Cleo" in told
    assert "ada<wbr>@customer.example" in told


@pytest.mark.parametrize("name", ["case", "case-parts"])
def test_out_of_sight_is_as_if_it_were_not_there(client, refund, eve, sol, name):
    assert client.get(page(refund.ref, name)).status_code == 302
    client.force_login(eve)
    assert client.get(page(refund.ref, name)).status_code == 404
    client.force_login(sol)
    assert client.get(page(refund.ref, name)).status_code == 403


@pytest.mark.parametrize("name", WRITES)
def test_nobody_writes_into_what_they_cannot_see(client, refund, eve, sol, name):
    before = Message.objects.count()
    assert client.post(page(refund.ref, name), {"text": "hi"}).status_code == 302
    client.force_login(eve)
    assert client.post(page(refund.ref, name), {"text": "hi"}).status_code == 404
    client.force_login(sol)
    assert client.post(page(refund.ref, name), {"text": "hi"}).status_code == 403
    assert Message.objects.count() == before


def test_bea_replies_and_can_undo(at_desk, refund, bea):
    at_desk.post(page(refund.ref, "case-replies"), {"text": "It left us.", "to": "ada@customer.example"})
    message = refund.messages.get(kind="reply")
    assert message.delivery == Delivery.HELD
    assert "Undo" in at_desk.get(page(refund.ref)).content.decode()
    at_desk.post(reverse("reply-undo", args=[refund.ref, message.pk]))
    assert "It left us." in at_desk.get(page(refund.ref)).content.decode()
    message.refresh_from_db()
    assert message.delivery == Delivery.UNDONE


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"text": " "}, "Write something first."),
        ({"text": "Words I typed", "cc": "not an address"}, "is not a mail address"),
        ({"text": "Words I typed", "why_due": "2020-01-01"}, "lies in the past"),
        ({"text": "Words I typed", "to": " ", "cc": "third@party.example"}, "Say to whom it goes."),
    ],
)
def test_what_does_not_go_through_is_told_and_loses_nothing(at_desk, refund, typed, told):
    response = at_desk.post(page(refund.ref, "case-replies"), typed)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert typed["text"].strip() in response.content.decode()


def test_notes_files_owner_and_handover(at_desk, refund, bea, cleo, support):
    receipt = SimpleUploadedFile("receipt.txt", b"paid", content_type="text/plain")
    at_desk.post(page(refund.ref, "case-notes"), {"text": "Finance knows.", "attachments": receipt})
    assert Attachment.objects.get().name == "receipt.txt"
    at_desk.post(page(refund.ref, "case-owner"), {"take": "1"})
    refund.refresh_from_db()
    assert refund.owner == bea
    without = at_desk.post(page(refund.ref, "case-handover"), {"team": support.pk, "owner": cleo.pk, "reason": ""})
    assert without.status_code == 422
    at_desk.post(page(refund.ref, "case-handover"), {"team": support.pk, "owner": cleo.pk, "reason": "She knows."})
    refund.refresh_from_db()
    assert refund.owner == bea
    assert refund.handovers.get().owner == cleo


def test_resolving_reopening_junk_and_back(at_desk, refund):
    for name, state in (("case-resolution", CaseState.RESOLVED), ("case-reopening", CaseState.WAITING_FOR_US)):
        at_desk.post(page(refund.ref, name))
        refund.refresh_from_db()
        assert refund.state == state
    at_desk.post(page(refund.ref, "case-junk"))
    assert "My refund" not in at_desk.get(reverse("inbox-view", args=["all"])).content.decode()
    at_desk.post(page(refund.ref, "case-restoration"))
    assert "My refund" in at_desk.get(reverse("inbox-view", args=["all"])).content.decode()


def test_a_message_is_split_off_or_moved(at_desk, refund, hale, ada, now):
    message = cases.add_words(
        refund,
        customer=ada,
        words=Words(text="My invoice is wrong", sender="ada@customer.example", matched_by="subject"),
        channel="email",
        at=now,
    )
    assert "Placed here by the reference" in at_desk.get(page(refund.ref)).content.decode()
    wrong = at_desk.post(reverse("message-move", args=[refund.ref, message.pk]), {"to": "C-NOSUCH"})
    assert wrong.status_code == 422
    at_desk.post(page(refund.ref, "case-split"), {"message": message.pk, "do": "1"})
    split = Case.objects.exclude(pk=refund.pk).get()
    assert split.messages.get() == message
    at_desk.post(reverse("message-move", args=[split.ref, message.pk]), {"to": refund.ref.lower()})
    message.refresh_from_db()
    assert message.case == refund


def test_explain_shows_the_day_the_hours_and_the_total(at_desk, refund):
    first = Commitment.objects.get(about=refund.ref, key="first-reply")
    shown = at_desk.get(reverse("case-promise", args=[refund.ref, first.pk])).content.decode()
    for words in ("10:00–14:00", "4:00", "When you first write to us, we reply within 4 working hours."):
        assert words in shown, words


def test_mail_html_is_shown_in_a_cage(at_desk, hale, ada, now):
    html = '<p>Hi <img src="cid:logo"> <img src="https://track.example/x.gif"></p>'
    logo = File("logo.png", "image/png", b"\x89PNG", content_id="logo", inline=True)
    words = Words(text="Hi", html=html, files=(logo,))
    case, message = cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=now)
    address = reverse("message-html", args=[case.ref, message.pk])
    response = at_desk.get(address)
    policy = response["Content-Security-Policy"]
    assert policy.startswith("sandbox")
    assert "script-src" not in policy
    assert "https:" not in policy
    assert reverse("case-file", args=[case.ref, message.attachments.get().pk]) in response.content.decode()
    assert "https:" in at_desk.get(address + "?images=1")["Content-Security-Policy"]


def test_a_reference_that_begins_with_a_c_is_found_without_its_prefix(at_desk, refund):
    Case.objects.filter(pk=refund.pk).update(ref="C-CEAXPT")
    for typed in ("ceaxpt", "C-CEAXPT", "CCEAXPT"):
        assert at_desk.get("/search", {"q": typed}).url == page("C-CEAXPT")


def test_finding_by_reference_address_and_words(at_desk, refund):
    assert at_desk.get("/search", {"q": refund.ref}).url == page(refund.ref)
    assert at_desk.get("/search", {"q": refund.ref[2:].lower()}).url == page(refund.ref)
    for query in ("ada@customer.example", "refund", "Byron"):
        assert refund.ref in at_desk.get("/search", {"q": query}).content.decode(), query
    assert "Nothing found" in at_desk.get("/search", {"q": "zebra"}).content.decode()


def test_templates_are_filled_in(client, refund, cleo, bea, now):
    client.force_login(bea)
    assert client.get(reverse("templates")).status_code == 403
    client.force_login(cleo)
    assert client.post(reverse("template-new"), {"name": "Refund", "brand": refund.brand_id}).status_code == 422
    texts = {"text_en": "Hello {customer}, {agent} here."}
    client.post(reverse("template-new"), {"name": "Refund", "brand": refund.brand_id} | texts)
    assert "Hello Ada Byron, Cleo here." in client.get(page(refund.ref)).content.decode()


def test_a_draft_is_kept_for_its_writer_alone(client, refund, bea, cleo):
    client.force_login(bea)
    assert client.post(page(refund.ref, "case-draft"), {"text": "Half a thought", "kind": "reply"}).status_code == 204
    assert "Half a thought" in client.get(page(refund.ref)).content.decode()
    client.force_login(cleo)
    assert "Half a thought" not in client.get(page(refund.ref)).content.decode()


def test_text_of_a_customer_is_text(at_desk, hale, ada, now):
    words = Words(text="<script>alert(1)</script>", sender_name="<b>x</b>")
    case, _ = cases.open_case(
        brand=hale, customer=ada, subject="<img src=x onerror=alert(1)>", words=words, channel="email", at=now
    )
    shown = at_desk.get(page(case.ref)).content.decode() + at_desk.get("/").content.decode()
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def test_someone_without_a_team_sees_an_empty_desk(client, support, now, hale):
    newcomer = staff.invite(email="new@hale.example", name="New", by="", at=now)
    staff.accept(newcomer, name="New", password="correct horse battery", language="en", timezone="UTC", at=now)
    client.force_login(newcomer)
    assert "Nothing waits here" in client.get("/").content.decode()
