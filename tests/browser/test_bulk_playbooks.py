"""Several cases run a playbook and have a step of it done, by keyboard; also without script."""

from playwright.sync_api import expect

from makegood.cases.actions import checklists
from makegood.cases.models import Checklist, Step
from tests.browser import look

STEPS = ["Ask the bank whether the money left, and when it is to arrive", "Tell the customer the date", "Close it"]
LONG = "Return of a large parcel that the carrier fetches from the customer, who cannot lift it"


def test_a_playbook_is_started_and_a_step_ticked_by_keyboard(browser_page, desk):
    checklists.save_playbook(None, name=LONG, steps=["Look"], team=None, by=desk["cleo"], at=desk["now"])
    checklists.save_playbook(
        None, name="Late refund", steps=STEPS, team=None, in_turn=True, by=desk["cleo"], at=desk["now"]
    )
    page = browser_page("/inbox/all/", user=desk["bea"])
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("*")
    expect(page.locator("[data-bulk-count]")).to_have_text("4 chosen")
    look.everywhere(page, "bulk-bar")
    page.get_by_role("button", name="Start a checklist…").press("Enter")
    expect(page.get_by_text("4 cases chosen.")).to_be_visible()
    look.everywhere(page, "bulk-playbooks")
    page.get_by_role("button", name="Late refund").press("Enter")
    expect(page.locator("#going")).to_contain_text("Start a checklist: 4 cases done.")
    assert Checklist.objects.count() == 4
    page.locator(".case-row__tick").first.check()
    page.get_by_role("button", name="Tick a step…").press("Enter")
    page.get_by_role("button", name=STEPS[0]).press("Enter")
    expect(page.locator("#going")).to_contain_text("Tick a step: 1 case done.")
    page.locator(".case-row__tick").first.check()
    page.get_by_label("All on this page").check()
    page.get_by_role("button", name="Tick a step…").press("Enter")
    expect(page.get_by_role("button", name=STEPS[0])).to_contain_text("open in 3 cases")
    expect(page.get_by_role("button", name=STEPS[1])).to_contain_text("open in 1 case · waits in 3 cases")
    expect(page.get_by_role("button", name=STEPS[2])).to_have_count(0)
    look.everywhere(page, "bulk-steps")
    page.get_by_role("button", name=STEPS[1]).press("Enter")
    expect(page.locator("#going")).to_contain_text("3 were not done:")
    expect(page.locator(".going__refused li").first).to_contain_text(f"This step waits. First comes: {STEPS[0]}")
    look.everywhere(page, "bulk-steps-done")
    page.keyboard.press("u")
    page.keyboard.press("Enter")
    expect(page.locator("#going")).to_contain_text("Undo: 1 case done.")
    assert not Step.objects.filter(words=STEPS[1]).exclude(done_at=None).exists()


def test_the_same_without_script(browser_page, desk):
    checklists.save_playbook(None, name="Late refund", steps=STEPS, team=None, by=desk["cleo"], at=desk["now"])
    page = browser_page("/inbox/all/", user=desk["bea"], script=False, size=look.NARROW)
    page.locator("#bulk-acts summary").click()
    page.get_by_label("All of this view, up to ten thousand").check()
    page.get_by_role("button", name="Start a checklist…").click()
    page.get_by_role("button", name="Late refund").click()
    expect(page.locator("#going")).to_contain_text("Start a checklist: 4 cases done.")
    page.locator("#bulk-acts summary").click()
    page.get_by_role("button", name="Tick a step…").click()
    expect(page.get_by_text("Choose cases first.")).to_be_visible()
    page.complaints.clear()  # what is refused is a 422
    page.locator(".case-row__tick").first.check()
    page.get_by_role("button", name="Tick a step…").click()
    page.get_by_role("button", name=STEPS[2]).click()
    expect(page.locator("#going")).to_contain_text("Tick a step: 1 case done.")
    assert Step.objects.filter(words=STEPS[2], done_by=desk["bea"]).count() == 1
