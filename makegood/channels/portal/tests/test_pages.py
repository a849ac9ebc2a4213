"""The customer's own pages: one field is enough, one link opens one case."""

import datetime as dt
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import tokens
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, CaseState, Party
from makegood.cases.words import Words
from makegood.channels.portal import actions as portal
from makegood.channels.portal.models import Sending
from makegood.promises.models import Commitment


def link(case: Case) -> str:
    return f"/c/{tokens.for_link(case.parties.get(role=Party.Role.CUSTOMER).key)}"


def test_one_field_is_enough_and_the_page_says_what_was_promised(client, hale):
    response = client.post("/ask", {"words": "Where is my refund? I wait since Monday."}, follow=True)
    page = response.content.decode()
    case = Case.objects.get()
    assert response.redirect_chain[-1][0] == link(case)
    assert "Where is my refund?" in page
    assert "we reply within 4 working hours" in page
    assert Commitment.objects.get(about=case.ref, key="acknowledged").state == "kept"
    assert case.customer.contact_points.count() == 0


def test_an_address_given_in_the_form_is_not_proved(client, hale, ada):
    client.post("/ask", {"words": "Please change the address of my order.", "address": "Ada@Customer.example"})
    case = Case.objects.get()
    assert case.customer == ada
    assert not case.messages.get().authenticated


def test_promises_in_our_words_are_due_on_the_clock_that_their_browser_tells(client, hale, ada, refund):
    client.post("/ask", {"words": "Where is my refund?", "timezone": "Asia/Tokyo"})
    assert Case.objects.latest("opened_at").customer.timezone == "Asia/Tokyo"
    client.post("/ask", {"words": "I am Ada.", "address": "ada@customer.example", "timezone": "Asia/Tokyo"})
    ada.refresh_from_db()
    assert ada.timezone == "", "whoever types her address into the form moves no clock of hers"
    client.post(link(refund) + "/words", {"words": "Number 7.", "timezone": "America/New_York"})
    client.post(link(refund) + "/words", {"words": "Or 8.", "timezone": "Nowhere/Land"})
    refund.customer.refresh_from_db()
    assert refund.customer.timezone == "America/New_York"


def test_nothing_written_is_told_at_the_field(client, hale):
    response = client.post("/ask", {"words": " ", "address": "ada@customer.example"})
    assert response.status_code == 422
    assert 'value="ada@customer.example"' in response.content.decode()
    assert not Case.objects.exists()


def test_programs_that_fill_every_field_are_turned_away(client, hale):
    response = client.post("/ask", {"words": "Buy now", "website": "https://spam.example"})
    assert response.status_code == 429
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Laba diena, kur yra mano pinigai? Laukiu jau tris savaites.", "lt"),
        ("Здравствуйте, где мои деньги? Я жду уже три недели.", "ru"),
        ("Goedendag, waar blijft mijn geld? Ik wacht al drie weken.", "nl"),
        ("返金はいつになりますか。もう三週間待っています。", "ja"),
    ],
)
def test_the_page_answers_in_the_language_they_write(client, hale, words, language):
    page = client.post("/ask", {"words": words}, follow=True).content.decode()
    assert Case.objects.get().language == language
    assert f'<html lang="{language}"' in page


def test_the_customer_answers_on_the_page_with_a_file(client, refund, bea, now):
    cases.reply(refund, Answer(text="Which order?", undo_seconds=0), by=bea, at=now)
    photo = SimpleUploadedFile("../../etc/passwd.png", b"\x89PNG fake", content_type="image/png")
    response = client.post(link(refund) + "/words", {"words": "Number 7.", "attachments": photo}, follow=True)
    assert "Number 7." in response.content.decode()
    message = refund.messages.latest("at")
    assert (message.matched_by, message.attachments.get().name) == ("link", "passwd.png")
    refund.refresh_from_db()
    assert refund.state == CaseState.WAITING_FOR_US
    served = client.get(f"{link(refund)}/files/{message.attachments.get().pk}")
    assert served["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in served["Content-Security-Policy"]


def test_html_sent_as_a_file_is_never_shown_as_a_page_of_ours(client, refund):
    page = SimpleUploadedFile("x.html", b"<script>alert(1)</script>", content_type="text/html")
    client.post(link(refund) + "/words", {"attachments": page})
    attachment = refund.messages.latest("at").attachments.get()
    served = client.get(f"{link(refund)}/files/{attachment.pk}")
    assert served["Content-Type"] == "application/octet-stream"
    assert served["Content-Disposition"].startswith("attachment")


def test_the_customer_sees_no_note_no_held_reply_and_nobody_elses_case(client, refund, bea, hale, ada, now):
    cases.note(refund, text="She sounds angry.", by=bea, at=now)
    cases.reply(refund, Answer(text="Half a thought"), by=bea, at=now)
    page = client.get(link(refund)).content.decode()
    assert "She sounds angry." not in page
    assert "Half a thought" not in page
    cases.open_case(brand=hale, customer=ada, subject="", words=Words(text="Other matter"), channel="portal", at=now)
    assert "Other matter" not in page
    forged = "a" if link(refund)[-1] != "a" else "b"
    assert client.get(link(refund)[:-1] + forged).status_code == 404
    assert client.get(f"/c/{refund.ref}").status_code == 404


def test_words_are_shown_with_the_line_breaks_they_were_written_with(client, refund, bea, now):
    cases.reply(
        refund, Answer(text="Dear Ada,\n\nsorry & soon: https://hale.example/x", undo_seconds=0), by=bea, at=now
    )
    page = client.get(link(refund)).content.decode()
    assert ">Dear Ada,\n\nsorry &amp; soon: <a href" in page


def test_a_revoked_link_opens_nothing(client, refund):
    refund.parties.update(link_revoked_at=timezone.now())
    assert client.get(link(refund)).status_code == 404


def test_the_token_of_our_mail_address_does_not_open_the_page(client, refund):
    key = refund.parties.get().key
    assert client.get(f"/c/{tokens.for_mail(key)}").status_code == 404
    assert client.get(f"/c/{key}-{tokens.for_mail(key)[12:]}").status_code == 404


def test_not_solved_opens_the_case_again_and_following_the_link_does_not(client, refund, bea):
    cases.resolve(refund, by=bea, at=timezone.now())
    assert client.get(link(refund) + "/unsolved").status_code == 405
    client.post(link(refund) + "/unsolved")
    refund.refresh_from_db()
    assert refund.state == CaseState.WAITING_FOR_US
    assert Commitment.objects.get(about=refund.ref, key="fixed").state == "broken"


def test_yes_thank_you_breaks_nothing(client, refund, bea, now):
    cases.resolve(refund, by=bea, at=now)
    client.post(link(refund) + "/words", {"words": "Thanks!"})
    client.post(link(refund) + "/solved")
    refund.refresh_from_db()
    assert (refund.state, refund.asked_at) == (CaseState.RESOLVED, None)


def test_words_after_closing_open_a_case_that_follows(client, refund, bea, now):
    cases.resolve(refund, by=bea, at=now)
    cases.close_due(at=now + dt.timedelta(days=8))
    client.post(link(refund) + "/words", {"words": "It broke again."})
    following = Case.objects.get(follows=refund)
    assert following.messages.get().text == "It broke again."


def test_an_empty_answer_is_told_and_loses_nothing(client, refund):
    response = client.post(link(refund) + "/words", {"words": ""})
    assert response.status_code == 422
    assert "Write something" in response.content.decode()


def once_of(page: str) -> str:
    return re.search(r'name="once" value="([^"]+)"', page)[1]


def test_pressing_send_twice_opens_one_case(client, hale):
    sent = {"words": "Where is my refund?", "once": once_of(client.get("/ask").content.decode())}
    pages = [client.post("/ask", sent, follow=True).redirect_chain[-1][0] for _ in range(2)]
    assert pages[0] == pages[1]
    assert Case.objects.get().messages.count() == 1
    client.post("/ask", sent | {"words": "Where is my refund? And where is my parcel?"})
    assert Case.objects.count() == 2


def test_pressing_send_twice_writes_once(client, refund):
    once = once_of(client.get(link(refund)).content.decode())
    for _ in range(2):
        client.post(link(refund) + "/words", {"words": "Number 7.", "once": once})
    assert refund.messages.filter(text="Number 7.").count() == 1
    portal.forget_old_sendings(at=timezone.now() + dt.timedelta(days=3))
    assert not Sending.objects.exists()


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a" * 300 + ".png", "image/png"),
        ("x.png", "a/" + "b" * 300),
        ("line\r\nbreak.png", "image/png"),
        ("\x00.png", "image/png"),
    ],
)
def test_odd_files_are_kept(client, refund, name, content_type):
    photo = SimpleUploadedFile("x.png", b"\x89PNG fake", content_type=content_type)
    photo.name = name
    assert client.post(link(refund) + "/words", {"words": "See this.", "attachments": photo}).status_code == 302
    file = refund.messages.latest("at").attachments.get()
    assert client.get(f"{link(refund)}/files/{file.pk}").status_code == 200


def test_what_was_promised_in_own_words_is_on_the_page_and_so_is_what_became_of_it(client, refund, bea):
    at = timezone.now()
    due_at = at + dt.timedelta(hours=2)
    made = cases.promise(refund, words="I will bring the lamp <myself>.", due_at=due_at, by=bea, at=at)
    row = re.compile(r"<li>(?:(?!</li>).)*I will bring the lamp &lt;myself&gt;.(?:(?!</li>).)*</li>", re.DOTALL)
    assert "By:" in row.search(client.get(link(refund)).content.decode())[0]
    cases.keep_promise(refund, made, by=bea, at=at)
    assert ">kept<" in row.search(client.get(link(refund)).content.decode())[0]
