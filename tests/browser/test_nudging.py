"""Bea has a customer reminded who may not answer, sees it on the case, and cancels it."""

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from tests.browser import look


def test_it_goes_along_with_a_reply_and_is_cancelled_on_the_case(browser_page, desk):
    desk["bea"].undo_seconds = 0
    desk["bea"].save()
    page = browser_page(reverse("case", args=[desk["rain"].ref]), user=desk["bea"])
    page.locator("#text").fill("Could you send us a picture?")
    page.locator("#nudge-with > summary").click()
    page.locator("#nudge-reply-when").press_sequentially("3")
    expect(page.locator("#nudge-reply-understood")).to_contain_text("3 days after your reply has left")
    page.locator("#nudge-reply-when").fill("in 3 weeks")
    expect(page.locator("#nudge-reply-understood strong time")).to_be_visible()
    page.locator("#with-nudge-resolves").fill("7")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    look.everywhere(page, "nudge-with-reply")
    page.get_by_label("This resolves it").check()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#nudge-reply-understood")).to_contain_text("awaits no answer")
    look.everywhere(page, "nudge-refused")
    page.complaints.clear()  # the browser writes down that the answer was 422
    page.get_by_label("This resolves it").uncheck()
    page.locator("#nudge-reply-when").fill("in 21 days")
    expect(page.locator("#nudge-reply-understood strong time")).to_be_visible()
    page.get_by_role("button", name="Send", exact=True).click()
    panel = page.locator("#nudge")
    expect(panel).to_contain_text("a reminder leaves by itself")
    expect(panel).to_contain_text("Bea Lind asked for it.")
    look.everywhere(page, "nudge-on-case")
    panel.get_by_role("button", name="Cancel it").click()
    panel.get_by_text("Remind them if they do not answer").click()
    panel.get_by_label("When they are reminded").press_sequentially("in 500 days")
    expect(panel.locator("#nudge-understood")).to_contain_text("Say a time within the next 365 days.")
    look.everywhere(page, "nudge-too-far")
    panel.get_by_label("When they are reminded").fill("sunday 10:00")
    expect(panel.locator("#nudge-understood strong time")).to_be_visible()
    look.everywhere(page, "nudge-ask")
    panel.get_by_role("button", name="Remind them", exact=True).click()
    expect(panel).to_contain_text("a reminder leaves by itself")


def test_what_is_refused_is_told_each_time(browser_page, desk):
    page = browser_page(reverse("case", args=[desk["rain"].ref]), user=desk["bea"])
    page.locator("#text").fill("Could you send us a picture?")
    for fold, field, words in (
        ("send-later", "later", "in 2 hours"), ("await-answer", "awaited", "in 5 days"), ("nudge-with", "nudge-reply", "in 6 days"),
    ):  # fmt: skip
        page.locator(f"#{fold} > summary").click()
        page.locator(f"#{field}-when").press_sequentially(words)
        expect(page.locator(f"#{field}-understood strong time").first).to_be_visible()
    page.get_by_label("This resolves it").check()
    send = page.locator("#composer").get_by_role("button", name="Send later", exact=True)
    send.click()
    expect(page.locator("#composer-errors")).to_contain_text("awaits no answer")
    page.get_by_label("This resolves it").uncheck()
    page.locator("#awaited-when").evaluate("field => { field.value = 'in 4 days'; }")
    send.click()
    expect(page.locator("#composer-errors")).to_contain_text("press once more")
    expect(page.locator("#awaited-understood strong time")).to_be_visible()
    send.click()
    expect(page.get_by_text("Could you send us a picture?").first).to_be_visible()
    expect(page.locator("#text")).to_have_value("")
    page.complaints.clear()  # what is refused is a 422


def test_a_time_gone_by_is_told_where_they_are_to_be_reminded(browser_page, desk):
    desk["bea"].undo_seconds = 0
    desk["bea"].save()
    cases.reply(desk["rain"], Answer(text="Which one is it?", undo_seconds=0), by=desk["bea"], at=timezone.now())
    page = browser_page(reverse("case", args=[desk["rain"].ref]), user=desk["bea"])
    page.locator("#nudge-them > summary").click()
    page.locator("#nudge-when").evaluate("field => { field.value = '2020-01-01 10:00'; }")
    page.locator("#nudge-form").get_by_role("button", name="Remind them", exact=True).click()
    expect(page.locator("#nudge-understood")).to_contain_text("it has gone by")
    expect(page.locator("#nudge-when")).to_have_value("2020-01-01 10:00")
    page.complaints.clear()  # what is refused is a 422
