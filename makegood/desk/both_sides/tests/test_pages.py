"""How we see a case is said in the composer or afterwards, and stands beside how its customer does."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.feedback.models import Closing

OURS = {"ours-needed": "A refund", "ours-went": "5", "ours-solved": "yes"}


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def page(client, case):
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_it_is_said_with_the_reply_that_resolves_and_need_not_be(at_desk, refund):
    address = reverse("case-replies", args=[refund.ref])
    at_desk.post(address, {"text": "I look.", **OURS})
    at_desk.post(address, {"text": "It left us.", "resolves": "1"})
    assert not Closing.objects.exists()
    at_desk.post(address, {"text": "It is there.", "resolves": "1", **OURS})
    assert Closing.objects.get().ours == Account("A refund", 5, True)


def test_what_is_typed_is_kept_with_the_draft(at_desk, refund):
    typed = {"text": "Half a thought", "kind": "reply", "resolves": "1", **OURS}
    at_desk.post(reverse("case-draft", args=[refund.ref]), typed)
    shown = page(at_desk, refund)
    assert 'value="A refund"' in shown
    assert '<option value="5" selected' in shown


def test_it_is_taken_back_with_the_reply_and_both_stand_in_the_composer_again(at_desk, refund, bea):
    at_desk.post(reverse("case-replies", args=[refund.ref]), {"text": "It is there.", "resolves": "1", **OURS})
    at_desk.post(reverse("reply-undo", args=[refund.ref, refund.messages.get(kind="reply").pk]))
    assert not Closing.objects.exists()
    shown = page(at_desk, refund)
    assert "It is there." in shown
    assert 'value="A refund"' in shown
    assert '<option value="5" selected' in shown


def test_a_reply_that_has_left_keeps_what_was_said_with_it(at_desk, refund, bea):
    at_desk.post(reverse("case-replies", args=[refund.ref]), {"text": "It is there.", "resolves": "1", **OURS})
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=1))
    at_desk.post(reverse("reply-undo", args=[refund.ref, refund.messages.get(kind="reply").pk]))
    assert Closing.objects.get().ours == Account("A refund", 5, True)


def test_afterwards_it_is_said_on_the_case_page_until_the_customer_has(at_desk, refund, bea, ada):
    assert "Seen by both sides" not in page(at_desk, refund)
    cases.resolve(refund, by=bea, at=timezone.now())
    assert "Seen by both sides" in page(at_desk, refund)
    at_desk.post(reverse("case-account", args=[refund.ref]), OURS)
    feedback.answer(refund, Account("My money", 1, True), by=ada, at=timezone.now())
    shown = page(at_desk, refund)
    assert "The customer sees it otherwise than we do." in shown
    for words in ("My money", "Very badly", "A refund", "Very well", "differs"):
        assert words in shown
    at_desk.post(reverse("case-account", args=[refund.ref]), OURS | {"ours-went": "1"})
    assert Closing.objects.get().our_went == 5


def test_the_owner_who_opens_the_case_has_seen_it_and_nobody_else_has(client, refund, bea, cleo, ada):
    cases.assign(refund, owner=bea, by=bea, at=timezone.now())
    cases.resolve(refund, by=bea, at=timezone.now())
    feedback.answer(refund, Account("My money", 1, True), by=ada, at=timezone.now())
    client.force_login(cleo)
    page(client, refund)
    assert not Closing.objects.get().is_counted
    client.force_login(bea)
    page(client, refund)
    assert Closing.objects.get().is_counted


def test_both_accounts_cost_the_page_one_question(at_desk, refund, bea, ada, django_assert_max_num_queries):
    cases.resolve(refund, by=bea, at=timezone.now() - dt.timedelta(hours=1))
    feedback.answer(refund, Account("My money", 4, True), by=ada, at=timezone.now())
    page(at_desk, refund)
    with django_assert_max_num_queries(27):
        assert "My money" in page(at_desk, refund)
