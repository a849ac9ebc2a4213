"""The outgoing server in trouble: replies wait and are seen to wait, leave when it is back, and hold up nobody else."""

import datetime as dt

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Delivery
from makegood.channels.email import actions as email
from makegood.channels.email import intake, sender
from makegood.channels.email.models import Mailbox, Outgoing
from makegood.channels.email.tests.conftest import Customers, mail
from makegood.promises.models import Commitment
from tests.serving import free_port

SOON = dt.timedelta(minutes=2)


class Moody(Customers):
    """Can be away, and hangs up in the middle of a mail to whom it cannot stand."""

    cannot_stand = ""

    def __init__(self) -> None:
        super().__init__()
        self.port = free_port()
        self.server: Controller | None = None

    def comes(self) -> None:
        self.server = Controller(self, hostname="127.0.0.1", port=self.port)
        self.server.start()

    def goes(self) -> None:
        if self.server is not None:
            self.server.stop()
        self.server = None

    async def handle_DATA(self, server, session, envelope):
        if self.cannot_stand in envelope.rcpt_tos:
            server.transport.abort()
        return await super().handle_DATA(server, session, envelope)


@pytest.fixture
def outside():
    customers = Moody()
    customers.comes()
    yield customers
    customers.goes()


@pytest.fixture
def asked(box, outside, settings) -> Mailbox:
    """Three customers wait for their greetings."""
    settings.SMTP_URL = f"smtp://127.0.0.1:{outside.port}"
    for name in ("ada", "ben", "cid"):
        raw = mail(f"{name} asks", sender=f"{name}@customer.example").as_bytes()
        email.store(raw, mailboxes=[box], source="smtp", envelope_from="x@customer.example", envelope_to=[box.address], at=timezone.now())  # fmt: skip
    intake.work(at=timezone.now())
    assert Outgoing.objects.count() == 3
    return box


def states() -> list[str]:
    return list(Outgoing.objects.order_by("to_address").values_list("state", flat=True))


def test_while_it_is_down_mail_waits_staff_see_it_and_all_leaves_soon_after(asked, outside, client, bea):
    outside.goes()
    assert sender.work(at=timezone.now())
    assert sender.work(at=timezone.now()) == 0, "it is not asked again at once"
    assert states() == ["waiting"] * 3
    client.force_login(bea)
    page = client.get(reverse("inbox")).content.decode()
    assert "support@hale.example is in trouble" in page
    assert "ConnectionRefusedError" in page
    outside.comes()
    sender.work(at=timezone.now() + SOON)
    assert states() == ["sent"] * 3
    assert "in trouble" not in client.get(reverse("inbox")).content.decode()


def test_what_leaves_by_another_server_does_not_wait_for_it(asked, outside, hale):
    email.edit_mailbox(asked, smtp_host="127.0.0.1", smtp_port=1, smtp_security="none", by="", at=timezone.now())
    Outgoing.objects.filter(to_address="cid@customer.example").update(
        mailbox=email.open_mailbox(brand=hale, address="sales@hale.example", by="", at=timezone.now())
    )
    sender.work(at=timezone.now())
    assert states() == ["waiting", "waiting", "sent"]


def test_a_mail_at_which_it_hangs_up_waits_alone(asked, outside):
    outside.cannot_stand = "ada@customer.example"
    sender.work(at=timezone.now())
    assert states() == ["waiting", "sent", "sent"]
    assert "SMTPServerDisconnected" in Outgoing.objects.get(to_address="ada@customer.example").trouble


def test_a_mail_that_cannot_be_written_is_said_to_have_failed_and_stops_no_other(asked, outside):
    Outgoing.objects.filter(to_address="ada@customer.example").update(
        in_reply_to="x" * 400, to=["ada@[customer"], language="\n"
    )
    sender.work(at=timezone.now())
    assert states() == ["failed", "sent", "sent"]


def test_a_reply_that_only_the_copied_could_be_given_has_not_arrived(asked, outside, bea):
    case = Outgoing.objects.get(to_address="ada@customer.example").case
    sender.work(at=timezone.now())
    answer = Answer(text="It left us.", cc=("jonas@customer.example",), undo_seconds=0)
    reply = cases.reply(case, answer, by=bea, at=timezone.now())
    outside.refuse["ada@customer.example"] = "550 5.1.1 No such user"
    email.queue_reply(reply, at=timezone.now())
    sender.work(at=timezone.now())
    reply.refresh_from_db()
    assert reply.delivery == Delivery.FAILED
    assert "No such user" in reply.trouble
    assert Commitment.objects.get(about=case.ref, key="first-reply").state == "open"


def test_an_hour_unsent_is_told_though_its_mail_was_not_the_one_tried(asked, outside, bea):
    case = Outgoing.objects.get(to_address="ada@customer.example").case
    reply = cases.reply(case, Answer(text="It left us.", undo_seconds=0), by=bea, at=timezone.now())
    queued = email.queue_reply(reply, at=timezone.now())
    Outgoing.objects.filter(pk=queued.pk).update(
        made_at=timezone.now() - dt.timedelta(hours=2), run_at=timezone.now() + SOON
    )
    outside.goes()
    sender.work(at=timezone.now())
    reply.refresh_from_db()
    assert reply.delivery == Delivery.FAILED


def test_without_a_server_all_rest_together_and_leave_once_one_is_set(
    asked, outside, settings, django_assert_max_num_queries
):
    settings.SMTP_URL = ""
    now = timezone.now()
    with django_assert_max_num_queries(12):  # however many wait
        sender.work(at=now)
    assert sender.work(at=now) == 0
    assert set(Outgoing.objects.values_list("attempts", "trouble")) == {(0, sender.NO_SERVER)}
    settings.SMTP_URL = f"smtp://127.0.0.1:{outside.port}"
    email.edit_mailbox(asked, name="Help", by="", at=timezone.now())
    sender.work(at=timezone.now())
    assert states() == ["sent"] * 3
