"""Acting on several cases: chosen by keyboard and mouse, done, told, undone; also without script."""

from playwright.sync_api import expect

from makegood.cases.models import Case
from makegood.staff import actions as staff
from makegood.staff.models import Role
from tests.browser import look
from tests.browser.hale import PASSWORD


def test_chosen_by_keyboard_and_shift_click_done_and_undone(browser_page, desk):
    page = browser_page("/inbox/unowned/", user=desk["bea"])
    expect(page.locator(".case-row")).to_have_count(3)
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator(".case-row__tick:checked")).to_have_count(1)
    expect(page.locator("[data-bulk-count]")).to_have_text("1 chosen")
    page.locator(".case-row__tick").nth(2).click(modifiers=["Shift"])
    expect(page.locator(".case-row__tick:checked")).to_have_count(3)
    look.everywhere(page, "bulk")
    page.get_by_role("button", name="I take them").click()
    expect(page.locator("#going")).to_contain_text("3 cases done.")
    expect(page.get_by_text("Nothing waits here")).to_be_visible()
    look.everywhere(page, "bulk-done")
    page.keyboard.press("u")
    page.keyboard.press("Enter")
    expect(page.locator(".case-row")).to_have_count(3)
    expect(page.locator("#going")).to_contain_text("Undo: 3 cases done.")


def test_all_on_the_page_and_what_was_not_done(browser_page, desk):
    staff.enrol(
        email="wim@hale.example", name="Wim Smit", role=Role.AGENT, teams=[desk["workshop"]], password=PASSWORD, at=desk["now"]
    )  # fmt: skip
    desk["bea"].teams.add(desk["workshop"])
    page = browser_page("/inbox/all/", user=desk["bea"])
    page.locator(".case-row__tick").first.click()
    page.get_by_label("All on this page").check()
    expect(page.locator("[data-bulk-count]")).to_have_text("4 chosen")
    page.get_by_label("Colleague").select_option("Wim Smit")
    page.get_by_role("button", name="Give", exact=True).click()
    expect(page.locator("#going")).to_contain_text("4 were not done:")
    expect(page.locator(".going__refused li").first).to_contain_text("does not work in its team")
    look.everywhere(page, "bulk-not-done")


def test_enter_in_a_field_does_nothing_by_itself(browser_page, desk):
    page = browser_page("/inbox/all/", user=desk["bea"], script=False)
    page.locator("#bulk-acts summary").click()
    page.locator(".case-row__tick").first.check()
    page.get_by_label("Tags, parted by commas").fill("bank")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Tags, parted by commas")).to_have_value("bank")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#going")).to_contain_text("1 case done.")
    assert Case.objects.filter(taggings__tag__key="bank").count() == 1


def test_what_is_refused_is_told_at_its_field_with_ticks_and_words_kept(browser_page, desk):
    page = browser_page("/inbox/unowned/", user=desk["bea"])
    page.locator(".case-row__tick").nth(1).click()
    page.get_by_label("Tags, parted by commas").fill("bank")
    page.get_by_label("Team", exact=True).select_option("Workshop")
    page.get_by_role("button", name="Hand over", exact=True).click()
    expect(page.locator("#bulk-told")).to_contain_text("Handing over needs a reason")
    expect(page.get_by_label("Reason")).to_be_focused()
    expect(page.get_by_label("Team", exact=True)).to_have_value(str(desk["workshop"].pk))
    expect(page.get_by_label("Tags, parted by commas")).to_have_value("bank")
    expect(page.locator("[data-bulk-count]")).to_have_text("1 chosen")
    look.everywhere(page, "bulk-refused")
    page.evaluate("import('/static/ui/js/live.js').then((live) => live.lookAgain())")
    expect(page.locator(".case-row__tick").nth(1)).to_be_checked()
    page.get_by_label("Reason").fill("They build it.")
    page.get_by_role("button", name="Hand over", exact=True).click()
    expect(page.locator("#going")).to_contain_text("1 case done.")
    page.complaints.clear()  # what is refused is a 422
