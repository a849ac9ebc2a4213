"""Granting, asking, answering and giving, on the case page."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.words import Words
from makegood.recovery import actions as recovery
from makegood.recovery.gift import Gift
from makegood.recovery.models import Ask, AskState, Remedy, RemedyState


@pytest.fixture
def may_fifty(owner, now):
    for role, case, month in (("agent", 50, 80), ("lead", 200, 1000)):
        recovery.set_authority(
            role=role, currency="EUR", per_case=Decimal(case), per_month=Decimal(month), by=owner, at=now
        )


def page_of(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def post(client, name, *args, **data):
    return client.post(reverse(name, args=args), data)


def test_one_press_gives_a_round_amount_and_the_meter_says_what_is_left(client, may_fifty, refund, bea):
    client.force_login(bea)
    page = page_of(client, refund)
    assert "You may still give €50.00 in this case, and €80.00 this month." in page
    for shown in ("Voucher €5.00", "Voucher €10.00", "Voucher €20.00"):
        assert shown in page
    answer = post(client, "case-remedies", refund.ref, kind="voucher", amount="20.00", currency="EUR")
    assert answer.status_code == 302
    page = page_of(client, refund)
    assert "You may still give €30.00 in this case, and €60.00 this month." in page
    assert "A voucher: €20.00" in page
    assert "The customer is not told yet." in page
    assert "Bea granted the customer something: A voucher: €20.00" in page


def test_the_amounts_of_the_buttons_are_understood_in_every_language(client, may_fifty, refund, bea):
    bea.language = "nl"
    bea.save()
    client.force_login(bea)
    page = page_of(client, refund)
    assert 'name="amount" value="5.00"' in page


def test_above_it_one_press_asks_and_the_lead_grants_on_the_same_page(client, may_fifty, refund, bea, cleo):
    client.force_login(bea)
    asks = {"kind": "voucher", "amount": "120", "currency": "eur", "why": "A wedding cake."}
    answer = post(client, "case-remedies", refund.ref, **asks)
    assert answer.status_code == 422
    assert "more than you may grant yourself" in answer.content.decode()
    assert 'value="120"' in answer.content.decode()
    assert post(client, "case-remedies", refund.ref, **asks, ask="1").status_code == 302
    asked = Ask.objects.get()
    assert "Grant it" not in page_of(client, refund)
    client.force_login(cleo)
    page = page_of(client, refund)
    assert "Bea asks a lead: A voucher: €120.00" in page
    assert "A wedding cake." in page
    assert post(client, "ask-answer", refund.ref, asked.ref, grant="1").status_code == 302
    assert Remedy.objects.get().granted_by == cleo


def test_a_lead_declines_with_a_word_that_the_asker_reads(client, may_fifty, refund, bea, cleo, now):
    asked = recovery.ask(refund, Gift("voucher", Decimal(120), "EUR"), why="", by=bea, at=now)
    client.force_login(cleo)
    assert post(client, "ask-answer", refund.ref, asked.ref, decline="1").status_code == 422
    post(client, "ask-answer", refund.ref, asked.ref, decline="1", words="Offer a repair first.")
    asked.refresh_from_db()
    assert asked.state == AskState.DECLINED
    client.force_login(bea)
    assert "Offer a repair first." in page_of(client, refund)


def test_whoever_gave_it_says_so_on_the_case(client, refund, bea, now):
    remedy = recovery.grant(refund, Gift("call"), by=bea, at=timezone.now())
    client.force_login(bea)
    assert "It is given" in page_of(client, refund)
    post(client, "remedy-given", refund.ref, remedy.pk)
    remedy.refresh_from_db()
    assert remedy.state == RemedyState.GIVEN
    assert "It is given" not in page_of(client, refund)
    assert post(client, "remedy-refused", refund.ref, remedy.pk).status_code == 302
    remedy.refresh_from_db()
    assert remedy.state == RemedyState.GIVEN


def test_a_remedy_of_another_case_is_not_there(client, hale, ada, refund, bea, now):
    words = Words(text="?", language="en", sender="ada@customer.example")
    other, _ = cases.open_case(brand=hale, customer=ada, subject="", words=words, channel="email", at=now)
    remedy = recovery.grant(other, Gift("call"), by=bea, at=now)
    client.force_login(bea)
    assert post(client, "remedy-given", refund.ref, remedy.pk).status_code == 404


def test_questions_do_not_grow_with_what_is_owed(client, refund, bea, now, django_assert_max_num_queries):
    client.force_login(bea)
    page_of(client, refund)
    recovery.grant(refund, Gift("call"), by=bea, at=now)
    recovery.ask(refund, Gift("voucher", Decimal(9), "EUR"), why="", by=bea, at=now)
    with django_assert_max_num_queries(30) as few:
        page_of(client, refund)
    for _number in range(8):
        recovery.grant(refund, Gift("apology"), by=bea, at=now)
        recovery.ask(refund, Gift("voucher", Decimal(9), "EUR"), why="", by=bea, at=now)
    with django_assert_max_num_queries(len(few)):
        page_of(client, refund)


def test_what_is_owed_stands_on_one_page_with_what_is_asked(client, may_fifty, refund, bea, cleo, eve, now):
    recovery.grant(refund, Gift("credit", Decimal("12.50"), "EUR"), by=bea, at=now)
    recovery.ask(refund, Gift("voucher", Decimal(120), "EUR"), why="", by=bea, at=now)
    client.force_login(cleo)
    page = client.get(reverse("remedies")).content.decode()
    assert "A credit: €12.50" in page
    assert "A voucher: €120.00" in page
    assert "In money: €12.50." in " ".join(page.split())
    client.force_login(eve)
    assert "€12.50" not in client.get(reverse("remedies")).content.decode()


def test_a_lead_sets_what_agents_may(client, hale, cleo, owner):
    client.force_login(cleo)
    page = client.get(reverse("authority")).content.decode()
    assert 'value="agent"' in page
    assert 'value="lead"' not in page
    data = {"role": "agent", "currency": "eur", "per_case": "25", "per_month": "100"}
    assert client.post(reverse("authority"), data).status_code == 302
    assert "€25.00" in client.get(reverse("authority")).content.decode()
    wrong = client.post(reverse("authority"), data | {"per_case": "200"})
    assert wrong.status_code == 422
    assert "The limit for one case cannot be higher than the limit for a month." in wrong.content.decode()
