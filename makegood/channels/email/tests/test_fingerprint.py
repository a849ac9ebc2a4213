"""Two mails are the same one when only the marks of relays and the line ends differ."""

import hashlib
import random

import pytest

from makegood.channels.email import fingerprint
from makegood.channels.email.tests.conftest import mail

MAIL = mail().as_bytes()


def test_relays_and_line_ends_change_nothing():
    relayed = b"Received: from elsewhere\r\n by here\r\nDKIM-Signature: v=1\r\n" + MAIL
    for same in (relayed, MAIL.replace(b"\r\n", b"\n"), MAIL + b"\r\n\n", MAIL.rstrip(b"\r\n")):
        assert fingerprint.fingerprint(same) == fingerprint.fingerprint(MAIL)


def test_a_letter_more_is_another_mail():
    assert fingerprint.fingerprint(MAIL.replace(b"refund", b"refunds")) != fingerprint.fingerprint(MAIL)


@pytest.mark.parametrize("seed", range(50))
def test_in_pieces_it_is_what_it_is_whole(seed, monkeypatch):
    chance = random.Random(seed)
    body = bytes(chance.choices(b"a\r\n", k=chance.randint(0, 60)))
    monkeypatch.setattr(fingerprint, "PIECE", chance.randint(1, 9))
    whole = hashlib.sha256(body.replace(b"\r\n", b"\n").rstrip(b"\n")).hexdigest()
    pieces = b"".join(piece.replace(b"\r\n", b"\n") for piece in fingerprint._pieces(body, 0))
    assert hashlib.sha256(pieces).hexdigest() == whole
