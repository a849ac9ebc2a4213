"""Ada is erased: no table and no file knows a word of hers; figures, ledger and seals stay, and say that it was done."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import blobs
from makegood.cases.actions import tasks
from makegood.cases.actions.drafting import Unsent
from makegood.cases.actions.replying import Answer
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Attachment, Case, Message
from makegood.cases.words import File, Words
from makegood.channels.email import actions as email
from makegood.channels.email import intake
from makegood.channels.email.models import Outgoing, RawMail
from makegood.clockwork import erasing, following
from makegood.customers import actions as customers
from makegood.customers.models import Customer, Erasure
from makegood.events import leases
from makegood.events.models import Event, Reaction
from makegood.orders import actions as orders
from makegood.orders.models import Order
from makegood.orders.sale import Piece, Sale
from makegood.promises import actions as promises
from makegood.promises import verifying
from makegood.promises.models import Commitment, LedgerEntry, Seal
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Recovery, Remedy, Trigger

HOUR = dt.timedelta(hours=1)
ADA, OLD, EVE = "ada@zeppelin.example", "ada@older-zeppelin.example", "eve@customer.example"
OWN, SHARED = b"%PDF zeppelin plan", b"%PDF the same terms for everybody"
MAIL = (
    b"From: Ada Zeppelin <ada@zeppelin.example>\r\nTo: help@hale.example\r\nMessage-ID: <one@zeppelin.example>\r\n"
    b"Subject: My zeppelin\r\n\r\nThe zeppelin leaks.\r\n"
)


def erase_all(at: dt.datetime) -> int:
    """The worker's slices, to the last; how many."""
    slices = 0
    while erasing.work(at=at):
        slices += 1
    return slices


@pytest.fixture
def ada(hale, bea, owner, now) -> Customer:
    """A customer with something of everything: two addresses, mail, files, a draft, promises, gifts, an order."""
    mailbox = email.open_mailbox(brand=hale, address="help@hale.example", by="", at=now)
    email.store(MAIL, mailboxes=[mailbox], source="smtp", envelope_from=ADA, envelope_to=["help@hale.example"], at=now)
    while intake.work(at=timezone.now()):
        pass
    case = Case.objects.get()
    old = customers.find_or_create(address=OLD, name="A. Zeppelin", at=now)
    files = tuple(File(name, "application/pdf", content) for name, content in (("zeppelin", OWN), ("terms", SHARED)))
    words = Words(text="A zeppelin again.", sender=OLD, sender_name="Zeppelin", files=files, cc=(EVE,))
    cases.open_case(brand=hale, customer=old, subject="Zeppelin!", words=words, channel="email", at=now)
    customers.merge(old, into=case.customer, by=bea, at=now)
    customers.write_note(case.customer, text="A zeppelin is her house.", by=bea, at=now)
    customers.note_consent(
        case.customer, purpose="Newsletter", is_given=True, said_on=now.date(), source="From a zeppelin", by=bea, at=now
    )
    cases.reply(case, Answer(text="Your zeppelin, Ada", to=(ADA,), undo_seconds=0), by=bea, at=now + HOUR)
    cases.note(case, text="She flies a zeppelin.", by=bea, at=now + HOUR)
    cases.save_draft(case, Unsent(kind="note", text="zeppelin", files=files[:1]), by=bea, at=now + HOUR)
    cases.promise(case, words="I will mend the zeppelin.", due_at=now + 90 * HOUR, by=bea, at=now + HOUR)
    plan = Errand("Mend the zeppelin", Receiver(address="x@ropes.example"), text="Hers is a zeppelin.", files=files)
    tasks.answer(tasks.give(case, plan, by=bea, at=now), Words(text="A zeppelin?", files=files[:1]), at=now + HOUR)
    recovery.grant(case, Gift(kind="words", words="A new zeppelin"), by=owner, at=now + HOUR)
    cases.hand_over(case, owner=owner, team=case.team, reason="You know zeppelins.", by=bea, at=now + HOUR)
    recovery.open_by_hand(case, Trigger.Kind.BY_HAND, by=bea, at=now + HOUR)
    piece = (Piece("ROPE", 2, Decimal("4.50")),)
    sale = Sale("1815", ADA, "EUR", now, piece, promised_at=now + 99 * HOUR, terms="Good for a zeppelin")
    orders.take(sale, source="csv", brand=hale, at=now)
    while following.work(at=timezone.now()):
        pass
    return case.customer


@pytest.fixture
def kettle(hale, ada, now) -> Case:
    """Eve's case, in which Ada was copied and said something, and which holds the same file."""
    eve = customers.find_or_create(address=EVE, name="Eve", at=now)
    files = (File("terms", "application/pdf", SHARED),)
    words = Words(text="My kettle.", sender=EVE, cc=(ADA,), files=files)
    case, _ = cases.open_case(brand=hale, customer=eve, subject="Kettle", words=words, channel="email", at=now)
    said = Words(text="It is my zeppelin's.", sender=ADA, sender_name="Ada Zeppelin")
    cases.add_words(case, customer=ada, words=said, channel="email", at=now + HOUR)
    return case


def known_of_her() -> list[str]:
    """Where a word of hers stands in any table, that of the search index too, or among the files."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [table for row in cursor.fetchall() if "eppelin" in str(row)]
    for shelf in ("blobs", "mail"):
        files = [path for path in Path(settings.DATA_DIR, shelf).rglob("*") if path.is_file()]
        found += [f"{shelf}/{path.name}" for path in files if b"eppelin" in path.read_bytes()]
    return found


def test_no_table_and_no_file_knows_a_word_of_hers(ada, kettle, owner, now):
    opened = Event.objects.filter(about=Case.objects.filter(customer=ada).first().ref).first()
    Reaction.objects.create(
        event=opened, name="greet", run_at=leases.NEVER, trouble="ValueError: zeppelin@ropes.example"
    )
    assert known_of_her(), "the story itself"
    customers.erase(ada, by=owner, at=now + 2 * HOUR)
    assert erase_all(now + 2 * HOUR) > 3
    assert sorted(set(known_of_her())) == []
    assert Message.objects.filter(case__customer=ada).count() > 3, "how much was said stays"


def test_what_she_shared_with_others_stays_theirs(ada, kettle, owner, now):
    customers.erase(ada, by=owner, at=now + 2 * HOUR)
    erase_all(now + 2 * HOUR)
    assert blobs.read(Attachment.objects.get().digest) == SHARED
    kettle.refresh_from_db()
    assert (kettle.subject, kettle.is_open) == ("Kettle", True)
    assert [message.text for message in kettle.messages.order_by("at")] == ["My kettle.", ""]
    assert [party.address for party in kettle.parties.all()] == [EVE]


def test_ledger_and_seals_stay_whole_and_say_who_erased(ada, owner, now):
    promises.seal(at=now + HOUR)
    entries, seals = set(LedgerEntry.objects.values_list("pk", flat=True)), Seal.objects.count()
    customers.erase(ada, by=owner, at=now + 2 * HOUR)
    erase_all(now + 2 * HOUR)
    while promises.seal(at=now + 3 * HOUR):
        pass
    verdict = verifying.verify()
    assert verdict.is_whole
    assert verdict.erased >= len(entries)
    assert Seal.objects.count() > seals
    assert entries <= set(LedgerEntry.objects.values_list("pk", flat=True))
    told = Event.objects.about(ada.key).filter(name__in=("customer.erased", "ledger.salts_erased", "customer.emptied"))
    assert [(event.name, event.by) for event in told] == [
        ("customer.erased", owner.key),
        ("ledger.salts_erased", owner.key),
        ("customer.emptied", ""),
    ]


def test_nothing_runs_for_her_any_more_and_the_figures_stay(ada, owner, now):
    worth, made = Order.objects.get().total, Commitment.objects.count()
    customers.erase(ada, by=owner, at=now + 2 * HOUR)
    erase_all(now + 2 * HOUR)
    assert not Commitment.objects.running().exists()
    assert not Commitment.objects.owed().exists()
    assert Commitment.objects.count() == made
    assert set(Commitment.objects.filter(state="excused").values_list("ledger__reason", flat=True)) >= {"erased"}
    assert (Order.objects.get().total, Order.objects.get().number) == (worth, "1815")
    assert Recovery.objects.get().outcome == "lost"
    assert Remedy.objects.get().state == "withdrawn"
    assert not Case.objects.filter(is_open=True).exists()
    assert not Outgoing.objects.exists()
    assert not RawMail.objects.exists()


def test_whoever_writes_from_her_address_is_met_anew(ada, owner, now):
    customers.erase(ada, by=owner, at=now + 2 * HOUR)
    again = customers.find_or_create(address=ADA, name="Ada Zeppelin", at=now + 3 * HOUR)
    assert again != ada
    erase_all(now + 4 * HOUR)
    assert again.address == ADA, "what comes after it is not erased"
    assert Customer.objects.get(pk=ada.pk).name == ""


def test_what_comes_in_between_goes_too(ada, owner, now):
    """Until the worker has closed the case, a mail finds its way into it."""
    case = ada.cases.first()
    customers.erase(ada, by=owner, at=now + 2 * HOUR)
    cases.add_words(case, customer=ada, words=Words(text="zeppelin?", sender=ADA), channel="email", at=now + 2 * HOUR)
    erase_all(now + 2 * HOUR)
    assert sorted(set(known_of_her())) == []


def test_said_twice_it_is_once_and_parts_cannot_be_parted_any_more(ada, owner, now):
    first = customers.erase(ada, by=owner, at=now)
    old = Customer.objects.exclude(merged_into=None).get()
    assert customers.erase(old, by=owner, at=now + HOUR) == first
    with pytest.raises(customers.CannotMerge, match="erased"):
        customers.unmerge(ada.merges.get(), by=owner, at=now)
    erase_all(now)
    done = Erasure.objects.get()
    assert (done.cases, done.addresses, done.done_at) == (2, [], now)
    assert erase_all(now) == 0
