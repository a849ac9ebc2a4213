"""A time is typed in words and shown as a date while it is typed; then the case is off the list."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.promises import actions as promises
from tests.browser import look


@pytest.fixture
def case(desk):
    """The refund, in which nothing is owed any more."""
    now = timezone.now()
    promises.excuse_all(about=desk["refund"].ref, reason="other", by=desk["bea"].key, at=now)
    cases.refresh_clock([desk["refund"].ref])
    return desk["refund"]


@pytest.fixture
def page(browser_page, desk, case):
    return browser_page(reverse("case", args=[case.ref]), user=desk["bea"])


def test_snoozed_by_keyboard_in_words_and_brought_back(page, case):
    page.keyboard.press("z")
    field = page.get_by_label("Bring it back")
    expect(field).to_be_focused()
    expect(page.locator("#snooze-quick").get_by_role("button").first).to_contain_text("20")
    field.press_sequentially("po dviejų dienų")
    expect(page.locator("#snooze-understood strong time")).to_be_visible()
    look.everywhere(page, "snoozing")
    field.press("Enter")
    page.wait_for_url("**/inbox/**")
    expect(page.locator("#messages")).to_contain_text("It comes back on")
    expect(page.locator("#list").get_by_text("Third time I ask")).to_have_count(0)
    page.goto(reverse("inbox-view", args=["snoozed"]))
    look.everywhere(page, "snoozed-list")
    page.locator("#list").get_by_text("Third time I ask").click()
    expect(page.locator("#sleeps")).to_contain_text("It comes back on")
    look.everywhere(page, "snoozed-case")
    page.get_by_role("button", name="Bring it back now").click()
    expect(page.locator("#sleeps")).to_have_count(0)


def test_what_is_not_understood_is_told_at_once_and_stays(page):
    page.keyboard.press("z")
    page.get_by_label("Bring it back").press_sequentially("when pigs fly")
    expect(page.locator("#snooze-understood")).to_contain_text("This is not understood")
    with page.expect_console_message():  # the refusal is a 422
        page.get_by_label("Bring it back").press("Enter")
    expect(page.get_by_label("Bring it back")).to_have_value("when pigs fly")
    page.complaints.clear()


def test_without_script_the_second_press_saves_what_the_first_has_shown(browser_page, desk, case):
    page = browser_page(reverse("case", args=[case.ref]), user=desk["bea"], script=False)
    page.locator("#snooze > summary").click()
    page.get_by_role("button", name="Next week").click()
    expect(page.get_by_label("Bring it back")).to_have_value("next week")
    expect(page.locator("#snooze-understood strong time")).to_be_visible()
    page.locator("#snooze-form").get_by_role("button", name="Snooze").click()
    expect(page.locator("#messages")).to_contain_text("It comes back on")
    page.complaints.clear()  # the first press is answered with a 422


def test_told_by_keyboard_when_nobody_answers(page, case):
    page.locator("#text").fill("Which order is it?")
    page.locator("#text").press("Escape")
    page.locator("h1").click()
    page.keyboard.press("b")
    field = page.get_by_label("If no answer has come by")
    expect(field).to_be_focused()
    field.press_sequentially("in 3 days")
    expect(page.locator("#awaited-understood strong time")).to_be_visible()
    look.everywhere(page, "awaiting")
    page.locator("#composer").get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("It leaves in a moment.")).to_be_visible()
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=1))
    page.reload()
    expect(page.locator("#awaited")).to_contain_text("An answer is awaited.")
    look.everywhere(page, "awaited")
    cases.miss_due(at=timezone.now() + dt.timedelta(days=9))
    page.reload()
    expect(page.locator("#awaited")).to_contain_text("No answer since")
    look.everywhere(page, "unanswered")
    page.keyboard.press("z")
    expect(page.get_by_label("Tell me if no answer has come by then")).to_be_visible()
    look.everywhere(page, "snoozing-for-answer")


def test_reminded_in_words_by_keyboard(page):
    page.keyboard.press("m")
    page.locator("#reminder-when").press_sequentially("vrijdag 14:00")
    expect(page.locator("#reminder-understood strong time")).to_be_visible()
    page.get_by_label("Note, for you alone").fill("Ask the bank.")
    page.locator("#remind").scroll_into_view_if_needed()
    look.everywhere(page, "reminding")
    page.get_by_role("button", name="Remind me", exact=True).click()
    expect(page.locator("#reminders").get_by_text("Ask the bank.")).to_be_visible()


def test_what_has_come_stands_above_the_page(browser_page, desk, case):
    now = timezone.now()
    cases.remind(case, due_at=now, note="Ask the bank.", by=desk["bea"], at=now - dt.timedelta(days=1))
    cases.remind_due(at=now)
    page = browser_page("/", user=desk["bea"])
    expect(page.locator("#notices")).to_contain_text("Ask the bank.")
    look.everywhere(page, "reminded")
    page.locator("#notices").get_by_role("link", name="Open").click()
    page.locator("#reminders").get_by_role("button", name="Done").click()
    expect(page.locator("#reminders").get_by_text("Ask the bank.")).to_have_count(0)


def typed_at_once(field, words):
    """So quickly that nothing of it was understood yet when Enter is pressed."""
    field.evaluate("(field, words) => { field.value = words; }", words)
    field.press("Enter")


def test_enter_before_the_time_is_understood_shows_it_and_says_that_it_takes_another(page):
    page.keyboard.press("z")
    typed_at_once(page.get_by_label("Bring it back"), "tomorrow 9")
    expect(page.locator("#snooze-understood strong time")).to_be_visible()
    expect(page.locator("#snooze-understood")).to_contain_text("press once more")
    look.everywhere(page, "snoozing-once-more")
    page.keyboard.press("Enter")
    page.wait_for_url("**/inbox/**")
    expect(page.locator("#messages")).to_contain_text("It comes back on")
    page.complaints.clear()  # the first press is answered with a 422


def test_a_case_resolved_meanwhile_is_not_snoozed_and_that_is_said(page, desk, case):
    page.keyboard.press("z")
    page.get_by_label("Bring it back").press_sequentially("tomorrow 9")
    expect(page.locator("#snooze-understood strong time")).to_be_visible()
    cases.resolve(case, by=desk["cleo"], at=timezone.now())
    page.get_by_label("Bring it back").press("Enter")
    expect(page.locator("#messages")).to_contain_text("Only a case in work can be snoozed.")
    expect(page.locator("#snooze-when")).to_have_value("tomorrow 9")
    page.complaints.clear()  # what is refused is a 422


def test_a_time_gone_by_is_told_where_one_is_reminded(page):
    page.keyboard.press("m")
    typed_at_once(page.locator("#reminder-when"), "2020-01-01 10:00")
    expect(page.locator("#reminder-understood")).to_contain_text("it has gone by")
    expect(page.locator("#reminder-when")).to_have_value("2020-01-01 10:00")
    typed_at_once(page.locator("#reminder-when"), "tomorrow 9")
    expect(page.locator("#reminder-understood")).to_contain_text("press once more")
    page.keyboard.press("Enter")
    expect(page.locator("#reminders .section")).to_have_count(1)
    page.complaints.clear()  # what is refused is a 422
