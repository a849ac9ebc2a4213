"""Whole mails, as customers' programs and mail servers write them, in five languages."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from makegood.channels.email.parsing import Address, parse

MAILS = Path(__file__).parent / "mails"


def read(name):
    mail = parse((MAILS / name).read_bytes())
    assert mail.troubles == ()
    return mail


def test_a_reply_by_gmail_is_understood_whole():
    mail = read("en-gmail-reply.eml")
    assert mail.from_ == Address("Ada Ames", "ada@home.example")
    assert mail.to == (Address("Hale, Support", "support@hale.example"), Address("Sol", "sol@hale.example"))
    assert mail.cc == (Address("", "cora@home.example"),)
    assert mail.subject == "Re: [C-7F3K9] My vase"
    assert mail.date == datetime(2024, 1, 15, 12, 30, tzinfo=UTC)
    assert (mail.message_id, mail.in_reply_to) == ("reply-2@home.example", "c-7f3k9.2@hale.example")
    assert mail.references == ("first@home.example", "c-7f3k9.1@hale.example", "c-7f3k9.2@hale.example")
    assert mail.reply == "The new vase is broken as well. A photograph is attached.\n\n\nAda"
    assert "> We have sent a new one." in mail.quoted
    assert mail.html.startswith("<div")
    assert [(file.name, file.inline) for file in mail.attachments] == [("vase.png", True), ("sąskaita.pdf", False)]
    assert mail.attachments[1].content == b"%PDF-1.4\n"
    assert mail.authentication_results == (
        "mx.hale.example; dkim=pass header.d=home.example; spf=pass smtp.mailfrom=home.example",
    )
    assert mail.received_count == 2
    assert (mail.is_auto_reply, mail.is_bounce, mail.is_bulk, mail.language) == (False, False, False, "en")


@pytest.mark.parametrize(
    ("name", "sender", "subject", "first", "last", "language"),
    [
        ("lt-windows-1257.eml", "Živilė Šimkutė", "Re: Sudužusi vaza", "Sveiki,", "Živilė", "lt"),
        ("ru-koi8-r-unlabelled-header.eml", "Наталья Щёголева", "Ваза пришла разбитой", "Здравствуйте!", "Наталья", "ru"),
        ("nl-iphone.eml", "Daniëlle van der Meer", "Re: Kapotte vaas – order 12", "Goedemiddag,",
         "Kunt u een nieuwe sturen?", "nl"),
        ("ja-iso-2022-jp.eml", "山田 太郎", "Re: 割れた花瓶", "お世話になっております。", "山田", "ja"),
    ],
)  # fmt: skip
def test_each_language_arrives_in_its_own_letters(name, sender, subject, first, last, language):
    mail = read(name)
    assert mail.from_.name == sender
    assert mail.subject == subject
    assert mail.reply.startswith(first)
    assert mail.reply.endswith(last)
    assert mail.quoted
    assert mail.language == language


@pytest.mark.parametrize("name", ["en-forwarded-by-agent.eml", "en-forwarded-as-attachment.eml"])
def test_behind_beas_forward_stands_ada(name):
    mail = read(name)
    assert mail.from_.address == "bea@hale.example"
    assert mail.forwarded.from_ == Address("Ada Ames", "ada@home.example")
    assert mail.forwarded.subject == "My vase"
    assert mail.forwarded.text.startswith("My vase is broken.")
    assert mail.forwarded.note == mail.reply != ""


def test_a_forward_by_outlook_is_told_by_its_subject():
    mail = read("nl-forwarded-by-outlook.eml")
    assert mail.forwarded.from_ == Address("Daniëlle van der Meer", "danielle@thuis.example")
    assert (mail.forwarded.subject, mail.forwarded.text) == ("Kapotte vaas", "De vaas is kapot.")
    assert mail.reply == mail.forwarded.note == "Kan iemand dit oppakken?"


@pytest.mark.parametrize("name", ["en-away.eml", "ja-away-without-headers.eml"])
def test_an_automatic_answer_is_no_word_of_adas(name):
    mail = read(name)
    assert mail.is_auto_reply
    assert not mail.is_bounce


def test_mail_over_a_list_is_bulk_but_written_by_a_person():
    mail = read("en-list.eml")
    assert (mail.is_bulk, mail.list_id, mail.is_auto_reply) == (True, "vases.club.example", False)


def test_a_bounce_says_who_was_not_reached_why_and_by_which_mail():
    bounce = read("en-bounce-rfc3464.eml").bounce
    assert bounce.recipients == ("ada@home.example",)
    assert not bounce.temporary
    assert bounce.original_message_id == "c-7f3k9.2@hale.example"
    assert "550 5.1.1" in bounce.diagnostic


def test_a_delay_is_temporary():
    bounce = read("en-delayed.eml").bounce
    assert bounce.temporary
    assert bounce.recipients == ("ada@home.example",)


def test_a_bounce_in_japanese_words_is_one():
    bounce = read("ja-bounce.eml").bounce
    assert bounce.recipients == ("taro@ie.example",)
    assert not bounce.temporary


@pytest.mark.parametrize("name", ["en-delivered.eml", "en-complaint.eml", "en-forwarded-bounce.eml"])
def test_success_complaints_and_adas_questions_about_bounces_are_no_bounces(name):
    mail = read(name)
    assert not mail.is_bounce
    assert mail.is_feedback_report == (name == "en-complaint.eml")


def test_an_invitation_is_summed_up():
    invitation = read("en-invitation.eml").invitation
    assert (invitation.method, invitation.summary, invitation.location) == (
        "REQUEST",
        "Call about the vase",
        "Telephone",
    )
    assert invitation.organizer == "ada@home.example"
    assert invitation.starts == datetime(2024, 1, 16, 8, tzinfo=UTC)


def test_the_files_in_winmail_dat_come_out():
    name, content = b"vase.txt\x00", b"broken"

    def attribute(level, number, data):
        return bytes([level]) + number.to_bytes(4, "little") + len(data).to_bytes(4, "little") + data + b"\0\0"

    tnef = b"\x78\x9f\x3e\x22\x01\x00" + attribute(1, 0x00089006, (0x10000).to_bytes(4, "little"))
    tnef += attribute(2, 0x00069002, bytes(14)) + attribute(2, 0x00018010, name) + attribute(2, 0x0006800F, content)
    raw = b"Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: 8bit\n\n"
    files = parse(raw + tnef).attachments
    assert [(file.name, file.content) for file in files] == [("vase.txt", b"broken")]


def test_text_is_made_of_html_where_there_is_no_other():
    page = "<style>p{}</style><p>My vase&nbsp;is <b>broken</b>.</p><ul><li>one</li></ul><!-- no --><script>alert()</script>"
    mail = parse(f"From: ada@home.example\nContent-Type: text/html\n\n{page}".encode())
    assert mail.text == mail.reply == "My vase is broken.\n\n- one"
    assert mail.html == page


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Größe".encode("latin-1"), "Größe"),
        ("Größe".encode(), "Größe"),
        (
            "Привет, где моя ваза? Я жду её третью неделю, и никто не отвечает.".encode("cp1251"),
            "Привет, где моя ваза?",
        ),
        ("花瓶が届きません".encode("iso2022_jp"), "花瓶が届きません"),
    ],
)
def test_letters_without_a_label_are_read_by_themselves(raw, text):
    assert parse(b"From: ada@home.example\n\n" + raw).text.startswith(text)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Ada Ames <ada@home.example>", [("Ada Ames", "ada@home.example")]),
        ('"Ames, Ada" <ada@home.example>', [("Ames, Ada", "ada@home.example")]),
        ("ada@home.example (Ada)", [("Ada", "ada@home.example")]),
        ("ada@work.example <ada@home.example>", [("ada@work.example", "ada@home.example")]),
        ("Vases: ada@home.example, bob@home.example;", [("", "ada@home.example"), ("", "bob@home.example")]),
        ("undisclosed-recipients:;", []),
        ("<>", []),
        ("ada @ home.example", [("", "ada@home.example")]),
        ("=?utf-8?Q?Ames=2C_Ada?= <ada@home.example>", [("Ames, Ada", "ada@home.example")]),
        ('"never closed <ada@home.example>', [('"never closed', "ada@home.example")]),
        ("ada@home.example; bob@home.example", [("", "ada@home.example"), ("", "bob@home.example")]),
    ],
)
def test_addresses_are_found_however_they_are_written(header, expected):
    mail = parse(f"To: {header}\n\n".encode())
    assert [(mailbox.name, mailbox.address) for mailbox in mail.to] == expected
