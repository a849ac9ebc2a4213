"""A playbook is started on a case in place, and its steps are ticked."""

from playwright.sync_api import expect

from makegood.cases.actions import checklists
from tests.browser import look


def test_a_lead_gives_a_step_to_a_team_and_its_task_stands_at_the_step(browser_page, desk):
    steps = ["Collect the parcel from the customer", "Tell the customer the date"]
    book = checklists.save_playbook(None, name="Return", steps=steps, team=None, by=desk["cleo"], at=desk["now"])
    page = browser_page(f"/settings/playbooks/{book.pk}", user=desk["cleo"])
    row = page.get_by_role("group", name=steps[0])
    row.get_by_label("Who does it").select_option(label=desk["refund"].team.name)
    row.get_by_label("By when").fill("in 2 working days")
    look.everywhere(page, "desk-playbook-others")
    page.get_by_role("button", name="Save how the steps go").click()
    expect(page.get_by_role("heading", name="Playbooks")).to_be_visible()
    page.goto(page.url.split("/settings")[0] + f"/cases/{desk['refund'].ref}")
    page.get_by_role("link", name="Start a checklist").click()
    page.get_by_role("button", name="Return").click()
    expect(page.locator(".checklist li").first).to_contain_text("Asked")
    look.everywhere(page, "desk-checklist-task")


def test_a_playbook_is_started_and_ticked(browser_page, desk):
    steps = ["Ask the bank whether the money left", "Tell the customer the date", "Note the number of the transfer"]
    checklists.save_playbook(None, name="Late refund", steps=steps, team=None, by=desk["cleo"], at=desk["now"])
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    page.get_by_role("link", name="Start a checklist").click()
    page.get_by_role("button", name="Late refund").click()
    step = page.get_by_role("button", name=steps[0])
    expect(step).to_have_attribute("aria-pressed", "false")
    step.click()
    expect(step).to_have_attribute("aria-pressed", "true")
    look.everywhere(page, "desk-checklist")
    page.locator("#act-resolve button").click()
    expect(page.locator("#checklists")).to_contain_text("2 steps are not done.")
    page.complaints.clear()  # of the answer that asks
    look.everywhere(page, "desk-checklist-asked")
    page.get_by_role("button", name="Resolve it all the same").click()
    expect(page.locator("#act-reopen")).to_be_visible()


def test_steps_come_one_after_another_and_one_is_left_out(browser_page, desk):
    steps = ["Collect the parcel from the customer", "Look at what came back", "Tell the customer the date"]
    book = checklists.save_playbook(None, name="Return", steps=steps, team=None, by=desk["cleo"], at=desk["now"])
    page = browser_page(f"/settings/playbooks/{book.pk}", user=desk["cleo"])
    page.get_by_role("group", name=steps[2]).get_by_label("Waits for the steps before it").check()
    look.everywhere(page, "desk-playbook-waits")
    page.get_by_role("button", name="Save how the steps go").click()
    page.goto(page.url.split("/settings")[0] + f"/cases/{desk['refund'].ref}")
    page.get_by_role("link", name="Start a checklist").click()
    page.get_by_role("button", name="Return").click()
    last = page.locator(".checklist li").last
    expect(last).to_contain_text(f"Waits. First comes: {steps[0]}")
    expect(last.get_by_role("button", name=steps[2], exact=True)).to_have_count(0)
    page.get_by_role("button", name=steps[0], exact=True).click()
    expect(last).to_contain_text(f"Waits. First comes: {steps[1]}")
    second = page.locator(".checklist li").nth(1)
    second.locator("summary").click()
    second.get_by_label("Why it is not needed here").fill("It never left us")
    look.everywhere(page, "desk-checklist-waits")
    second.get_by_role("button", name="Leave it out", exact=True).click()
    expect(second).to_contain_text("Left out: It never left us")
    last.get_by_role("button", name=steps[2], exact=True).click()
    expect(last.get_by_role("button", name=steps[2], exact=True)).to_have_attribute("aria-pressed", "true")
    look.everywhere(page, "desk-checklist-left-out")
