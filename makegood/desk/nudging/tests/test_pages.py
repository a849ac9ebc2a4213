"""Reminding the customer: asked for with a reply, by a template, by the brand or on the case; shown there, and cancelled by
one press."""

import pytest
from django.urls import reverse

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import CaseState, Draft, Template


@pytest.fixture
def at_desk(client, bea):
    type(bea).objects.update(undo_seconds=0)
    client.force_login(bea)
    return client


@pytest.fixture
def answered(refund, bea, now):
    cases.reply(refund, Answer(text="Which account?", undo_seconds=0), by=bea, at=now)
    return refund


def page(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def press(client, name, case, **typed):
    return client.post(reverse(name, args=[case.ref]), typed)


def send(client, case, **fields):
    return press(client, "case-replies", case, text="Which account?", **fields)


def test_asked_for_on_the_case_it_is_shown_and_cancelled(at_desk, answered, django_assert_max_num_queries):
    assert press(at_desk, "case-nudge", answered, nudge_days="3", nudge_resolves="7").status_code == 302
    page(at_desk, answered)
    with django_assert_max_num_queries(30):
        shown = page(at_desk, answered)
    for words in (
        "a reminder leaves by itself",
        "Bea asked for it.",
        "resolved 7 days later",
        "Bea asked that the customer",
    ):
        assert words in shown, words
    press(at_desk, "nudge-cancelling", answered)
    answered.refresh_from_db()
    assert answered.nudge_at is None
    assert "Bea cancelled the reminder to the customer" in page(at_desk, answered)


def test_while_they_wait_for_us_there_is_nothing_to_ask_for(at_desk, refund):
    assert 'id="nudge"' not in page(at_desk, refund)
    refused = press(at_desk, "case-nudge", refund, nudge_days="3")
    assert refused.status_code == 422


@pytest.mark.parametrize("days", ["", "0", "366", "soon", "-1", "٣"])
def test_what_is_no_number_of_days_is_said_at_the_field(at_desk, answered, days):
    refused = press(at_desk, "case-nudge", answered, nudge_days=days, nudge_resolves="7")
    assert refused.status_code == 422
    shown = refused.content.decode()
    assert 'id="nudge-told"' in shown
    assert 'name="nudge_resolves" value="7"' in shown


def test_with_a_reply_it_goes_along_and_comes_back_with_undo(at_desk, refund, bea):
    type(bea).objects.update(undo_seconds=30)
    assert send(at_desk, refund, nudge_days="3", nudge_resolves="7").status_code == 302
    held = refund.messages.get(kind="reply")
    at_desk.post(reverse("reply-undo", args=[refund.ref, held.pk]))
    kept = Draft.objects.get().fields
    assert (kept["nudge_days"], kept["nudge_resolves"]) == ("3", "7")
    assert 'name="nudge_days" value="3"' in page(at_desk, refund)
    type(bea).objects.update(undo_seconds=0)
    send(at_desk, refund, nudge_days="3", nudge_resolves="7")
    refund.refresh_from_db()
    assert (refund.nudge["by"], refund.nudge["resolves"]) == (bea.key, 7)


def test_undo_of_a_reply_that_reminds_nobody_leaves_the_field_empty(at_desk, refund, bea):
    """A 0 there, folded away, would keep the browser from sending it again."""
    type(bea).objects.update(undo_seconds=30)
    assert send(at_desk, refund, nudge_days="", nudge_resolves="").status_code == 302
    at_desk.post(reverse("reply-undo", args=[refund.ref, refund.messages.get(kind="reply").pk]))
    assert 'name="nudge_days" value=""' in page(at_desk, refund)


@pytest.mark.parametrize(
    "fields", [{"nudge_days": "soon"}, {"nudge_resolves": "3"}, {"nudge_days": "3", "resolves": "1"}]
)
def test_what_does_not_fit_stops_the_reply_and_its_words_stay(at_desk, refund, fields):
    refused = send(at_desk, refund, **{"nudge_days": "", **fields})
    assert refused.status_code == 422
    assert not refund.messages.filter(kind="reply").exists()
    assert Draft.objects.get().text == "Which account?"


def test_what_the_brand_does_stands_in_the_composer_and_can_be_emptied(at_desk, refund, hale):
    hale.nudge_days, hale.nudge_resolves = 5, 9
    hale.save()
    shown = page(at_desk, refund)
    assert 'name="nudge_days" value="5"' in shown
    send(at_desk, refund, nudge_days="", nudge_resolves="")
    refund.refresh_from_db()
    assert (refund.state, refund.nudge_at) == (CaseState.WAITING_FOR_CUSTOMER, None)


def test_a_template_asks_for_it(client, at_desk, refund, cleo):
    type(cleo).objects.update(undo_seconds=0)
    client.force_login(cleo)
    given = {"name": "Ask", "brand": refund.brand_id, "text_en": "Which account?", "nudge_resolves": "7"}
    assert "after how many days" in client.post(reverse("template-new"), given).content.decode()
    client.post(reverse("template-new"), given | {"nudge_days": "3"})
    assert Template.objects.get().does == {"nudge_days": 3, "nudge_resolves": 7}
    shown = page(client, refund)
    assert "Remind the customer after 3 days of silence; resolve the case 7 days later" in shown
    send(client, refund, nudge_days="", also_nudge="3.7")
    refund.refresh_from_db()
    assert refund.nudge["resolves"] == 7
