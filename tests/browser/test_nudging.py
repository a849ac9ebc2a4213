"""Bea has a customer reminded who may not answer, sees it on the case, and cancels it."""

from django.urls import reverse
from playwright.sync_api import expect

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
