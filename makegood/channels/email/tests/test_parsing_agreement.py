"""Reading mail agrees with other projects' tests, and no bytes at all can break it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.channels.email.parsing import parse
from makegood.channels.email.tests import scoring

AGREES = 0.97


@pytest.mark.skipif(not scoring.DATA.exists(), reason="the mails of other projects (../shared/data/mail) are not here")
def test_it_agrees_with_what_others_expect():
    score = scoring.score_all()
    assert sum(score.asked.values()) > 1000
    assert score.share >= AGREES, score.wrong[:20]


@settings(max_examples=200, deadline=None, database=None)
@given(st.binary(max_size=3000))
def test_any_bytes_are_read(raw):
    parse(raw)


@settings(max_examples=100, deadline=None, database=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"From: ",
                b"\r\n",
                b"\n\n",
                b"Content-Type: multipart/mixed; boundary=b\r\n",
                b"--b\r\n",
                b"--b--",
                b"=?utf-8?Q?=",
                b"\xff\xfe",
                b"<",
                b"@",
                b";",
                b"\x00",
                b"a" * 50,
            ]
        ),
        max_size=60,
    )
)
def test_broken_structure_is_read(parts):
    parse(b"".join(parts))


MAIL = (
    b"From: =?utf-8?B?xb1pdmlsxJc=?= <z@c.example>\r\nTo: s@h.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hi</p>\r\n'
    b'--b\r\nContent-Type: image/png; name="x.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n'
)


def test_a_thousand_mutated_mails_are_read():
    draw = random.Random(7)
    for _ in range(1000):
        raw = bytearray(MAIL)
        for _change in range(draw.randint(1, 12)):
            at = draw.randrange(len(raw))
            if draw.random() < 0.3:
                del raw[at : at + draw.randint(1, 20)]
            elif draw.random() < 0.5:
                raw[at:at] = bytes(draw.randrange(256) for _byte in range(draw.randint(1, 8)))
            else:
                raw[at] = draw.randrange(256)
            if not raw:
                break
        parse(bytes(raw))
