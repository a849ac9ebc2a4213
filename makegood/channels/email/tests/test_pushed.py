"""A mail provider pushes mail over HTTP: every byte arrives, and nothing is acknowledged before it is stored."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import blobs
from makegood.channels.email import actions as email
from makegood.channels.email import addressing, intake
from makegood.channels.email.actions.receiving import SHELF
from makegood.channels.email.models import RawMail
from makegood.channels.email.tests.conftest import mail

LATIN = b"From: Ada <ada@customer.example>\r\nTo: support@hale.example\r\nSubject: caf\xe9\r\n\r\nO\xf9 est mon caf\xe9 ?\r\n"


@pytest.fixture
def address(box) -> str:
    return reverse("mail-pushed", args=[addressing.push_token(box)])


def stored() -> bytes:
    return blobs.read(RawMail.objects.get().digest, shelf=SHELF)


def test_mailgun_posts_a_form_with_the_raw_mail(client, address):
    raw = mail().as_bytes().decode("latin-1")
    posted = {"recipient": "support+abc@hale.example", "sender": "ada@customer.example", "body-mime": raw}
    answer = client.post(address, posted)
    assert (answer.status_code, answer.json()) == (200, {"stored": True})
    row = RawMail.objects.get()
    assert (row.source, row.envelope_from, row.envelope_to) == (
        "push",
        "ada@customer.example",
        ["support+abc@hale.example"],
    )
    assert intake.work(at=timezone.now()) == 1
    row.refresh_from_db()
    assert (row.outcome, row.case.customer.name) == ("opened", "Ada Byron")


def test_sendgrid_names_the_envelope_as_json(client, address):
    envelope = json.dumps({"to": ["support@hale.example"], "from": "ada@customer.example"})
    raw = mail().as_bytes().decode("latin-1")
    assert client.post(address, {"email": raw, "envelope": envelope, "to": "x"}).status_code == 200
    assert RawMail.objects.get().envelope_to == ["support@hale.example"]


def test_postmark_sends_json(client, address):
    told = {"RawEmail": mail().as_string(), "OriginalRecipient": "support@hale.example", "From": "ada@customer.example"}
    assert client.post(address, json.dumps(told), content_type="application/json").status_code == 200
    assert RawMail.objects.get().envelope_to == ["support@hale.example"]


@pytest.mark.parametrize("kind", ["multipart", "urlencoded", "rfc822"])
def test_every_byte_arrives(client, address, kind):
    if kind == "rfc822":
        client.post(address, LATIN, content_type="message/rfc822")
    elif kind == "urlencoded":
        quoted = "".join(f"%{byte:02X}" for byte in LATIN)
        client.post(address, f"body-mime={quoted}", content_type="application/x-www-form-urlencoded")
    else:
        head = b'--x\r\nContent-Disposition: form-data; name="body-mime"\r\n\r\n'
        client.post(address, head + LATIN + b"\r\n--x--\r\n", content_type="multipart/form-data; boundary=x")
    assert stored() == LATIN


def test_the_same_mail_pushed_twice_is_one_case(client, address):
    for _twice in (1, 2):
        client.post(address, mail(Message_ID="<one@customer.example>").as_bytes(), content_type="message/rfc822")
    intake.work(at=timezone.now())
    assert sorted(RawMail.objects.values_list("outcome", flat=True)) == ["duplicate", "opened"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "message/rfc822"),
        (b"{}", "application/json"),
        (b"[1", "application/json"),
        (b'{"RawEmail": 7}', "application/json"),
        (b"email=ada%40customer.example&text=hi", "application/x-www-form-urlencoded"),
        (b"\xff\x00", "multipart/form-data; boundary=x"),
    ],
)
def test_what_holds_no_mail_is_refused_with_what_to_do(client, address, body, kind):
    answer = client.post(address, body, content_type=kind)
    assert answer.status_code == 400
    assert not RawMail.objects.exists()


def test_nobody_pushes_without_the_right_address(client, box, address):
    wrong = [address[:-1] + ("a" if address[-1] != "a" else "b"), reverse("mail-pushed", args=["x"]), address.upper()]
    for path in wrong:
        assert client.post(path, LATIN, content_type="message/rfc822").status_code == 404
    email.edit_mailbox(box, push_turn=1, by="", at=timezone.now())
    assert client.post(address, LATIN, content_type="message/rfc822").status_code == 404, "renewed"
    email.close_mailbox(box, by="", at=timezone.now())
    now = reverse("mail-pushed", args=[addressing.push_token(box)])
    assert client.post(now, LATIN, content_type="message/rfc822").status_code == 404, "closed"


def test_while_it_cannot_be_stored_the_provider_is_asked_to_come_again(client, address, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "gone" / "file"
    (tmp_path / "gone").write_text("a file where a folder should be")
    answer = client.post(address, LATIN, content_type="message/rfc822")
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")


def test_the_address_stands_on_the_mailboxs_page_and_is_renewed(client, owner, box, address):
    client.force_login(owner)
    page = reverse("mailbox", args=[box.pk])
    assert address in client.get(page).content.decode()
    client.post(reverse("mailbox-push-address", args=[box.pk]))
    assert address not in client.get(page).content.decode()
