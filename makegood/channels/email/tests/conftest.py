"""A mailbox of ours, the customer's mail server, and mails that Ada writes."""

import socket
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from aiosmtpd.controller import Controller

from makegood.channels.email import actions as email
from makegood.channels.email import intake
from makegood.channels.email.addressing import directory
from makegood.channels.email.composing import POLICY
from makegood.channels.email.models import RawMail


@pytest.fixture(autouse=True)
def anew():
    """The directory of addresses and the rollback of a test do not know each other."""
    directory.forget()
    yield
    directory.forget()


@pytest.fixture
def box(hale, now):
    """support@hale.example"""
    return email.open_mailbox(brand=hale, address="support@hale.example", by="", at=now)


class Customers:
    """The customers' mail server: keeps what we send; `refuse` maps a recipient to what it is answered instead."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.raw: list[bytes] = []
        self.receivers: list[str] = []
        self.refuse: dict[str, str] = {}
        self.lock = threading.Lock()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        self.receivers.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            self.raw.append(envelope.content)
            self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for mail in self.mails if address in str(mail["To"])]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def outside(settings) -> Iterator[Customers]:
    """A real SMTP server that our mail leaves through."""
    customers = Customers()
    port = free_port()
    controller = Controller(customers, hostname="127.0.0.1", port=port)
    controller.start()
    settings.SMTP_URL = f"smtp://127.0.0.1:{port}"
    yield customers
    controller.stop()


def mail(
    text: str = "Where is my refund? I have waited three weeks.",
    *,
    sender: str = "Ada Byron <ada@customer.example>",
    to: str = "support@hale.example",
    subject: str = "My refund",
    **headers: str,
) -> EmailMessage:
    """A mail as Ada's program writes it. `headers`: names with `_` for `-`."""
    made = EmailMessage(policy=POLICY)
    made["From"], made["To"], made["Subject"] = sender, to, subject
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


@pytest.fixture
def deliver(box, now):
    """Store a mail and take it in; gives the row as it stands afterwards."""

    def take(
        made: EmailMessage | bytes, *, at=now, envelope_from="ada@customer.example", to=None, mailbox=box
    ) -> RawMail:
        raw = made if isinstance(made, bytes) else made.as_bytes()
        recipients = [to or mailbox.address]
        [row] = email.store(
            raw, mailboxes=[mailbox], source="smtp", envelope_from=envelope_from, envelope_to=recipients, at=at
        )
        intake.work(at=at)
        row.refresh_from_db()
        return row

    return take


def bounce(identifier: str, recipient: str) -> bytes:
    """A report that a mail of ours did not arrive, for good."""
    return f"""From: Mail Delivery System <mailer-daemon@mx.customer.example>
To: support@hale.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your message.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.customer.example

Final-Recipient: rfc822; {recipient}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such user
--b
Content-Type: text/rfc822-headers

Message-ID: <{identifier}>
To: {recipient}
--b--
""".replace("\n", "\r\n").encode()
