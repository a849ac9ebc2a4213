"""Money back goes out as a signed webhook to a real payment system on this machine, and waits for its word."""

import datetime as dt
import json
import threading
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.orders.shops import signing
from makegood.promises.models import State
from makegood.recovery import actions as recovery
from makegood.recovery import refunding
from makegood.recovery.gift import Gift
from makegood.recovery.models import Cashier, Refund, RefundState, Remedy, RemedyState

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
TEN = Gift("refund", Decimal("10.50"), "EUR")


class Bank:
    """It answers what it is told to, and keeps what it heard."""

    def __init__(self):
        self.status, self.heard = 200, []
        bank = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                bank.heard.append((dict(self.headers), body))
                self.send_response(bank.status)
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
                self.end_headers()
                self.wfile.write(b"no such account" if bank.status >= 400 else b"")

            def log_message(self, *args):
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/refunds"


@pytest.fixture
def bank():
    bank = Bank()
    yield bank
    bank.server.shutdown()
    bank.server.server_close()


@pytest.fixture
def cashier(hale, owner, bank, now) -> Cashier:
    return recovery.join_cashier(
        None, name="Bank", brand=hale, url=bank.url, secret=SECRET, active=True, by=owner, at=now
    )


@pytest.fixture
def refunded(cashier, refund, owner) -> Refund:
    remedy = recovery.grant(refund, TEN, by=owner, at=timezone.now())
    recovery.tell(remedy.pk, reaches=True, at=timezone.now())
    return Refund.objects.get(remedy=remedy)


def send(at=None) -> int:
    return refunding.work(at=at or timezone.now())


def tell(client, cashier, kind, refund, *, secret=SECRET, **more):
    body = json.dumps({"type": kind, "data": {"id": str(refund.pk), **more}}).encode()
    headers = signing.sign(body, key="msg_1", secret=secret, at=timezone.now())
    path = reverse("refund-told", args=[cashier.pk])
    return client.post(path, body, content_type="application/json", headers=headers)


def test_it_is_asked_for_once_signed_with_amount_and_key(refunded, bank, cashier):
    assert send() == 1
    assert send() == 0
    [(headers, body)] = bank.heard
    delivery = signing.check("standard", body, headers, secret=SECRET, now=timezone.now())
    assert delivery.key == str(refunded.pk)
    told = json.loads(body)
    assert (told["type"], told["data"]["amount"], told["data"]["currency"]) == ("refund.requested", "10.50", "EUR")
    assert told["data"]["customer"]["address"] == "ada@customer.example"
    assert told["data"]["answer_to"].endswith(reverse("refund-told", args=[cashier.pk]))
    refunded.refresh_from_db()
    assert refunded.state == RefundState.ASKED
    assert refunded.remedy.state == RemedyState.OWED


def test_it_is_given_when_the_payment_system_says_that_it_paid(client, refunded, bank, cashier):
    send()
    for _time in range(2):
        answer = tell(client, cashier, "refund.paid", refunded, reference="TX-9", amount="10.50", currency="EUR")
        assert (answer.status_code, answer.json()["state"]) == (200, "paid")
    remedy = Remedy.objects.get()
    assert remedy.state == RemedyState.GIVEN
    assert remedy.due.state == State.KEPT
    assert Refund.objects.get().reference == "TX-9"
    assert tell(client, cashier, "refund.refused", refunded).status_code == 409


def test_while_it_is_under_way_nobody_pays_it_a_second_time_by_hand(refunded, bank, bea, now):
    assert not recovery.give(refunded.remedy, by=bea, at=now)
    send()
    assert not recovery.give(refunded.remedy, by=bea, at=now)
    assert not recovery.refuse(refunded.remedy, by=bea, at=now)


def test_what_is_refused_shows_on_case_list_and_banner_until_somebody_sees_to_it(client, refunded, bank, cleo, cashier):
    bank.status = 400
    send()
    refunded.refresh_from_db()
    assert refunded.state == RefundState.FAILED
    client.force_login(cleo)
    case = client.get(reverse("case", args=[refunded.remedy.about])).content.decode()
    assert "Did not go through: HTTP 400 no such account" in case
    assert "A refund did not go through." in case
    assert "HTTP 400 no such account" in client.get(reverse("remedies")).content.decode()
    bank.status = 200
    client.post(reverse("refund-again", args=[refunded.remedy.about, refunded.remedy.pk]))
    assert send() == 1
    assert {headers["webhook-id"] for headers, _body in bank.heard} == {str(refunded.pk)}
    assert "A refund did not go through." not in client.get(reverse("remedies")).content.decode()


def test_after_a_failure_it_may_be_paid_by_hand_and_is_not_sent_again(client, refunded, bank, bea):
    bank.status = 400
    send()
    assert recovery.give(refunded.remedy, by=bea, at=timezone.now())
    client.force_login(bea)
    client.post(reverse("refund-again", args=[refunded.remedy.about, refunded.remedy.pk]))
    assert send() == 0
    assert len(bank.heard) == 1


def test_what_was_refused_and_asked_for_again_is_given_when_it_is_paid(client, refunded, bank, cashier, bea):
    send()
    assert tell(client, cashier, "refund.refused", refunded).status_code == 200
    recovery.ask_again(refunded, by=bea, at=timezone.now())
    send()
    assert tell(client, cashier, "refund.refused", refunded).status_code == 200  # the first refusal, told once more
    assert tell(client, cashier, "refund.paid", refunded, reference="TX-9").status_code == 200
    assert Remedy.objects.get().state == RemedyState.GIVEN
    assert not recovery.give(refunded.remedy, by=bea, at=timezone.now())


def test_what_somebody_gave_by_hand_after_it_failed_is_not_given_again(client, refunded, bank, cashier, bea):
    send()
    tell(client, cashier, "refund.refused", refunded)
    assert recovery.give(refunded.remedy, by=bea, at=timezone.now())
    assert tell(client, cashier, "refund.paid", refunded).status_code == 409


@pytest.mark.parametrize("status", [500, 503, 429, 408])
def test_what_may_pass_is_tried_again_after_a_growing_pause_with_the_same_key(refunded, bank, status):
    bank.status = status
    send()
    refunded.refresh_from_db()
    assert (refunded.state, refunded.attempts) == (RefundState.WAITING, 1)
    first = refunded.run_at
    assert first > timezone.now()
    send(at=first)
    refunded.refresh_from_db()
    assert refunded.run_at - timezone.now() > dt.timedelta(minutes=1)
    bank.status = 200
    send(at=refunded.run_at)
    assert len({headers["webhook-id"] for headers, _body in bank.heard}) == 1
    assert len({body for _headers, body in bank.heard}) == 1


def test_a_redirect_is_not_followed(refunded, bank):
    bank.status = 307
    send()
    refunded.refresh_from_db()
    assert refunded.state == RefundState.FAILED
    assert len(bank.heard) == 1


def test_a_payment_system_that_is_away_is_asked_later(refunded, bank, cashier):
    bank.server.shutdown()
    bank.server.server_close()
    send()
    refunded.refresh_from_db()
    assert refunded.state == RefundState.WAITING
    assert "Refused" in refunded.trouble
    bank.server.server_close = lambda: None


def test_only_the_payment_system_itself_is_believed(client, refunded, cashier, bank):
    send()
    assert tell(client, cashier, "refund.paid", refunded, secret="guessed").status_code == 401
    assert tell(client, cashier, "refund.paid", refunded, amount="1050").status_code == 422
    assert tell(client, cashier, "refund.paid", refunded, currency="USD").status_code == 422
    assert tell(client, cashier, "refund.cake", refunded).status_code == 400
    assert tell(client, cashier, "refund.paid", cashier).status_code == 404
    assert Remedy.objects.get().state == RemedyState.OWED


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"{}", b'{"type": 1, "data": {"id": []}}', b"[" * 100_000])
def test_any_signed_bytes_get_a_clear_answer(client, cashier, body):
    headers = signing.sign(body, key="msg_1", secret=SECRET, at=timezone.now())
    path = reverse("refund-told", args=[cashier.pk])
    assert client.post(path, body, content_type="application/json", headers=headers).status_code == 400


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity"])
def test_an_amount_that_is_no_number_is_not_read(client, refunded, cashier, amount):
    assert tell(client, cashier, "refund.paid", refunded, amount=amount).status_code == 400


def test_without_a_payment_system_somebody_pays_it_by_hand(refund, owner, bea, now):
    remedy = recovery.grant(refund, TEN, by=owner, at=now)
    recovery.tell(remedy.pk, reaches=True, at=now)
    assert not Refund.objects.exists()
    assert recovery.give(remedy, by=bea, at=now)


def test_an_administrator_connects_one_and_its_secret_is_never_shown(client, hale, owner, bank):
    client.force_login(owner)
    data = {"name": "Bank", "brand": hale.pk, "url": "https://pay.example/refunds", "secret": SECRET, "active": "on"}
    assert client.post(reverse("cashier-new"), data).status_code == 302
    page = client.get(reverse("cashier", args=[Cashier.objects.get().pk])).content.decode()
    assert "/refunds/told/" in page
    assert SECRET not in page
    assert SECRET not in Cashier.objects.get().secret
    wrong = client.post(reverse("cashier", args=[Cashier.objects.get().pk]), data | {"url": "http://pay.example/"})
    assert wrong.status_code == 422
