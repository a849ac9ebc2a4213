"""A third party is asked from the case page, and what they answer is read there."""

import re

from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases.actions import side_conversations
from makegood.cases.models import SideConversation
from makegood.cases.words import Words
from tests.browser import look
from tests.browser.hale import wrote_again


def test_somebody_outside_is_asked_and_their_answer_read(browser_page, desk):
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.get_by_role("link", name="Ask somebody outside").click()
    page.get_by_label("Mail address").fill("help@bank.example")
    page.get_by_label("Subject").fill("Transfer 1815")
    page.get_by_label("Your words").fill("Has the transfer 1815 left your house?")
    look.everywhere(page, "desk-side-new")
    page.get_by_role("button", name="Send it to them").click()
    section = page.locator("#side-conversations")
    expect(section).to_contain_text("Transfer 1815")
    words = Words(text="It left on Monday, 25 May.", sender="help@bank.example", sender_name="Help desk")
    side_conversations.answer(SideConversation.objects.get(), words, at=timezone.now())
    page.goto(f"/cases/{desk['refund'].ref}")
    expect(section.get_by_text("unread")).to_be_visible()
    section.locator("summary").first.click()
    expect(section).to_contain_text("It left on Monday")
    look.everywhere(page, "desk-side")
    section.get_by_role("button", name="I have read it").click()
    expect(section.get_by_text("unread")).to_have_count(0)


def test_a_message_is_forwarded_by_a_key(browser_page, desk):
    case = desk["refund"]
    said = wrote_again(case, "Here is the bill, number 4711.", timezone.now())
    page = browser_page(f"/cases/{case.ref}", user=desk["bea"])
    page.locator(f"#m-{case.messages.first().pk}").focus()
    page.keyboard.press("d")
    expect(page.get_by_label("The message", exact=True)).not_to_have_value(re.compile("4711"))
    page.go_back()
    expect(page.locator(f"#m-{said.pk}")).to_contain_text("4711")
    page.locator("body").press("d")
    expect(page.get_by_label("The message", exact=True)).to_have_value(re.compile("4711"))
    page.get_by_label("Mail address").fill("help@bank.example")
    page.get_by_label("Your words").fill("Is this one of yours?")
    look.everywhere(page, "desk-forwarding")
    page.get_by_role("button", name="Forward it").click()
    expect(page.locator("#side-conversations")).to_contain_text("Fwd: ")
    expect(page.locator("#thread")).to_contain_text("forwarded a message to help@bank.example")


def test_files_that_were_picked_stay_when_the_words_are_refused(browser_page, desk):
    asked = side_conversations.start(
        desk["refund"], address="help@bank.example", subject="1815", words=Words(text="Has it left?"), by=desk["bea"],
        at=timezone.now(),
    )  # fmt: skip
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.locator(f"#side-{asked.pk} > summary").click()
    form = page.locator(f"#side-{asked.pk}-form")
    form.get_by_label("Files").set_input_files({"name": "plan.txt", "mimeType": "text/plain", "buffer": b"plan"})
    form.get_by_label("Your words").evaluate(
        "area => { area.removeAttribute('maxlength'); area.value = 'x'.repeat(50001); }"
    )
    form.get_by_role("button", name="Send it to them").click()
    expect(page.locator(f"#side-{asked.pk} [role=alert]")).to_be_visible()
    form.get_by_label("Your words").fill("See the plan.")
    form.get_by_role("button", name="Send it to them").click()
    expect(page.locator(f"#side-{asked.pk} .attachments")).to_contain_text("plan.txt")
    page.complaints.clear()  # what is refused is a 422
