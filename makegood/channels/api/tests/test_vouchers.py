"""A shop checks a voucher's code and redeems it once, also when two try at once."""

import json
import threading
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client

from makegood.events.models import Event
from makegood.recovery import actions as recovery
from makegood.recovery import codes
from makegood.recovery.gift import Gift
from makegood.recovery.models import Voucher
from makegood.staff import actions as staff


@pytest.fixture
def key(bea, now) -> str:
    return staff.make_token(bea, label="shop", by=bea.key, at=now)


@pytest.fixture
def voucher(refund, owner, now) -> Voucher:
    gift = Gift("voucher", Decimal("12.50"), "EUR")
    remedy = recovery.grant(refund, gift, by=owner, at=now)
    recovery.tell(remedy.pk, reaches=True, at=now)
    return Voucher.objects.get(remedy=remedy)


def ask(key, path, body=None):
    known = {"content_type": "application/json", "headers": {"authorization": f"Bearer {key}"}}
    if body is None:
        return Client().get(f"/api/v1/vouchers/{path}", **known)
    return Client().post(f"/api/v1/vouchers/{path}", json.dumps(body), **known)


def test_a_code_says_what_it_is_worth_however_it_is_typed(key, voucher):
    plain = voucher.code.replace("-", "").lower()
    for written in (voucher.code, plain, f"%20{voucher.code}%20"):
        told = ask(key, written).json()
        assert (told["code"], told["amount"], told["currency"]) == (voucher.code, "12.50", "EUR")
        assert told["redeemed_at"] is None


def test_it_is_redeemed_once_and_the_same_question_has_the_same_answer(key, voucher, refund):
    first = ask(key, f"{voucher.code}/redemption", {"reference": "order 7"})
    again = ask(key, f"{voucher.code}/redemption", {"reference": "order 7"})
    other = ask(key, f"{voucher.code}/redemption", {"reference": "order 8"})
    assert (first.status_code, again.status_code, other.status_code) == (200, 200, 409)
    assert first.json() == again.json()
    assert ask(key, voucher.code).json()["redeemed_for"] == "order 7"
    assert Event.objects.filter(name="voucher.redeemed", about=refund.ref).count() == 1


def test_another_shop_whose_order_has_the_same_number_does_not_redeem_it_again(key, voucher, cleo, now):
    theirs = staff.make_token(cleo, label="second shop", by=cleo.key, at=now)
    assert ask(key, f"{voucher.code}/redemption", {"reference": "1001"}).status_code == 200
    assert ask(theirs, f"{voucher.code}/redemption", {"reference": "1001"}).status_code == 409


@pytest.mark.parametrize("code", ["nothing", "0000-0000-0000-0000", "2222-2222-2222-2222", "x" * 200])
def test_what_is_no_code_of_ours_opens_nothing(key, voucher, code):
    assert ask(key, code).status_code == 404
    assert ask(key, f"{code}/redemption", {"reference": "1"}).status_code == 404


def test_a_shop_of_another_brand_finds_nothing(voucher, eve, now):
    theirs = staff.make_token(eve, label="", by=eve.key, at=now)
    assert ask(theirs, voucher.code).status_code == 404


@pytest.mark.parametrize("body", [{}, {"reference": ""}, {"reference": "a\u0000"}, {"reference": "1", "amount": 5}])
def test_a_redemption_names_what_for(key, voucher, body):
    assert ask(key, f"{voucher.code}/redemption", body).status_code == 422
    voucher.refresh_from_db()
    assert voucher.redeemed_at is None


@pytest.mark.django_db(transaction=True)
def test_of_six_shops_at_once_one_is_let_through(key, voucher):
    gate, came = threading.Barrier(6), []

    def redeem(number):
        gate.wait()
        try:
            came.append(ask(key, f"{voucher.code}/redemption", {"reference": f"order {number}"}).status_code)
        finally:
            connection.close()

    shops = [threading.Thread(target=redeem, args=(number,)) for number in range(6)]
    for shop in shops:
        shop.start()
    for shop in shops:
        shop.join()
    assert sorted(came) == [200, 409, 409, 409, 409, 409]


def test_no_two_codes_are_alike_and_none_holds_what_is_misread():
    made = {codes.new() for _number in range(2000)}
    assert len(made) == 2000
    assert not set("".join(made)) & set("01ILOU")
    assert all(codes.read(code) == code for code in made)
