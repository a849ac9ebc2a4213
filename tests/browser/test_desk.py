"""A working day at the desk by keyboard alone, and how its pages look in each state."""

import datetime as dt

from django.utils import timezone
from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState, Shelf
from tests.browser import look
from tests.browser.hale import wrote_again


def case_page(browser_page, desk, name="refund", who="bea", **more):
    return browser_page(f"/cases/{desk[name].ref}", user=desk[who], **more)


def test_the_inbox_in_all_its_looks(browser_page, desk):
    page = browser_page("/", user=desk["bea"])
    look.everywhere(page, "desk-inbox")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("Walk the cases")
    look.everywhere(page, "desk-keys")
    page.keyboard.press("Escape")
    page.goto("/inbox/junk/")
    expect(page.locator(".shell").get_by_text("Nothing here")).to_be_visible()
    look.everywhere(page, "desk-empty")


def test_the_case_in_all_its_looks(browser_page, desk):
    page = case_page(browser_page, desk)
    look.everywhere(page, "desk-case")
    for fold in page.locator("main details, aside details").all():
        fold.evaluate("(details) => { details.open = true; }")
    look.everywhere(page, "desk-case-open")
    page.goto(f"/cases/{desk['refund'].ref}")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#composer")).to_contain_text("Write something first.")
    page.complaints.clear()  # the browser writes down that the answer was 422
    look.everywhere(page, "desk-case-wrong")
    page.locator("#connection").evaluate(
        "(toast) => { toast.textContent = toast.dataset.offline; toast.hidden = false }"
    )
    look.everywhere(page, "desk-case-offline")


def test_a_resolved_case_asked_about_and_a_junked_one(browser_page, desk):
    at = timezone.now()
    cases.resolve(desk["refund"], by=desk["bea"], at=at)
    wrote_again(desk["refund"], "Thanks!", at + dt.timedelta(seconds=1))
    cases.junk(desk["rain"], by=desk["bea"], at=at)
    page = case_page(browser_page, desk)
    expect(page.get_by_role("button", name="It was thanks")).to_be_visible()
    look.everywhere(page, "desk-asked")
    page.goto(f"/cases/{desk['rain'].ref}")
    expect(page.get_by_role("button", name="Take it back into work")).to_be_visible()
    look.everywhere(page, "desk-junked")


def test_a_day_by_keyboard_alone(browser_page, desk):
    page = browser_page("/", user=desk["bea"])
    keys = page.keyboard
    keys.press("j")
    expect(page.get_by_role("link", name="Delivery left in the rain")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Delivery left in the rain")
    keys.press("a")
    expect(page.locator("#owner")).to_contain_text("Bea Lind")

    # She answers, thinks again, and answers.
    keys.press("r")
    expect(page.locator("#text")).to_be_focused()
    keys.type("A new one has left us.")
    keys.press("Control+Enter")
    sent = page.locator(".message[data-from=us]", has_text="A new one has left us.")
    expect(sent).to_be_focused()
    expect(page.locator("#text")).to_have_value("")
    keys.press("u")
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).to_have_value("A new one has left us.")
    keys.press("Control+End")
    keys.type(" Truly.")
    keys.press("Control+Enter")
    expect(page.locator(".message[data-from=us]", has_text="Truly.")).to_be_focused()

    # A note, then it is solved: one key leads to the button, Enter agrees, and Enter again does no harm.
    keys.press("n")
    keys.type("The depot knows.")
    keys.press("Control+Enter")
    expect(page.locator(".message[data-from=note]", has_text="The depot knows.")).to_be_focused()
    keys.press("e")
    expect(page.get_by_role("button", name="Resolve")).to_be_focused()
    keys.press("Enter")
    expect(page.locator(".case__about")).to_contain_text("Resolved")
    keys.press("Enter")
    assert Case.objects.get(pk=desk["rain"].pk).state == CaseState.RESOLVED
    assert page.evaluate("document.activeElement !== document.body")

    # Handing over needs a reason, and somebody who accepts; until then the giver answers for it.
    page.goto(f"/cases/{desk['refund'].ref}")
    keys.press("h")
    expect(page.locator("#handover").get_by_label("Team")).to_be_focused()
    keys.press("Tab")
    keys.type("Cleo")
    keys.press("Tab")
    keys.type("She promised it.")
    keys.press("Tab")
    keys.press("Enter")
    expect(page.locator("#offered")).to_contain_text("Bea Lind offers the case to Cleo Marsh")
    assert Case.objects.get(pk=desk["refund"].pk).owner == desk["bea"]

    # Junk, found again, and back.
    keys.press("g")
    keys.press("i")
    expect(page.locator('[data-key="g u"]')).to_be_visible()
    keys.press("g")
    keys.press("u")
    page.wait_for_url("**/inbox/unowned/")
    page.get_by_role("link", name="How do I change the filter?").focus()
    keys.press("Enter")
    page.wait_for_url("**/cases/*?in=unowned")
    keys.press(".")
    expect(page.get_by_role("link", name="Merge")).to_be_focused()
    for _act in range(3):
        keys.press("ArrowDown")
    expect(page.get_by_role("button", name="Junk")).to_be_focused()
    keys.press("Enter")
    page.wait_for_url("**/inbox/unowned/")
    expect(page.locator("#messages")).to_contain_text("It lies in Junk now.")
    keys.press("/")
    keys.type("filter beeps")
    keys.press("Enter")
    page.get_by_role("link", name="How do I change the filter?").focus()
    keys.press("Enter")
    page.get_by_role("button", name="Take it back into work").focus()
    keys.press("Enter")
    expect(page.locator("#composer textarea")).to_be_visible()
    assert not Case.objects.filter(shelf=Shelf.JUNK).exists()


def test_letters_typed_beside_the_field_do_no_harm(browser_page, desk):
    page = case_page(browser_page, desk, "rain")
    for letter in "ge":  # the beginning of a sequence that is none, and what would be a key alone
        page.keyboard.press(letter)
    page.keyboard.press("g")
    page.keyboard.press("a")
    desk["rain"].refresh_from_db()
    assert desk["rain"].owner is None
    assert desk["rain"].state == CaseState.NEW


def test_every_act_is_reached_by_tab_in_the_order_one_reads(browser_page, desk):
    page = case_page(browser_page, desk)
    page.locator("main").focus()
    reached = []
    for _ in range(100):
        page.keyboard.press("Tab")
        told = page.evaluate(
            "() => { const e = document.activeElement; return e === document.body ? '' :"
            " (e.getAttribute('aria-label') || e.innerText || e.name || e.title).trim().replace(/\\s+/g, ' ') }"
        )
        if not told:
            break
        reached.append(told)
    order = [
        "Resolve",
        "More actions",
        "Earlier words",
        "Wrong case?",
        "kind",
        "to",
        "cc",
        "text",
        "Send",
        "Attach files",
    ]
    wanted = [name for name in order if name in reached]
    assert [reached.index(name) for name in wanted] == sorted(reached.index(name) for name in wanted)
    assert {"Resolve", "More actions", "Wrong case?", "Send", "Hand it over, with a reason"} <= set(reached), reached


def test_a_case_works_without_script(browser_page, desk):
    page = case_page(browser_page, desk, "rain", script=False)
    page.locator("#text").fill("On its way.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message[data-from=us]")).to_contain_text("On its way.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#text")).to_have_value("On its way.")
    page.get_by_role("button", name="Resolve").click()
    expect(page.locator(".case__about")).to_contain_text("Resolved")
