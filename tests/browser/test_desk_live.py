"""The desk on a real Makegood: rows come, move and go by themselves, pictures are shown, and a lost network loses nothing."""

import re
import smtplib
import threading
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.browser import look
from tests.browser.hale import PASSWORD, PIXEL
from tests.serving import eventually, serving

ADDRESS = "support@hale.example"


def mail(makegood, name, subject, text, *, html="", pictures=(), files=()):
    """A customer writes."""
    letter = EmailMessage()
    letter["From"] = f"{name} <{name.split()[-1].lower().encode('ascii', 'ignore').decode()}@customer.example>"
    letter["To"], letter["Subject"] = ADDRESS, subject
    letter.set_content(text)
    if html:
        letter.add_alternative(html, subtype="html")
        for identifier in pictures:
            letter.get_payload()[1].add_related(PIXEL, "image", "png", cid=f"<{identifier}>", filename="shot.png")
    for file in files:
        letter.add_attachment(PIXEL, "image", "png", filename=file)
    with smtplib.SMTP("127.0.0.1", makegood.smtp_port) as session:
        session.send_message(letter)


@pytest.fixture(scope="module")
def makegood():
    with serving(start=False) as running:
        running.command(
            *("setup", "--organisation", "Hale & Sons", "--brand", "Hale", "--address", ADDRESS),
            *("--owner", "olive@hale.example", "--password-stdin", "--country", "GB"),
            given=PASSWORD,
        )
        running.start()
        yield running


@pytest.fixture
def elsewhere():
    """A server that counts who looks at its pictures."""

    class Spy(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.append(self.path)
            self.send_error(404)

        def log_message(self, *told):
            """The test's own output stays clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Spy)
    server.asked, server.url = [], f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture
def page(chromium, makegood):
    context = chromium.new_context(base_url=makegood.url, locale="en-GB", viewport=look.WIDE)
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_label("Mail address").fill("olive@hale.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    yield page
    context.close()


def test_rows_come_and_go_and_are_told(page, makegood):
    announced = page.locator("#announcer")
    mail(makegood, "Ada Byron", "Where is my refund?", "It has been three weeks.")
    expect(page.locator(".case-row", has_text="Where is my refund?")).to_be_visible()
    expect(announced).to_have_text(re.compile("In the list now: .*Where is my refund"))
    expect(page.locator("#views a", has_text="My teams").locator(".count")).to_have_text("1")
    mail(makegood, "Jonas Weil", "Delivery left in the rain", "All of it is soaked.")
    expect(page.locator(".case-row", has_text="Delivery left in the rain")).to_be_visible()

    # The row that she stands on is solved elsewhere: it goes, and the focus with it no further than its neighbour.
    page.locator(".case-row").first.focus()
    elsewhere = page.context.new_page()
    elsewhere.goto(page.locator(".case-row").first.get_attribute("href"))
    subject = elsewhere.get_by_role("heading", level=1).inner_text()
    elsewhere.get_by_role("button", name="Resolve").click()
    expect(elsewhere.locator(".case__about")).to_contain_text("Resolved")
    elsewhere.close()
    page.bring_to_front()
    expect(page.locator(".case-row", has_text=subject)).to_have_count(0)
    expect(announced).to_have_text(re.compile(f"No longer in the list: {subject}"))
    expect(page.locator(".case-row")).to_be_focused()


def test_a_case_that_is_open_hears_of_new_words(page, makegood):
    mail(makegood, "Mira Okafor", "How do I change the filter?", "It beeps.")
    row = page.locator(".case-row", has_text="How do I change the filter?")
    expect(row).to_be_visible()
    row.click()
    page.locator("#text").fill("Hold the button for five seconds.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message[data-from=us]")).to_contain_text("five seconds")
    expect(page.locator(".case__about")).to_contain_text("Waiting for the customer")
    # She still stands on her reply, and sees all the same how it goes on.
    expect(page.locator(".message[data-from=us]")).to_be_focused()
    expect(page.locator(".message[data-from=us]")).to_contain_text("Waiting to be sent")
    page.locator("#text").fill("And one thing more")
    reference = page.locator("#head .ref span").inner_text()
    mail(makegood, "Mira Okafor", f"Re: [{reference}] the filter", "It still beeps.")
    expect(page.locator(".message", has_text="It still beeps.")).to_be_visible()
    expect(page.locator("#announcer")).to_have_text(re.compile("New in this case: .*Mira Okafor"))
    expect(page.locator(".case__about")).to_contain_text("Waiting for us")
    expect(page.locator("#text")).to_have_value("And one thing more")


def test_the_board_hears_of_a_new_case_and_so_does_the_wall(page, makegood, chromium):
    page.goto("/board/screens/")
    page.get_by_label("Where it hangs").fill("Hall")
    page.get_by_label("Brand").select_option(label="Hale")
    page.get_by_role("button", name="Open it").click()
    address = page.get_by_role("link", name="Link of Hall").get_attribute("href")
    nobody = chromium.new_context(base_url=makegood.url, locale="en-GB", viewport=look.WIDE)
    wall = nobody.new_page()
    wall.goto(address)
    page.goto("/board/")
    both = [each.locator(".board__figure").first.locator("dd").first for each in (page, wall)]
    before = int(both[0].inner_text())
    mail(makegood, "Nel Voss", "My chair wobbles", "It does.")
    for waiting in both:
        expect(waiting).to_have_text(str(before + 1))
    nobody.close()


def test_pictures_of_a_mail_are_shown_in_its_frame(page, makegood, elsewhere):
    html = f'<p>Look: <img src="cid:shot" alt="the error"> <img src="{elsewhere.url}/spy.gif" alt="spy"></p>'
    mail(makegood, "Ada Byron", "A picture", "Look:", html=html, pictures=["shot"], files=["photo.png"])
    row = page.locator(".case-row", has_text="A picture")
    expect(row).to_be_visible()
    row.click()
    thumb = page.locator(".attachments img")
    expect(thumb).to_have_count(1)
    assert thumb.evaluate("async (image) => { await image.decode(); return image.naturalWidth }") == 1
    page.get_by_text("As it looked").click()
    frame = page.frame_locator("iframe.message__html")
    shown = frame.get_by_alt_text("the error")
    expect(shown).to_be_visible()
    assert shown.evaluate("(image) => image.complete && image.naturalWidth") == 1
    assert frame.get_by_alt_text("spy").evaluate("(image) => image.naturalWidth") == 0
    assert not elsewhere.asked
    box = page.locator("iframe.message__html").bounding_box()
    assert box["height"] < 200, "the frame is as tall as its mail"
    page.get_by_role("link", name="Show images from elsewhere").click()
    eventually(lambda: elsewhere.asked)
    look.axe(page)


def test_a_lost_network_is_told_and_nothing_typed_is_lost(page, makegood):
    mail(makegood, "Živilė Šimkutė", "Negaliu prisijungti", "Bandžiau tris kartus.")
    row = page.locator(".case-row", has_text="Negaliu prisijungti")
    expect(row).to_be_visible()
    row.click()
    page.locator("#text").fill("Jūsų paskyra vėl veikia.")
    expect(page.locator("[data-draft-state]")).to_have_text("Draft kept")
    page.context.set_offline(True)
    expect(page.locator("#connection")).to_contain_text("No connection.")
    look.axe(page)
    page.locator("#text").press("End")
    page.keyboard.type(" Gero vakaro!")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator("#connection")).to_contain_text("did not reach the server")
    expect(page.locator("#text")).to_have_value("Jūsų paskyra vėl veikia. Gero vakaro!")
    page.context.set_offline(False)
    expect(page.locator("#connection")).to_contain_text("Connected again.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".message[data-from=us]")).to_contain_text("Gero vakaro!")


def test_what_came_while_the_laptop_slept_is_there_when_it_wakes(page, makegood):
    # A connection that died in the night looks open to the browser: it hears nothing and says nothing. From the start, or
    # what an earlier story has left to be heard would have the list fetched once more, with what came in the night.
    page.add_init_script(
        "window.asleep = true; const Real = EventSource; window.EventSource = class extends Real {"
        " addEventListener(name, hear) { super.addEventListener(name, (e) => window.asleep || hear(e)) } }"
    )
    page.clock.install()
    page.goto("/inbox/team/")
    mail(makegood, "Ada Byron", "Sent in the night", "Are you awake?")
    reader = page.context.new_page()
    reader.goto("/inbox/team/")
    expect(reader.locator(".case-row", has_text="Sent in the night")).to_be_visible()
    reader.close()
    expect(page.locator(".case-row", has_text="Sent in the night")).to_have_count(0)
    page.evaluate("window.asleep = false")
    page.clock.fast_forward("08:00:00")
    expect(page.locator(".case-row", has_text="Sent in the night")).to_be_visible()
