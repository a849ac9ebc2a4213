"""Strangers guess, forge and flood: they see and change nothing of anybody's, and nobody is flooded in our name."""

import datetime as dt
import random
from collections import Counter

import pytest
from django.conf import settings as configured
from django.utils import timezone

from makegood.cases import tokens
from makegood.cases.models import Attachment, Case, Message, Party
from makegood.channels.email import actions as email
from makegood.channels.email import intake, sender
from makegood.channels.email.models import KnownMessage, Outgoing, RawMail
from makegood.channels.email.tests.conftest import deliver, mail, outside  # noqa: F401 - to use them as fixtures
from tests.faults.test_mutated_mails import take_in_all

MTA = "mx.hale.example"
EVE = "eve@evil.example"
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def opened(deliver) -> Case:  # noqa: F811
    """Ada's case, with a file."""
    made = mail(Message_ID="<first@customer.example>")
    made.add_attachment(b"%PDF-1.4 x", maintype="application", subtype="pdf", filename="receipt.pdf")
    return deliver(made).case


def party_of(case: Case) -> Party:
    return case.parties.get(role=Party.Role.CUSTOMER)


def altered(token: str, dice: random.Random) -> str:
    """The token with one letter changed."""
    at = dice.randrange(len(token))
    letters = [letter for letter in "abcdefghijkmnpqrstuvwxyz234567" if letter != token[at]]
    return token[:at] + dice.choice(letters) + token[at + 1 :]


def test_guesses_by_mail_place_nothing_in_adas_case(opened, deliver, now):  # noqa: F811
    ours = KnownMessage.objects.get(case=opened, ours=True).identifier
    signed = tokens.for_mail(party_of(opened).key)
    dice = random.Random(1)
    unsigned = ours.replace(signed, altered(signed, dice))
    guesses = [
        {"subject": f"Re: My refund [{opened.ref}]"},
        {"subject": f"Re: {opened.ref.lower()}"},
        {"In_Reply_To": "<first@customer.example>", "References": "<first@customer.example>"},
        {"In_Reply_To": f"<{unsigned}>", "References": f"<{unsigned}> <first@customer.example>"},
        {"In_Reply_To": f"<greeting.{opened.pk.hex}@hale.example>"},
        {"In_Reply_To": f"<{unsigned}>" * 30, "subject": f"[{opened.ref}]" * 30},
    ]
    for number, guess in enumerate(guesses):
        row = deliver(mail(f"Show me {number}", sender=EVE, **guess), at=now + HOUR)
        assert (row.outcome, row.case != opened) == ("opened", True), guess
    for number in range(40):
        to = f"support+{altered(signed, dice)}@hale.example"
        row = deliver(mail(f"Show me also {number}", sender=EVE), to=to, at=now + 2 * HOUR)
        assert row.case != opened, to
    assert opened.messages.count() == 1
    assert set(opened.parties.values_list("address", flat=True)) == {"ada@customer.example"}


def test_a_forged_sender_writes_nothing_as_ada_and_copies_nobody_in(opened, deliver, settings, now):  # noqa: F811
    settings.TRUSTED_MTA = MTA
    verdict = f"Authentication-Results: {MTA}; dmarc=fail header.from=customer.example\r\n".encode()
    for number, guess in enumerate([{"subject": f"[{opened.ref}]"}, {"In_Reply_To": "<first@customer.example>"}]):
        forged = mail(f"Pay it to my new account {number}", Cc=EVE, **guess).as_bytes()
        case = deliver(verdict + forged, at=now + HOUR).case
        assert case != opened
        assert not case.messages.get().authenticated
        assert not case.parties.filter(address=EVE).exists()
    token = tokens.for_mail(party_of(opened).key)
    row = deliver(verdict + mail("Pay it to me").as_bytes(), to=f"support+{token}@hale.example", at=now + HOUR)
    assert (row.case, row.message.stranger, row.message.customer) == (opened, True, None)
    assert Outgoing.objects.filter(kind="greeting").count() == 1


def test_a_forged_forward_opens_nothing_in_adas_name(deliver, bea, settings, now):  # noqa: F811
    settings.TRUSTED_MTA = MTA
    inner = "---------- Forwarded message ---------\nFrom: Ada Byron <ada@customer.example>\nDate: Mon, 1 Jun 2026\nSubject: My refund\nTo: <bea@hale.example>\n\nWhere is it?"
    for proof in ("fail", "none"):
        verdict = f"Authentication-Results: {MTA}; dmarc={proof} header.from=hale.example\r\n".encode()
        forged = mail(f"{proof}\n\n{inner}", sender=bea.email, subject="Fwd: My refund")
        row = deliver(verdict + forged.as_bytes(), at=now + HOUR)
        assert not Party.objects.filter(address="ada@customer.example").exists(), proof
        assert row.case.messages.get().sender == bea.email


@pytest.mark.any_engine
def test_links_that_are_guessed_or_bent_open_nothing(opened, deliver, client, now):  # noqa: F811
    other = deliver(mail("Another matter", sender="jonas@customer.example"), at=now).case
    file = Attachment.objects.get(message__case=opened)
    right, jonas = (tokens.for_link(party_of(case).key) for case in (opened, other))
    assert client.get(f"/c/{right}/files/{file.pk}").status_code == 200
    assert client.get(f"/c/{jonas}/files/{file.pk}").status_code == 404
    dice = random.Random(2)
    key, _dash, signature = right.partition("-")
    bent = [altered(key, dice) + "-" + signature, f"{jonas.partition('-')[0]}-{signature}", key, f"{key}-", right.upper(), f"{right}x", tokens.for_mail(party_of(opened).key)]  # fmt: skip
    for token in [*bent, *(f"{key}-{altered(signature, dice)}" for _ in range(60))]:
        assert client.get(f"/c/{token}").status_code == 404, token
        assert client.post(f"/c/{token}/words", {"words": "It was me"}).status_code == 404, token
        assert client.post(f"/c/{token}/solved").status_code == 404, token
        assert client.get(f"/c/{token}/files/{file.pk}").status_code == 404, token
    assert opened.messages.count() == 1


@pytest.mark.any_engine
@pytest.mark.parametrize("count", [500, pytest.param(10_000, marks=pytest.mark.soak)])
def test_many_forged_senders_make_no_flood(box, outside, count):  # noqa: F811
    """Of many domains, of one, and one person over and over: all are heard, and only so many are greeted."""
    dice, at = random.Random(3), timezone.now()
    for number in range(count):
        match number % 4:
            case 0:
                forged = f"victim{number}@d{number}.example"
            case 1:
                forged = f"v{dice.randrange(count)}@victim.example"
            case 2:
                forged = f"v{number % 50}@d{number % 7}.example"
            case _:
                forged = "one@person.example"
        raw = mail(f"Hello {number}", sender=forged, subject=f"Hello {number}").as_bytes()
        email.store(raw, mailboxes=[box], source="smtp", envelope_from=forged, envelope_to=[box.address], at=at)
    take_in_all()
    assert RawMail.objects.filter(outcome="opened").count() == Case.objects.count() == Message.objects.count() == count
    greeted = Outgoing.objects.filter(kind="greeting")
    assert greeted.count() == Outgoing.objects.count() <= configured.GREETINGS_IN_ALL
    assert max(Counter(greeted.values_list("to_address", flat=True)).values()) == configured.GREETINGS_PER_ADDRESS
    assert max(Counter(greeted.values_list("to_domain", flat=True)).values()) == configured.GREETINGS_PER_DOMAIN
    while sender.work(at=timezone.now()):
        pass
    assert len(outside.mails) == greeted.count()
    assert intake.work(at=timezone.now()) == 0
