"""Mails that come at once are entered together, and one that cannot be is its own sender's alone."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from django.db import DatabaseError, connections
from django.utils import timezone

from makegood.channels.email import actions as email
from makegood.channels.email.entering import Entering
from makegood.channels.email.models import Mailbox, RawMail


def kept(box, number):
    raw = b"Subject: %d\r\n\r\nWhere is my refund?\r\n" % number
    return email.keep(raw, mailboxes=[box], source="smtp", envelope_from="ada@customer.example", envelope_to=[box.address], at=timezone.now())  # fmt: skip


def enter_at_once(mails):
    async def enter():
        entering = Entering(threads)
        return await asyncio.gather(*(entering.enter(mail) for mail in mails), return_exceptions=True)

    with ThreadPoolExecutor(1) as threads:
        answers = asyncio.run(enter())
        threads.submit(connections.close_all).result()
    return answers


def test_each_is_there_when_its_sender_is_told(transactional_db, box):
    assert enter_at_once([kept(box, number) for number in range(20)]) == [None] * 20
    assert RawMail.objects.to_take_in(timezone.now()).count() == 20


def test_one_that_cannot_be_entered_is_no_trouble_of_the_others(transactional_db, box):
    mails = [kept(box, number) for number in range(3)]
    mails[1].rows[0].mailbox = Mailbox()
    answers = enter_at_once(mails)
    assert isinstance(answers[1], DatabaseError)
    assert (answers[0], answers[2]) == (None, None)
    assert {row.digest for row in RawMail.objects.all()} == {mails[0].digest, mails[2].digest}


def test_whoever_waits_is_answered_though_nobody_can_write_any_more(transactional_db, box):
    async def enter():
        entering = Entering(threads)
        waiting = [entering.enter(kept) for kept in mails]
        return await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), timeout=10)

    mails = [kept(box, number) for number in range(2)]
    threads = ThreadPoolExecutor(1)
    threads.shutdown()
    assert [type(answer) for answer in asyncio.run(enter())] == [RuntimeError] * 2
    assert not RawMail.objects.exists()
