"""Mails as the world spoils them: real ones, torn, spliced, mislabelled and swollen, always the same for one seed."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from tests.serving import ROOT

OWN = ROOT / "makegood" / "channels" / "email" / "tests" / "mails"
# Mails of other projects, beside a checkout of ours where somebody has put them.
OTHERS = ROOT.parent / "shared" / "data" / "mail"
PIECES = [
    b"\r\n", b"\n\n", b"\r", b"\n.\n", b"--b\n", b"=?utf-8?B?", b"=?x-none?Q?=", b"?=", b"\x00", b"\xff\xfe", b"\x1b$B", b"\xed\xa0\x80",
    b"Content-Type: multipart/mixed; boundary=b\n", b"Content-Type: text/html; charset=utf-7\n", b"Content-Type: message/rfc822\n\n",
    b"Content-Transfer-Encoding: base64\n", b"Content-Transfer-Encoding: quoted-printable\n", b"Content-Type: text/calendar\n",
    b"Content-Disposition: attachment; filename=\"../../a\x00b\r\n\"\n", b"filename*0*=utf-8''%00%0d%0a", b"From: a@b.c\n",
    b"From: support@hale.example\n", b"From: mailer-daemon@x\n", b"To: support+aaaaaaaaaaaaaaaaaaaaaa@hale.example\n", b"Reply-To: <>\n",
    b"Subject: Re: [C-7F3K9Q]\n", b"In-Reply-To: <" + b"a" * 600 + b"@x>\n", b"Message-ID: <\xf0\x9f\x98\x80\x00@x>\n", b"Message-ID: \n",
    b"Date: Mon, 99 Xxx 99999 99:99:99 +9999\n", b"Authentication-Results: x; dmarc=\n", b"Auto-Submitted: auto-replied\n", b"begin 644 a\n",
    b"BEGIN:VEVENT\nDTSTART:99999999T999999Z\n", b"\x78\x9f\x3e\x22", b"<svg onload=alert(1)>", b"<blockquote>", b"> ", b"<!--", b"charset=",
    b"<" * 40, b"(" * 40, b'"' * 40, b"9" * 40, b"\\" * 40, b"@" * 40, b",;:" * 20, "\u202e\ufeff\u0000\U0010ffff".encode(),
]  # fmt: skip
CHARSETS = [
    b"utf-8",
    b"utf-7",
    b"utf-16",
    b"us-ascii",
    b"iso-2022-jp",
    b"hz",
    b"x-unknown",
    b"windows-1257",
    b"base64",
    b"idna",
    b"punycode",
]
ENCODINGS = [b"base64", b"quoted-printable", b"7bit", b"8bit", b"binary", b"x-uuencode", b"rot13", b"zip"]


def originals() -> list[bytes]:
    """Our own mails of the tests and, where they are, those of other projects; whole mails only."""
    return [path.read_bytes() for path in [*sorted(OWN.glob("*.eml")), *_others()]]


def _others() -> Iterator[Path]:
    for listed in sorted(OTHERS.glob("*/expectations.json")):
        for expected in json.loads(listed.read_text()):
            if expected["kind"] == "mime":
                yield listed.parent / "files" / expected["file"]


def mutated(count: int, *, seed: int) -> Iterator[bytes]:
    """So many spoilt mails."""
    dice, mails = random.Random(seed), originals()
    for _ in range(count):
        raw = bytearray(dice.choice(mails)[:200_000])
        for _change in range(dice.randint(1, 10)):
            _spoil(raw, dice, mails)
        yield bytes(raw or b"\n")


def _spoil(raw: bytearray, dice: random.Random, mails: list[bytes]) -> None:
    """One change in place. Half of them hit the headers, where most is decided."""
    head = max(raw.find(b"\n\n"), raw.find(b"\r\n\r\n"), 1)
    at = dice.randrange(min(head, len(raw)) if dice.random() < 0.5 and raw else max(len(raw), 1))
    match dice.randrange(10):
        case 0 if raw:
            raw[at % len(raw)] = dice.randrange(256)
        case 1:
            del raw[at : at + dice.randrange(120)]
        case 2 | 3:
            raw[at:at] = dice.choice(PIECES)
        case 4:
            raw[at:at] = raw[at : at + dice.randrange(400)] * dice.randint(1, 4)
        case 5:
            del raw[at:]
        case 6:
            other = dice.choice(mails)
            raw[at:at] = other[dice.randrange(len(other) or 1) :][: dice.randrange(2000)]
        case 7:
            _relabel(raw, dice.choice([b"charset=", b'charset="']), dice.choice(CHARSETS))
        case 8:
            _relabel(raw, b"Content-Transfer-Encoding: ", dice.choice(ENCODINGS))
        case _:
            old, new = dice.choice(
                [(b"\r\n", b"\n"), (b"\n", b"\r"), (b"\n", b"\r\n"), (b"boundary=", b"bounary="), (b": ", b":")]
            )
            raw[:] = raw.replace(old, new)


def _relabel(raw: bytearray, label: bytes, value: bytes) -> None:
    """Say another charset or encoding than the text is in."""
    at = raw.find(label)
    if at >= 0:
        raw[at + len(label) : at + len(label) + _width(raw, at + len(label))] = value


def _width(raw: bytearray, at: int) -> int:
    """How long the word at a place is."""
    width = 0
    while at + width < len(raw) and raw[at + width] not in b' ";\r\n':
        width += 1
    return width
