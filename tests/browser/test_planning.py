"""A reply leaves later: the time is typed in words, shown as a date, and can be changed in the case."""

from playwright.sync_api import expect

from tests.browser import look


def test_sent_later_put_off_and_taken_back(browser_page, desk):
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.locator("#text").fill("Has it come by now?")
    page.locator("#send-later > summary").click()
    page.locator("#later-when").press_sequentially("in 2 weeks")
    expect(page.locator("#later-understood strong time").first).to_be_visible()
    expect(page.locator("#later-understood")).to_contain_text("A promise is due before it leaves")
    look.everywhere(page, "sending-later")
    page.locator("#composer").get_by_role("button", name="Send later", exact=True).click()
    waiting = page.locator(".message[data-from=us]", has_text="Has it come by now?")
    expect(waiting).to_contain_text("It leaves on")
    look.everywhere(page, "sent-later")
    waiting.get_by_text("Another time").click()
    waiting.get_by_label("Let it leave").fill("po trijų dienų")
    waiting.get_by_role("button", name="Change the time").click()
    expect(page.locator("#messages")).to_contain_text("It leaves on")
    waiting.get_by_role("button", name="Take it back").click()
    expect(page.locator("#text")).to_have_value("Has it come by now?")
    expect(page.locator("#later-when")).not_to_have_value("")
    expect(waiting).to_have_count(0)
