"""A task in a real browser: Bea gives it, the contractor answers on their page, Bea reads it and finishes it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from makegood.cases.models import Task
from tests.browser import look
from tests.permissions import house as houses
from tests.permissions.house import AGENT, LEAD, House


@pytest.fixture
def house(transactional_db) -> House:
    return houses.build()


def test_a_task_is_given_answered_and_done(browser_page, house):
    bea = house.people[AGENT]
    page = browser_page(reverse("case", args=[house.refund.ref]), user=bea)
    page.locator("#tasks").get_by_role("link", name="Give a task").click()
    expect(page.get_by_label("What is to be done")).to_be_visible()
    look.everywhere(page, "task-new")
    page.get_by_label("What is to be done").fill("Collect the lamp")
    page.get_by_label("What they need to know").fill("It stands at 7 Quay Street.")
    page.get_by_label("Who does it").select_option(label="Harbour Bank")
    page.get_by_label("By when").press_sequentially("po dviejų dienų")
    expect(page.locator("#due-understood strong time")).to_be_visible()
    look.everywhere(page, "task-new-until")
    page.get_by_role("button", name="Give it").click()
    panel = page.locator("#tasks")
    expect(panel).to_contain_text("Collect the lamp")
    contractor = browser_page(reverse("contractor-task", args=[house.given.token]))
    look.everywhere(contractor, "contractor-task")
    contractor.get_by_role("textbox", name="Your answer").fill("It left on Monday.")
    contractor.get_by_role("button", name="Send").click()
    expect(contractor.locator(".thread")).to_contain_text("It left on Monday.")
    look.everywhere(contractor, "contractor-task-answered")
    page.reload()
    task = panel.locator(f"#task-{house.given.outside.pk}")
    expect(task).to_contain_text("answered")
    task.locator("summary").first.click()
    expect(task).to_contain_text("It left on Monday.")
    look.everywhere(page, "case-tasks")
    task.get_by_label("Words for the contractor").fill("Thank you.")
    task.get_by_role("button", name="Done").click()
    expect(task).to_contain_text("Thank you.")
    assert Task.objects.get(pk=house.given.outside.pk).state == "done"


def test_resolving_with_open_tasks_asks_once(browser_page, house):
    page = browser_page(reverse("case", args=[house.refund.ref]), user=house.people[AGENT])
    page.locator("#act-resolve button").click()
    expect(page.locator("#tasks")).to_contain_text("2 tasks are still open.")
    page.complaints.clear()  # the browser writes down that the answer was 409
    look.everywhere(page, "case-tasks-resolving")
    page.get_by_role("button", name="Resolve it, and leave them open").click()
    expect(page.locator("#act-reopen")).to_be_visible()


def test_the_list_and_the_directory(browser_page, house):
    page = browser_page(reverse("tasks"), user=house.people[LEAD])
    expect(page.get_by_role("link", name="Look for the parcel")).to_be_visible()
    look.everywhere(page, "tasks")
    for name, args in (("contractors", []), ("contractor", [house.given.contractor.pk])):
        page.goto(reverse(name, args=args))
        look.everywhere(page, name)
