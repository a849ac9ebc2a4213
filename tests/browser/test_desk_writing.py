"""What Bea writes reaches whom she means, can be taken back, and is never lost."""

import datetime as dt

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.models import Case, Draft, Message
from tests.browser import look
from tests.browser.hale import wrote_again


@pytest.fixture
def page(browser_page, desk):
    return browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])


def send(page):
    page.get_by_role("button", name="Send", exact=True).click()


def replies(desk):
    return Message.objects.filter(case=desk["refund"], kind="reply").exclude(delivery="undone")


def test_to_all_or_without_copies(page, desk):
    expect(page.locator("#cc")).to_have_value("jonas@customer.example")
    page.get_by_role("button", name="Without copies").click()
    expect(page.locator("#cc")).to_have_value("")
    page.get_by_role("button", name="Reply to all").click()
    page.locator("#text").fill("To both of you.")
    send(page)
    expect(page.locator(".message", has_text="To both of you.")).to_contain_text("cc jonas@customer.example")


def test_a_wrong_address_is_told_and_what_was_typed_stays(page, desk):
    page.locator("#cc").fill("nobody at all")
    page.locator("#text").fill("To both of you.")
    page.get_by_label("This resolves it").check()
    send(page)
    expect(page.locator("#composer [data-focus]")).to_be_focused()
    expect(page.locator("#composer")).to_contain_text("is not a mail address")
    expect(page.locator("#cc")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#cc")).to_have_value("nobody at all")
    expect(page.locator("#text")).to_have_value("To both of you.")
    expect(page.get_by_label("This resolves it")).to_be_checked()
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "desk-wrong-address")


def test_newer_words_stop_a_stale_reply_and_nothing_is_lost(page, desk):
    page.locator("#text").fill("Where did you look?")
    page.locator("#attachments").set_input_files([{"name": "map.txt", "mimeType": "text/plain", "buffer": b"here"}])
    expect(page.get_by_role("checkbox", name="map.txt")).to_be_checked()
    wrote_again(desk["refund"], "Found it!", timezone.now() + dt.timedelta(seconds=1))
    send(page)
    expect(page.locator("#composer")).to_contain_text("They wrote again while you were writing.")
    expect(page.locator("#composer blockquote")).to_have_text("Found it!")
    page.complaints.clear()  # the browser writes down that the answer was 409
    look.everywhere(page, "desk-stale")
    assert not replies(desk).filter(text="Where did you look?").exists()
    expect(page.locator("#text")).to_have_value("Where did you look?")
    page.get_by_label("Send it all the same").check()
    send(page)
    sent = page.locator(".message[data-from=us]", has_text="Where did you look?")
    expect(sent).to_contain_text("map.txt")


def test_what_is_wrong_in_a_folded_part_is_unfolded_and_shown(page, desk):
    page.locator("#text").fill("We look into it.")
    fold = page.locator("#nudge-with")
    fold.locator("summary").click()
    fold.locator("#with-nudge-resolves").fill("0")
    fold.locator("summary").click()
    expect(fold).not_to_have_attribute("open", "")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator("#with-nudge-resolves")).to_be_focused()
    assert not replies(desk).filter(text="We look into it.").exists()


def test_undo_brings_back_words_addresses_and_files(page, desk):
    page.locator("#cc").fill("mira@customer.example")
    page.locator("#text").fill("See the map.")
    page.locator("#attachments").set_input_files([{"name": "map.txt", "mimeType": "text/plain", "buffer": b"here"}])
    expect(page.get_by_role("checkbox", name="map.txt")).to_be_checked()
    send(page)
    sent = page.locator(".message[data-from=us]", has_text="See the map.")
    expect(sent).to_contain_text("It leaves in a moment.")
    page.locator("#text").fill("And another thought")
    page.keyboard.press("Escape")
    page.locator("[data-until] button").click()
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).to_have_value("See the map.\n\nAnd another thought")
    expect(page.locator("#cc")).to_have_value("mira@customer.example")
    expect(page.get_by_label("map.txt")).to_be_checked()
    expect(sent).to_have_count(0)
    send(page)
    expect(page.locator(".message[data-from=us]", has_text="And another thought")).to_contain_text("map.txt")


def test_pressed_twice_it_leaves_once(page, desk):
    page.locator("#text").fill("Only once.")
    page.get_by_role("button", name="Send", exact=True).dblclick()
    expect(page.locator(".message[data-from=us]", has_text="Only once.")).to_be_visible()
    page.wait_for_timeout(300)
    assert replies(desk).filter(text="Only once.").count() == 1


def test_a_draft_is_there_on_another_device(page, browser_page, desk):
    page.locator("#text").fill("Half a thought")
    page.locator("#cc").fill("mira@customer.example")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    page.wait_for_timeout(1800)  # the second field is kept, too
    phone = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"], size=look.NARROW)
    expect(phone.locator("#text")).to_have_value("Half a thought")
    expect(phone.locator("#cc")).to_have_value("mira@customer.example")
    colleague = browser_page(f"/cases/{desk['refund'].ref}", user=desk["cleo"])
    expect(colleague.locator("#text")).to_have_value("")


def test_acts_beside_leave_the_words_alone(page, desk):
    page.locator("#text").fill("Half a thought")
    page.get_by_text("Give it to a colleague").click()
    page.locator("#give").get_by_label("Person").select_option(label="Ugnė Petraitytė")
    page.get_by_role("button", name="Give", exact=True).click()
    expect(page.locator("#owner")).to_contain_text("Ugnė Petraitytė")
    page.get_by_role("button", name="I take it").click()
    expect(page.locator(".case__about")).to_contain_text("Bea Lind owns it")
    expect(page.locator("#text")).to_have_value("Half a thought")
    assert page.evaluate("document.activeElement !== document.body")


def test_what_was_a_reply_becomes_a_note(page, desk):
    page.keyboard.press("r")
    page.keyboard.type("Only for us")
    page.get_by_text("Note", exact=True).click()
    expect(page.get_by_role("button", name="Keep the note")).to_be_visible()
    expect(page.locator("#to")).to_be_hidden()
    look.everywhere(page, "desk-note")
    page.get_by_role("button", name="Keep the note").click()
    expect(page.locator(".message[data-from=note]", has_text="Only for us")).to_be_visible()
    page.reload()
    expect(page.locator("#text")).to_have_value("")


def test_telling_why_makes_one_new_promise(page, desk):
    page.locator("#text").fill("The bank needs a week.")
    page.get_by_label("It tells why it takes longer").fill("2020-01-01")
    send(page)
    expect(page.locator("#composer")).to_contain_text("lies in the past")
    page.complaints.clear()  # the browser writes down that the answer was 422
    day = (timezone.now() + dt.timedelta(days=7)).date().isoformat()
    page.get_by_label("It tells why it takes longer").fill(day)
    send(page)
    expect(page.locator(".message", has_text="The bank needs a week.")).to_contain_text("Tells why")
    cases.release_due(at=timezone.now() + dt.timedelta(minutes=1))
    page.reload()
    expect(page.locator("#facts .ledger li", has_text="New date")).to_be_visible()
    expect(page.get_by_label("It tells why it takes longer")).to_have_count(0)


def test_templates_are_put_in_by_keyboard(browser_page, desk):
    cases.save_template(
        None, name="Sorry", texts={"en": "Dear {customer}, I am sorry."}, brand=None, by=desk["cleo"], at=timezone.now()
    )
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.keyboard.press("t")
    expect(page.get_by_role("button", name="Sorry")).to_be_focused()
    look.axe(page)
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()
    words = page.locator("#text")
    expect(words).to_have_value("Dear Ada Byron, I am sorry.")
    words.fill("")
    words.press_sequentially("and/or ")
    expect(page.get_by_role("listbox", name="Templates")).to_have_count(0)
    words.press_sequentially("/so")
    expect(page.get_by_role("listbox", name="Templates").get_by_role("option")).to_have_count(1)
    look.everywhere(page, "desk-template-by-slash")
    words.press("Enter")
    expect(words).to_have_value("and/or Dear Ada Byron, I am sorry.")


def test_a_template_shows_what_it_does_and_each_is_unticked(browser_page, desk):
    does = {"tags": ["bank"], "takes": True, "snooze_days": 3}
    texts = {"en": "Dear {customer}, I have asked the bank."}
    cases.save_template(None, name="Bank", texts=texts, brand=None, does=does, by=desk["cleo"], at=timezone.now())
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    expect(page.get_by_label("Tag the case: bank")).to_be_hidden()
    page.locator("#text").press_sequentially("/ba")
    expect(page.get_by_role("listbox", name="Templates").get_by_role("option")).to_have_count(1)
    page.locator("#text").press("Enter")
    expect(page.get_by_label("Tag the case: bank")).to_be_checked()
    page.get_by_label("Snooze it for 3 days").uncheck()
    look.everywhere(page, "desk-template-acts")
    send(page)
    expect(page.locator("#facts")).to_contain_text("bank")
    expect(page.get_by_label("Tag the case: bank")).to_be_hidden()
    desk["refund"].refresh_from_db()
    assert (desk["refund"].owner, desk["refund"].snoozed_until) == (desk["bea"], None)


def test_blocking_asks_first_and_deleting_comes_back(browser_page, desk):
    page = browser_page(f"/cases/{desk['rain'].ref}", user=desk["cleo"])
    page.keyboard.press(".")
    page.get_by_role("button", name="Block the customer").click()
    expect(page.locator("#confirm")).to_be_visible()
    look.axe(page)
    page.locator("[data-confirm-yes]").click()
    expect(page.locator("#facts")).to_contain_text("blocked")
    page.keyboard.press(".")
    page.get_by_role("button", name="Delete").click()
    page.locator("[data-confirm-yes]").click()
    page.wait_for_url("**/inbox/team/")
    page.goto("/inbox/deleted/")
    page.get_by_role("link", name="Delivery left in the rain").click()
    page.get_by_role("button", name="Take it back into work").click()
    expect(page.locator("#composer textarea")).to_be_visible()
    assert Case.objects.get(pk=desk["rain"].pk).is_open


def test_who_signed_in_again_meanwhile_goes_on_writing(page, desk):
    page.locator("#text").fill("Still here.")
    page.context.clear_cookies()
    send(page)
    expect(page.locator("#connection")).to_contain_text("You are signed out.")
    expect(page.locator("#text")).to_have_value("Still here.")
    page.complaints.clear()  # the browser writes down what was refused
    look.sign_in(page, desk["bea"], page.url)
    send(page)
    expect(page.locator(".message[data-from=us]", has_text="Still here.")).to_be_visible()
    page.complaints.clear()


@pytest.mark.parametrize("sends", [True, False])
def test_words_in_a_case_that_is_deleted_meanwhile_can_still_be_copied(page, desk, sends):
    page.locator("#text").fill("My long answer.")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    cases.delete(desk["refund"], by=desk["cleo"], at=timezone.now())
    if sends:
        page.get_by_role("button", name="Send", exact=True).click()
    else:  # as when its name comes by the stream
        page.evaluate("import('/static/ui/js/live.js').then((live) => live.lookAgain())")
    expect(page.locator("#lost")).to_contain_text("This case is not there any more")
    expect(page.locator("#text")).to_have_value("My long answer.")
    expect(page.locator("#conversation")).to_be_hidden()
    expect(page.locator("#connection")).not_to_contain_text("signed out")
    expect(page.locator("#beside")).to_be_visible()
    look.everywhere(page, "desk-lost")
    cases.restore(desk["refund"], by=desk["cleo"], at=timezone.now())
    page.evaluate("import('/static/ui/js/live.js').then((live) => live.lookAgain())")
    expect(page.locator("#conversation")).to_be_visible()
    expect(page.locator("#lost")).to_be_hidden()
    page.complaints.clear()  # what is gone is a 404


def test_words_of_another_tab_are_offered_and_neither_are_lost(browser_page, desk):
    here, there = (browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"]) for _ in range(2))
    there.locator("#text").press_sequentially("From the telephone.")
    expect(there.locator("[data-draft-state]")).to_have_text("Draft kept")
    here.locator("#text").press_sequentially("From the desk.")
    offered = here.locator("[data-draft-choice]")
    expect(offered).to_contain_text("From the telephone.")
    expect(here.locator("#text")).to_have_value("From the desk.")
    assert Draft.objects.get().text == "From the telephone."
    look.everywhere(here, "desk-draft-elsewhere")
    here.reload()
    expect(here.locator("#text")).to_have_value("From the telephone.")
    expect(offered).to_contain_text("From the desk.")
    here.locator("#text").focus()
    here.keyboard.press("Shift+Tab")
    here.keyboard.press("Shift+Tab")
    expect(here.get_by_role("button", name="Take these words")).to_be_focused()
    here.keyboard.press("Enter")
    expect(here.locator("#text")).to_have_value("From the desk.")
    expect(here.locator("#text")).to_be_focused()
    expect(offered).to_contain_text("This stood here before:")
    expect(offered).to_contain_text("From the telephone.")
    expect(here.locator("[data-draft-state]")).to_have_text("Draft kept")
    here.get_by_role("button", name="Keep what stands below").click()
    expect(offered).to_have_count(0)
    there.locator("#text").press_sequentially(" More.")
    expect(there.locator("[data-draft-choice]")).to_contain_text("From the desk.")
    there.get_by_role("button", name="Keep what stands below").click()
    expect(there.locator("[data-draft-state]")).to_have_text("Draft kept")
    assert Draft.objects.get().text == "From the telephone. More."
    here.complaints.clear()  # what is not written over is a 409
