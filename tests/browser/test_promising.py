"""What Bea promises in passing is offered as she writes, and kept track of from then on."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.models import Message
from makegood.promises.models import Commitment
from tests.browser import look

SAID = "I will call you tomorrow at 10."
REFUND = "We will refund you by Friday."


@pytest.fixture
def page(browser_page, desk):
    return browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])


def offer(page, words=SAID):
    return page.get_by_role("group", name=words)


def released(page):
    """The undo time is over, and the page shows it."""
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=2))
    page.reload()


def promised(desk):
    return Commitment.objects.about(desk["refund"].ref).filter(key="own-words")


def test_the_story_of_a_promise_made_in_passing(page, desk):
    page.locator("#text").fill(f"I am sorry, Ada. {SAID}")
    expect(offer(page)).to_be_visible()
    assert offer(page).get_by_label("By when").input_value().endswith("T10:00")
    look.everywhere(page, "desk-promise-offered")
    page.keyboard.press("Escape")
    page.locator("body").click(position={"x": 1, "y": 1})
    page.keyboard.press("y")
    expect(offer(page).get_by_label("I promise it")).to_be_checked()
    look.everywhere(page, "desk-promise-accepted")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message", has_text=SAID)).to_contain_text("It leaves in a moment.")
    assert not promised(desk).exists()
    released(page)
    row = page.locator("#facts .ledger li", has_text=SAID)
    expect(row).to_be_visible()
    expect(page.locator("#thread")).to_contain_text(f"Bea Lind promised: {SAID}")
    row.get_by_role("button", name="Done").click()
    expect(row.get_by_role("button", name="Undo")).to_be_visible()
    expect(row).to_contain_text("kept")
    look.everywhere(page, "desk-promise-done")
    row.get_by_role("button", name="Undo").click()
    expect(row.get_by_role("button", name="Done")).to_be_visible()
    assert promised(desk).get().state == "open"


def test_send_asks_once_and_keys_answer(page, desk):
    page.locator("#text").fill(f"{REFUND} {SAID}")
    page.locator("#text").press("Control+Enter")
    expect(page.locator("#noticed [data-focus]")).to_be_focused()
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "desk-promise-asked")
    expect(page.locator(".offer")).to_have_count(2)
    page.keyboard.press("y")
    expect(offer(page, REFUND).get_by_label("I promise it")).to_be_checked()
    page.keyboard.press("x")
    expect(offer(page, REFUND).get_by_label("It is no promise")).to_be_checked()
    page.keyboard.press("x")
    expect(offer(page).get_by_label("It is no promise")).to_be_checked()
    offer(page, REFUND).get_by_label("Offer it again").check()
    page.locator("#text").press("Control+Enter")
    expect(page.locator(".message", has_text=REFUND)).to_be_visible()
    released(page)
    assert not promised(desk).exists()


def test_keys_answer_while_one_writes(page, desk):
    page.locator("#text").press_sequentially(SAID)
    expect(offer(page)).to_be_visible()
    page.keyboard.press("Alt+y")
    expect(offer(page).get_by_label("I promise it")).to_be_checked()
    page.keyboard.press("Alt+x")
    expect(offer(page).get_by_label("It is no promise")).to_be_checked()
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).to_have_value(SAID)
    offer(page).get_by_label("Offer it again").check()
    page.keyboard.press("Alt+c")
    expect(offer(page).get_by_label("What you promise")).to_be_focused()


def test_a_time_gone_by_is_told_beside_it(page, desk):
    page.locator("#text").fill(SAID)
    offer(page).get_by_label("I promise it").check()
    offer(page).get_by_label("By when").fill("2020-01-01T10:00")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(offer(page)).to_contain_text("has gone by")
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "desk-promise-wrong")
    assert not Message.objects.filter(case=desk["refund"], text=SAID).exists()


def test_without_script_the_page_comes_back_once_asking(browser_page, desk):
    page = browser_page(f"/cases/{desk['rain'].ref}", user=desk["bea"], script=False)
    page.locator("#text").fill(SAID)
    page.locator("#cc").fill("mira@customer.example")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#composer")).to_contain_text("do you promise this?")
    expect(page.locator("#text")).to_have_value(SAID)
    expect(page.locator("#cc")).to_have_value("mira@customer.example")
    page.complaints.clear()  # the browser writes down that the answer was 422
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message", has_text=SAID)).to_be_visible()


def test_something_is_promised_by_hand_explained_and_excused(page, desk):
    page.get_by_text("Promise something", exact=True).click()
    form = page.locator("#promise-something")
    form.get_by_label("What you promise").fill("A new lamp, free of charge")
    form.get_by_label("By when").fill("2020-01-01T10:00")
    form.get_by_role("button", name="Promise it").click()
    expect(form).to_contain_text("has gone by")
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "desk-promise-by-hand")
    day = (timezone.now() + dt.timedelta(days=3)).date().isoformat()
    form.get_by_label("By when").fill(f"{day}T10:00")
    form.get_by_role("button", name="Promise it").click()
    row = page.locator("#facts .ledger li", has_text="A new lamp")
    expect(row).to_be_visible()
    expect(row).to_be_focused()
    expect(form.get_by_label("What you promise")).to_be_hidden()
    row.get_by_role("link", name="Explain").click()
    page.get_by_text("Excuse it").first.click()
    expect(page.get_by_label("Reason")).to_be_visible()
    look.everywhere(page, "desk-promise-explained")
    page.get_by_label("Reason").select_option("agreed-otherwise")
    page.get_by_role("button", name="Excuse it").click()
    expect(page.locator("#facts .ledger li", has_text="A new lamp")).to_contain_text("excused")
