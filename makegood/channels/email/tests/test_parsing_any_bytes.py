"""Nothing that arrives can stop the reader: any bytes, torn mails, and mails made to hurt."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.channels.email.parsing import ParsedMail, parse
from makegood.channels.email.parsing.command import as_json

MAILS = sorted((Path(__file__).parent / "mails").glob("*.eml"))
PIECES = [
    b"\r\n", b"\n\n", b"--b\n", b"=?utf-8?B?", b"?=", b"Content-Type: multipart/mixed; boundary=b\n", b"\x00", b"\xff\xfe",
    b"Content-Transfer-Encoding: base64\n", b"Content-Type: message/rfc822\n\n", b"<blockquote>", b"> ", b"\x1b$B", b"<!--",
    b"From: a@b.c\n", b"On 1 May 2024, a@b.c wrote:\n", b"From: mailer-daemon@x\n", b"charset=", b"filename*0*=", b"begin 644 a\n",
    b"BEGIN:VEVENT\n", b"\x78\x9f\x3e\x22", b"Date: ", b"<" * 40, b"(" * 40, b'"' * 40, b"9" * 40, b"\\" * 40,
]  # fmt: skip


def understood(mail):
    """What the rest of the house relies on, whatever came in."""
    assert isinstance(mail, ParsedMail)
    assert not [trouble for trouble in mail.troubles if trouble.startswith(("could not read", "not readable"))]
    assert "\x00" not in mail.text + mail.subject + mail.reply
    assert mail.date is None or mail.date.utcoffset() is not None
    json.dumps(as_json("-", mail))
    return True


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000), st.sampled_from(["mime", "text", "html"]))
def test_any_bytes_are_read(raw, kind):
    assert understood(parse(raw, kind))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=12)), max_size=40), st.sampled_from(["mime", "html"])
)
def test_scraps_of_mail_are_read(scraps, kind):
    assert understood(parse(b"".join(scraps), kind))


def test_a_mail_that_says_parts_and_has_none_keeps_its_words():
    mail = parse(b"Content-Type: multipart/mixed; boundary=b\n\nWhere\x00 is it?\x00")
    assert understood(mail)
    assert mail.text == "Where is it?"


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(12))
def test_torn_mails_are_read(path, seed):
    dice = random.Random(seed)
    raw = bytearray(path.read_bytes())
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(raw))
        match dice.randrange(4):
            case 0:
                raw[at] = dice.randrange(256)
            case 1:
                del raw[at : at + dice.randrange(80)]
            case 2:
                raw[at:at] = dice.choice(PIECES)
            case _:
                raw[at:at] = raw[at : at + dice.randrange(200)]
        raw = raw or bytearray(b"x")
    assert understood(parse(bytes(raw)))


@pytest.mark.parametrize("size", [2_000, 60_000, pytest.param(1_000_000, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    "make",
    [
        lambda n: b"Content-Type: message/rfc822\n\n" * (n // 30),
        lambda n: b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(min(n // 60, 2000))
        ),
        lambda n: b"Subject: x\n" + b" y\n" * (n // 3) + b"\nhi",
        lambda n: b"X-A: b\n" * (n // 7) + b"\nhi",
        lambda n: b"Subject: " + b"(" * n + b"\n\nhi",
        lambda n: b'From: "' + b"\\" * n + b"\n\nhi",
        lambda n: b"To: " + b"a@" * (n // 2) + b"\n\nhi",
        lambda n: b"From: mailer-daemon@x\n\n" + b"a <a@b.c>:\n" * (n // 11),
        lambda n: b"Content-Type: text/html\n\n" + b"<blockquote>a " * (n // 14),
        lambda n: b"Content-Type: text/html\n\n" + b"<style>" * (n // 7),
        lambda n: b"Content-Type: text/html\n\n" + b"<!-- >" * (n // 6),
        lambda n: b"Content-Type: text/plain; format=flowed\n\n" + b"a \n" * (n // 3),
        lambda n: b"\n" + b"On 1 May 2024 a:\n" * (n // 17),
        lambda n: b"\n" + b"--\n" * (n // 3),
        lambda n: b"\r" * n,
    ],
)
def test_mails_made_to_hurt_are_read(make, size):
    assert isinstance(parse(make(size)), ParsedMail)


def test_what_is_too_deep_to_take_apart_is_shown_as_it_came():
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(1500))
    mail = parse(b"From: ada@home.example\nSubject: Vase\n" + deep + b"\nbroken")
    assert mail.from_.address == "ada@home.example"
    assert mail.subject == "Vase"
    assert "broken" in mail.text
    assert any("too deep" in trouble for trouble in mail.troubles)


def test_the_command_prints_one_object_a_line_without_django(tmp_path):
    body = tmp_path / "body.txt"
    body.write_text("My vase is broken.\n\nOn 15 Jan 2024 at 10:00, Bea wrote:\n> sorry\n")
    code = "import sys; from makegood.channels.email.parsing.command import main; status = main(sys.argv[1:]);"
    code += "assert 'django' not in sys.modules; sys.exit(status)"
    first = subprocess.run([sys.executable, "-c", code, str(MAILS[0])], capture_output=True, text=True, check=True)
    whole = json.loads(first.stdout)
    assert list(whole) == [
        "file", "from", "to", "subject", "text", "reply", "attachments", "is_auto_reply", "is_bounce", "in_reply_to",
        "references", "language",
    ]  # fmt: skip
    run = [sys.executable, "-c", code, "--kind", "text", str(body), str(tmp_path / "none")]
    second = subprocess.run(run, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in second.stdout.splitlines()]
    assert second.returncode == 1
    assert (lines[0]["from"], lines[0]["subject"], lines[0]["reply"]) == (None, None, "My vase is broken.")
    assert "error" in lines[1]
