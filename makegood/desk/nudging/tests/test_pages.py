"""Reminding the customer: asked for with a reply, by a template, by the brand or on the case; shown there, and cancelled by
one press."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

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
    assert press(at_desk, "case-nudge", answered, when="3", nudge_resolves="7").status_code == 302
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
    refused = press(at_desk, "case-nudge", refund, when="3")
    assert refused.status_code == 422
    assert "The customer waits for us here." in refused.content.decode()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Say when they are reminded."),
        ("0", "Say a number of days from 1 to 365."),
        ("366", "Say a number of days from 1 to 365."),
        ("9" * 90, "Say a number of days from 1 to 365."),
        ("in 500 days", "Say a time within the next 365 days."),
        ("-1", "This is not understood, or it has gone by."),
        ("when pigs fly", "This is not understood, or it has gone by."),
    ],
)
def test_what_is_no_time_is_said_at_the_field(at_desk, answered, words, told):
    refused = press(at_desk, "case-nudge", answered, when=words, nudge_resolves="7")
    assert refused.status_code == 422
    below = re.search(r'<div class="understood small" id="nudge-understood".*?</div>', refused.content.decode(), re.S)
    assert told in below[0]
    assert f'name="when" maxlength="100" required autocomplete="off" value="{words}"' in refused.content.decode()
    assert 'name="nudge_resolves" value="7"' in refused.content.decode()


def test_days_until_it_is_resolved_that_are_none_are_said_there(at_desk, answered):
    refused = press(at_desk, "case-nudge", answered, when="3", nudge_resolves="soon")
    assert refused.status_code == 422
    assert 'id="nudge-told-resolves"' in refused.content.decode()


def test_words_on_the_case_are_shown_as_a_date_before_they_are_saved(at_desk, answered):
    shown = press(at_desk, "case-nudge", answered, when="po trijų savaičių")
    assert shown.status_code == 422
    moment = shown.context["nudging"]["wanted"].at
    answered.refresh_from_db()
    assert answered.nudge_at is None
    typed = {"when": "po trijų savaičių", "read": "po trijų savaičių", "understood": moment.isoformat()}
    assert press(at_desk, "case-nudge", answered, **typed).status_code == 302
    answered.refresh_from_db()
    assert answered.nudge_at == moment


def understood(client, case, field, **typed) -> str:
    return client.get(reverse("case-time", args=[case.ref]), {"for": field} | typed).content.decode()


def test_what_is_understood_is_shown_while_it_is_typed(at_desk, refund):
    told = understood(at_desk, refund, "nudge-reply", **{"nudge-when": "in 3 weeks"})
    assert "<strong><time" in told
    assert 'form="composer" name="nudge-understood"' in told
    assert "<strong><time" in understood(at_desk, refund, "nudge", when="через неделю")
    assert "<strong><time" in understood(at_desk, refund, "nudge", when="3")
    assert "within the next 365 days" in understood(at_desk, refund, "nudge", when="in 500 days")


@pytest.mark.parametrize(
    ("number", "told"), [("3", "3 days after your reply has left"), ("３", "3 days after"), ("1", "1 day after")]
)
def test_a_number_with_a_reply_is_days_from_when_it_leaves(at_desk, refund, number, told):
    assert told in understood(at_desk, refund, "nudge-reply", **{"nudge-when": number})


def test_a_time_at_which_the_brand_is_closed_says_when_it_leaves(at_desk, refund):
    sunday = timezone.now() + dt.timedelta(days=13 - timezone.now().weekday())
    assert "You are closed then, so it leaves on" in understood(
        at_desk, refund, "nudge", when=f"{sunday:%Y-%m-%d} 10:00"
    )
    tuesday = sunday + dt.timedelta(days=2)
    assert "You are closed then" not in understood(at_desk, refund, "nudge", when=f"{tuesday:%Y-%m-%d} 12:00")


def test_the_first_press_shows_the_date_and_the_second_sends_the_reply(at_desk, refund):
    words = {"nudge-when": "in 3 weeks", "nudge_resolves": "7"}
    shown = send(at_desk, refund, **words)
    assert shown.status_code == 422
    assert not refund.messages.filter(kind="reply").exists()
    moment = shown.context["nudging_with"]["wanted"].at.isoformat()
    assert f'value="{moment}"' in page(at_desk, refund).replace("&#x2B;", "+")
    along = {"nudge-read": "in 3 weeks", "nudge-understood": moment}
    assert send(at_desk, refund, **words, **along).status_code == 302
    refund.refresh_from_db()
    assert (refund.nudge_at.isoformat(), refund.nudge["resolves"]) == (
        dt.datetime.fromisoformat(moment).astimezone(dt.UTC).isoformat(),
        7,
    )


def test_in_three_hours_counts_from_when_it_was_shown_and_gone_by_it_stops_the_reply(at_desk, refund):
    shown_at = timezone.now() - dt.timedelta(hours=4)
    words = {"nudge-when": "in 3 hours", "nudge-read": "in 3 hours"}
    gone = words | {"nudge-understood": (shown_at + dt.timedelta(hours=3)).isoformat()}
    refused = send(at_desk, refund, **gone)
    assert refused.status_code == 422
    below = re.search(r'id="nudge-reply-understood".*?</div>', refused.content.decode(), re.S)
    assert "This time has gone by" in below[0]
    assert 'value="in 3 hours"' in refused.content.decode()
    ahead = timezone.now() + dt.timedelta(hours=2)
    assert send(at_desk, refund, **words, **{"nudge-understood": ahead.isoformat()}).status_code == 302
    assert refund.messages.get(kind="reply").nudge_at == ahead


def test_a_reply_that_leaves_later_is_not_reminded_of_before(at_desk, refund):
    day = timezone.now() + dt.timedelta(days=5)
    later = {"when": "x", "read": "x", "understood": day.isoformat()}
    early = (day - dt.timedelta(hours=1)).isoformat()
    refused = send(at_desk, refund, **later, **{"nudge-when": "y", "nudge-read": "y", "nudge-understood": early})
    assert refused.status_code == 422
    below = re.search(r'id="nudge-reply-understood".*?</div>', refused.content.decode(), re.S)
    assert "before your reply leaves" in below[0]


def test_a_time_comes_back_with_undo_and_need_not_be_shown_again(at_desk, refund, bea):
    type(bea).objects.update(undo_seconds=30)
    ahead = timezone.now() + dt.timedelta(days=3)
    typed = {"nudge-when": "in 3 days", "nudge-read": "in 3 days", "nudge-understood": ahead.isoformat()}
    send(at_desk, refund, **typed)
    at_desk.post(reverse("reply-undo", args=[refund.ref, refund.messages.get(kind="reply").pk]))
    kept = {name: value for name, value in Draft.objects.get().fields.items() if name.startswith("nudge")}
    assert send(at_desk, refund, **kept).status_code == 302
    assert refund.messages.get(kind="reply", delivery="held").nudge_at == ahead


def test_with_a_reply_it_goes_along_and_comes_back_with_undo(at_desk, refund, bea):
    type(bea).objects.update(undo_seconds=30)
    assert send(at_desk, refund, **{"nudge-when": "3"}, nudge_resolves="7").status_code == 302
    held = refund.messages.get(kind="reply")
    at_desk.post(reverse("reply-undo", args=[refund.ref, held.pk]))
    kept = Draft.objects.get().fields
    assert (kept["nudge-when"], kept["nudge_resolves"]) == ("3", "7")
    assert 'value="3" placeholder="in 3 days" aria-describedby="nudge-reply-understood"' in page(at_desk, refund)
    type(bea).objects.update(undo_seconds=0)
    send(at_desk, refund, **{"nudge-when": "3"}, nudge_resolves="7")
    refund.refresh_from_db()
    assert (refund.nudge["by"], refund.nudge["resolves"]) == (bea.key, 7)


def test_undo_of_a_reply_that_reminds_nobody_leaves_the_field_empty(at_desk, refund, bea):
    """A 0 there, folded away, would keep the browser from sending it again."""
    type(bea).objects.update(undo_seconds=30)
    assert send(at_desk, refund, **{"nudge-when": ""}, nudge_resolves="").status_code == 302
    at_desk.post(reverse("reply-undo", args=[refund.ref, refund.messages.get(kind="reply").pk]))
    assert 'value="" placeholder="in 3 days" aria-describedby="nudge-reply-understood"' in page(at_desk, refund)


@pytest.mark.parametrize(
    "fields",
    [
        {"nudge-when": "when pigs fly"},
        {"nudge_resolves": "3"},
        {"nudge-when": "3", "resolves": "1"},
        {"nudge-when": "3", "nudge_resolves": "soon"},
    ],
)
def test_what_does_not_fit_stops_the_reply_and_its_words_stay(at_desk, refund, fields):
    refused = send(at_desk, refund, **{"nudge-when": "", **fields})
    assert refused.status_code == 422
    assert not refund.messages.filter(kind="reply").exists()
    assert Draft.objects.get().text == "Which account?"


def test_what_the_brand_does_stands_in_the_composer_and_can_be_emptied(at_desk, refund, hale):
    hale.nudge_days, hale.nudge_resolves = 5, 9
    hale.save()
    shown = page(at_desk, refund)
    assert 'value="5" placeholder="in 3 days" aria-describedby="nudge-reply-understood"' in shown
    send(at_desk, refund, **{"nudge-when": ""}, nudge_resolves="")
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
    send(client, refund, **{"nudge-when": ""}, also_nudge="3.7")
    refund.refresh_from_db()
    assert refund.nudge["resolves"] == 7
