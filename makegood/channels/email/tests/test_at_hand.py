"""What this process has stored it takes in from memory, once, and leaves to others if it dies; files go to disk first."""

import asyncio
import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.utils import timezone

from makegood.cases import blobs
from makegood.cases.models import Attachment, Case
from makegood.channels.email import actions as email
from makegood.channels.email import at_hand, intake
from makegood.channels.email.actions import taking_in
from makegood.channels.email.entering import Entering
from makegood.channels.email.models import RawMail
from makegood.channels.email.tests.conftest import mail
from makegood.customers import actions as customers

RECEIPT = b"%PDF receipt"


@pytest.fixture
def here(monkeypatch) -> at_hand.AtHand:
    """Where this process gives itself what it stores."""
    queue = at_hand.AtHand()
    monkeypatch.setattr(intake, "at_hand", queue)
    return queue


def with_receipt() -> bytes:
    made = mail()
    made.add_attachment(RECEIPT, maintype="application", subtype="pdf", filename="receipt.pdf")
    return made.as_bytes()


def enter(box, here, *raws) -> None:
    async def enter_all():
        entering = Entering(threads, here)
        await asyncio.gather(*(entering.enter(one) for one in kept))

    told = {
        "source": "smtp",
        "envelope_from": "ada@customer.example",
        "envelope_to": [box.address],
        "at": timezone.now(),
    }
    kept = [email.keep(raw, mailboxes=[box], **told) for raw in raws]
    with ThreadPoolExecutor(1) as threads:
        asyncio.run(enter_all())
        threads.submit(connections.close_all).result()


def test_it_is_taken_in_once_and_nobody_else_claims_it_meanwhile(transactional_db, box, here):
    enter(box, here, mail().as_bytes(), mail("And my other refund?", subject="Another").as_bytes())
    assert email.claim(at=timezone.now(), most=10) == []
    assert intake.work(at=timezone.now()) == 2
    assert Case.objects.count() == 2
    assert intake.work(at=timezone.now() + dt.timedelta(minutes=1)) == 0


def test_what_a_killed_process_had_at_hand_is_found_by_the_next(transactional_db, box, here):
    enter(box, here, mail().as_bytes())
    here.take(10)  # and it died
    assert intake.work(at=timezone.now() + at_hand.LEASE) == 1
    assert RawMail.objects.get().outcome == "opened"


def test_more_than_it_can_take_goes_the_way_of_all_others(transactional_db, box, here, monkeypatch):
    monkeypatch.setattr(at_hand, "MOST", 0)
    enter(box, here, mail().as_bytes())
    assert here.take(10) == []
    assert intake.work(at=timezone.now()) == 1


def test_a_file_is_on_disk_before_the_case_and_stays_with_it(deliver):
    row = deliver(with_receipt())
    assert blobs.read(Attachment.objects.get(message=row.message).digest) == RECEIPT


def test_of_a_mail_that_says_nothing_to_a_case_no_file_stays(deliver, ada, now):
    customers.block(ada, by="", at=now)
    assert deliver(with_receipt()).outcome == "blocked"
    assert not blobs.is_there(blobs.digest_of(RECEIPT))


def test_a_duplicate_leaves_the_file_to_the_first(deliver):
    raw = with_receipt()
    assert [deliver(raw).outcome for _time in range(2)] == ["opened", "duplicate"]
    assert blobs.is_there(Attachment.objects.get().digest)


def test_of_a_parked_mail_no_file_stays_until_it_is_tried_again(deliver, now, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(taking_in, "_is_ours", None)
        row = deliver(with_receipt())
    assert row.state == RawMail.State.PARKED
    assert not blobs.is_there(blobs.digest_of(RECEIPT))
    email.replay(row, by="", at=now)
    intake.work(at=now)
    assert blobs.is_there(Attachment.objects.get().digest)
