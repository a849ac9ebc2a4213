"""What Bea reads is there in full, safe, and never in the way: long mails, long cases, many files, every script."""

import datetime as dt

from playwright.sync_api import expect

from makegood.cases import actions as cases
from makegood.cases.models import Case
from makegood.cases.words import File, Words
from tests.browser import look
from tests.browser.hale import HOUR, MINUTE, PIXEL, wrote, wrote_again


def test_a_mail_of_ten_thousand_lines_is_folded_and_shown_whole_on_request(browser_page, desk):
    text = "\n".join(f"line {number} of the log" for number in range(1, 10_001))
    case = wrote(
        desk["brand"], "Ada Byron", "ada@customer.example", "The log", text, desk["now"], quoted="> a\n" * 9000
    )
    page = browser_page(f"/cases/{case.ref}", user=desk["bea"])
    body = page.locator(".message__body")
    expect(body).to_contain_text("line 100 of the log")
    expect(body).not_to_contain_text("line 9000 of the log")
    assert len(page.content()) < 60_000
    look.everywhere(page, "desk-long-mail")
    page.get_by_role("link", name="Show it whole").click()
    expect(body).to_contain_text("line 10000 of the log")
    expect(page.locator("[data-takes-focus]")).to_be_focused()
    # What is unfolded stays so when somebody else does something in the case.
    cases.note(case, text="Read it.", by=desk["cleo"], at=desk["now"] + MINUTE)
    page.locator("#text").fill("Mine")
    page.get_by_role("button", name="I take it").click()
    expect(page.locator(".message[data-from=note]")).to_be_visible()
    expect(body.first).to_contain_text("line 10000 of the log")
    expect(page.locator("#text")).to_have_value("Mine")


def test_a_case_of_two_hundred_messages_opens_at_what_is_new(browser_page, desk):
    case, at = desk["refund"], desk["now"] - 50 * MINUTE
    for number in range(100):
        cases.note(case, text=f"Note {number}", by=desk["cleo"], at=at + number * dt.timedelta(seconds=4))
        wrote_again(case, f"Word {number}", at + number * dt.timedelta(seconds=4, milliseconds=20))
    cases.mark_seen(case, by=desk["bea"], at=at + 96 * dt.timedelta(seconds=4))
    page = browser_page(f"/cases/{case.ref}", user=desk["bea"])
    unread = page.locator(".message[data-unread]").first
    expect(unread).to_contain_text("Word 96")
    expect(unread).to_be_in_viewport()
    assert page.locator("#thread .message").count() == 25
    look.everywhere(page, "desk-long-case")
    for shown in (50, 75, 100):
        page.keyboard.press("o")
        expect(page.locator(".message")).to_have_count(shown)
    first = page.locator(".message[data-from=customer]").first.inner_text()
    page.get_by_role("button", name="Resolve").click()
    expect(page.locator(".case__about")).to_contain_text("Resolved")
    assert page.locator(".message").count() == 100, "what was unfolded stays"
    assert page.locator(".message[data-from=customer]").first.inner_text() == first


def test_older_words_are_reached_without_script(browser_page, desk):
    case = desk["rain"]
    for number in range(30):
        wrote_again(case, f"Word {number}", desk["now"])  # all in the same moment
    page = browser_page(f"/cases/{case.ref}", user=desk["bea"], script=False)
    shown = set(page.locator(".message__body").all_inner_texts())
    page.get_by_role("link", name="Earlier words").click()
    expect(page.get_by_role("link", name="To the newest words")).to_be_visible()  # the other page is there
    shown |= set(page.locator(".message__body").all_inner_texts())
    assert shown >= {"It is soaked."} | {f"Word {number}" for number in range(30)}
    page.get_by_role("link", name="To the newest words").click()
    expect(page.get_by_role("link", name="Earlier words")).to_be_visible()


def test_forty_files_stand_in_order_and_none_is_lost(browser_page, desk):
    files = tuple(
        File(f"report {number} of the whole year with a long name.pdf", "application/pdf", b"%PDF")
        for number in range(36)
    )
    pictures = tuple(File(f"photo {number}.png", "image/png", PIXEL + bytes([number])) for number in range(4))
    wrote_again(desk["rain"], "All of it.", desk["now"], files=files + pictures)
    page = browser_page(f"/cases/{desk['rain'].ref}", user=desk["bea"])
    expect(page.locator(".attachments img")).to_have_count(4)
    expect(page.locator(".attachments a:visible")).to_have_count(12)
    page.get_by_text("28 more files").click()
    expect(page.locator(".attachments a:visible")).to_have_count(40)
    look.everywhere(page, "desk-files")


def test_every_script_reads_in_its_own_direction(browser_page, desk):
    long_subject = "請求書の宛名を変更してください" * 8
    japanese = wrote(
        desk["brand"], "山田 花子", "hanako@customer.example", long_subject,
        "いつもお世話になっております。先日注文した商品がまだ届いておりません。" * 6, desk["now"] - 2 * HOUR, language="ja",
    )  # fmt: skip
    hebrew = wrote(
        desk["brand"], "יעל כהן", "yael@customer.example", "ההזמנה שלי (order 7) לא הגיעה",
        "שלום,\nההזמנה 7 לא הגיעה עדיין. תודה!", desk["now"] - 2 * HOUR,
    )  # fmt: skip
    wrote(desk["brand"], "Longword", "long@customer.example", "x" * 400, "y" * 3000, desk["now"] - HOUR)
    page = browser_page(f"/cases/{hebrew.ref}", user=desk["bea"])
    assert page.locator(".message__body").evaluate("(body) => getComputedStyle(body).direction") == "rtl"
    look.everywhere(page, "desk-rtl")
    page.goto(f"/cases/{japanese.ref}")
    look.everywhere(page, "desk-japanese")
    page.goto("/inbox/all/")
    look.everywhere(page, "desk-inbox-scripts")


def test_a_mail_as_it_looked_cannot_act(browser_page, desk):
    html = (
        '<p>Hello</p><script>top.document.title = "taken"</script><form action="/sign-out"><input></form>'
        '<img src="/cases/C-OTHER" alt="ours"><a href="javascript:top.close()">x</a>'
    )
    wrote_again(desk["rain"], "Hello", desk["now"], html=html)  # as if the sanitiser had let it through
    page = browser_page(f"/cases/{desk['rain'].ref}", user=desk["bea"])
    page.get_by_text("As it looked").click()
    expect(page.frame_locator("iframe.message__html").get_by_text("Hello")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.title() != "taken"
    assert all("script" in told or "Content" in told or "sandboxed" in told for told in page.complaints), (
        page.complaints
    )
    page.complaints.clear()  # the browser writes down what it refused


def test_a_wrong_match_is_undone_by_a_click(browser_page, desk):
    refund, rain = desk["refund"], desk["rain"]
    page = browser_page(f"/cases/{refund.ref}", user=desk["bea"])
    doubtful = page.locator(".message", has_text="Here is my receipt again")
    expect(doubtful).to_contain_text("Sender not proved")
    expect(doubtful).to_contain_text("Placed here by the reference in its subject")
    doubtful.get_by_text("Wrong case?").click()
    doubtful.get_by_label("Move to case").fill("C-NONE22")
    doubtful.get_by_role("button", name="Move").click()
    expect(page.locator("#messages")).to_contain_text("There is no such case")
    page.complaints.clear()  # the browser writes down that the answer was 422
    doubtful.get_by_label("Move to case").fill(rain.ref.lower())
    doubtful.get_by_role("button", name="Move").click()
    page.wait_for_url(f"**/cases/{rain.ref}")
    moved = page.locator(".message", has_text="Here is my receipt again")
    expect(moved).to_contain_text("Moved here by hand")
    moved.get_by_text("Wrong case?").click()
    moved.get_by_role("link", name="Split off into its own case").click()
    expect(page.get_by_role("checkbox", name="Here is my receipt again")).to_be_checked()
    page.get_by_role("button", name="Look what would happen").click()
    page.get_by_role("button", name="Split them off").click()
    expect(page.locator("#messages")).to_contain_text("Split off into a case of its own.")
    assert Case.objects.filter(customer=refund.customer).count() == 2


def test_a_stranger_is_marked_and_an_invitation_told_in_words(browser_page, desk):
    words = Words(
        text="I was copied.", sender="eve@elsewhere.example", sender_name="Eve", stranger=True, authenticated=False
    )
    cases.add_words(desk["refund"], customer=None, words=words, channel="email", at=desk["now"])
    page = browser_page(f"/cases/{desk['refund'].ref}", user=desk["bea"])
    expect(page.locator(".message", has_text="I was copied.")).to_contain_text("Not of this case")
    expect(page.locator(".invitation")).to_contain_text("Tuesday, 1 December 2026")
    page.get_by_role("link", name="Explain First reply").click()
    expect(page.get_by_role("heading", name="Day by day")).to_be_visible()
    look.everywhere(page, "desk-explain")
