"""Mails made to act in a browser are read in one: nothing in them runs, calls home or covers the page."""

import base64
import dataclasses
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from makegood.cases import tokens
from makegood.cases.models import Case, Message, Party
from makegood.channels.email import actions as email
from makegood.channels.email import intake
from makegood.channels.email.addressing import directory
from makegood.channels.email.models import RawMail
from makegood.conftest import hale, now, owner, support  # noqa: F401 - the cast
from tests.browser import look, vectors

# Fewer than what one sender may write into one case in an hour.
A_CASE = 19
# How a browser says that something came through to it and only its own rules stopped it. Remote images may: they
# wait for the reader's word, and the frame's policy is what keeps them waiting.
STOPPED = re.compile(r"violates|Blocked|Refused")
IMAGES = "img-src"
# Not in a mail's own page, in its frame or alone: a script is refused there, and this one would be told of as theirs.
CANARY = """if (origin !== 'null' && !location.pathname.endsWith('/html')) document.addEventListener('securitypolicyviolation', (e) =>
    breached(e.violatedDirective + ' ' + e.blockedURI));"""


@dataclasses.dataclass
class Watch:
    """What a browser did that a mail wanted: scripts run, rules breached, requests that left, boxes that popped up."""

    ran: list[str] = dataclasses.field(default_factory=list)
    breached: list[str] = dataclasses.field(default_factory=list)
    left: list[str] = dataclasses.field(default_factory=list)
    said: list[str] = dataclasses.field(default_factory=list)
    opened: list[str] = dataclasses.field(default_factory=list)

    def over(self, context: BrowserContext, server: str) -> None:
        """Look at every page and frame of the browser. What would leave is stopped, so that the test asks nobody."""
        context.expose_binding("pwned", lambda source, *_: self.ran.append(source["frame"].url))
        context.expose_binding("breached", lambda source, told: self.breached.append(told))
        context.add_init_script(CANARY)
        context.on("page", self._page)

        def decide(route, request):
            if request.url.startswith((server, "data:", "blob:")):
                return route.continue_()
            self.left.append(request.url)
            return route.abort()

        context.route("**/*", decide)

    def _page(self, page: Page) -> None:
        page.on("dialog", lambda dialog: (self.ran.append(dialog.message), dialog.dismiss()))
        page.on("console", self._console)
        page.on("popup", lambda popup: self.opened.append(popup.url))

    def _console(self, said: ConsoleMessage) -> None:
        if STOPPED.search(said.text) and IMAGES not in said.text:
            self.said.append(said.text)

    def nothing(self) -> None:
        """Fails with what happened."""
        assert not self.ran, f"scripts ran on {self.ran}"
        assert not self.left, f"requests left to {self.left}"
        assert not (self.breached or self.said), f"only the browser's own rules stopped {self.breached or self.said}"
        assert not self.opened, f"pages opened: {self.opened}"


def word(text: str) -> str:
    return f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="


def part(kind: str, content: str, *headers: str) -> str:
    lines = [f"Content-Type: {kind}", "Content-Transfer-Encoding: base64", *headers]
    return "\r\n".join([*lines, "", base64.encodebytes(content.encode()).decode()])


def hostile(vector: str, number: int, first: int) -> bytes:
    """A mail that tries one vector everywhere at once: names, subject, words, HTML, invitation, files and their names."""
    name = f"filename*=utf-8''{''.join(f'%{byte:02X}' for byte in vector.encode())}"
    event = f"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:20260601T100000Z\r\n"
    event += "".join(f"{key}:{' '.join(vector.split())}\r\n" for key in ("SUMMARY", "LOCATION", "ORGANIZER;CN=x"))
    parts = [
        part("text/plain; charset=utf-8", f"findme {vector}"),
        part("text/html; charset=utf-8", f"<p>findme</p>{vector}"),
        part("text/calendar; charset=utf-8; method=REQUEST", f"{event}END:VEVENT\r\nEND:VCALENDAR\r\n"),
        part("text/html", f"<!doctype html>{vector}<script>pwned()</script>", f"Content-Disposition: inline; {name}.html"),
        part("image/svg+xml", f"<svg xmlns='http://www.w3.org/2000/svg' onload='pwned()'>{vector}</svg>", f"Content-Disposition: inline; {name}.svg"),
        part("image/png", f"<script>pwned()</script>{vector}", f"Content-Disposition: inline; {name}.png", "Content-ID: <x>"),
        part("text/xml", "<x xmlns='http://www.w3.org/1999/xhtml'><script>pwned()</script></x>", f"Content-Disposition: inline; {name}"),
    ]  # fmt: skip
    answered = f"In-Reply-To: <{first}@customer.example>\r\n" if number != first else ""
    head = (
        f"Message-ID: <{number}@customer.example>\r\n{answered}From: {word(vector)} <ada@customer.example>\r\n"
        f"To: {word(vector)} <support@hale.example>\r\nSubject: {word(f'findme {vector}')}\r\n"
        f"X-<script>pwned()</script>: {' '.join(vector.replace(chr(0), '').split())}\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="edge"\r\n\r\n'
    )
    body = "".join(f"--edge\r\n{one}\r\n" for one in parts)
    return f"{head}{body}--edge--\r\n".encode()


@pytest.fixture
def taken_in(transactional_db, hale, owner):  # noqa: F811
    """All vectors in a few cases of Ada's."""
    directory.forget()
    at = timezone.now()
    box = email.open_mailbox(brand=hale, address="support@hale.example", by="", at=at)
    for number, vector in enumerate(vectors.ALL):
        raw = hostile(vector, number, number - number % A_CASE)
        email.store(raw, mailboxes=[box], source="smtp", envelope_from="a@b.example", envelope_to=[box.address], at=at)
        if number % A_CASE == 0:  # the answers must find it
            intake.work(at=timezone.now())
    while intake.work(at=timezone.now()):
        pass
    directory.forget()
    assert not RawMail.objects.exclude(outcome__in=("opened", "continued")).exists()
    assert Case.objects.count() == len(range(0, len(vectors.ALL), A_CASE))
    return list(Case.objects.order_by("opened_at", "id"))


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def reader(server, chromium: Browser, watch):
    """A browser that is watched."""
    context = chromium.new_context(base_url=server, viewport=look.WIDE)
    watch.over(context, server)
    page = context.new_page()
    page.set_default_timeout(look.PATIENCE)
    yield page
    context.close()


UNFOLD = """() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    for (const one of document.querySelectorAll('iframe')) { one.loading = 'eager'; one.scrollIntoView(); }
}"""
# Every place where the page's own head can be pressed belongs to the page.
COVERED = """() => [...document.querySelectorAll('header a, header button, nav a')].filter((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return width && top >= 0 && there && there.closest('iframe, .message__body');
}).map((one) => one.outerHTML)"""
LOOSE = """() => [...document.querySelectorAll('body *')].filter((one) =>
    !['static', 'relative'].includes(getComputedStyle(one).position)).map((one) => one.outerHTML)"""


def settle(page: Page) -> None:
    page.evaluate(UNFOLD)
    page.wait_for_load_state("networkidle")
    page.mouse.move(400, 400)
    page.keyboard.press("Tab")


@pytest.mark.parametrize("stride", [12, pytest.param(1, marks=pytest.mark.soak)])
def test_nothing_in_a_mail_acts(reader, server, watch, taken_in, owner, stride):  # noqa: F811
    """Every vector at the desk and on the customer's page; each 12th also alone in a window, and its files."""
    links = {case.pk: tokens.for_link(case.parties.get(role=Party.Role.CUSTOMER).key) for case in taken_in}
    for link in links.values():
        reader.goto(f"/c/{link}")
        settle(reader)
    look.sign_in(reader, owner, server)
    for address in ("/", "/search?q=findme", "/search?q=%3Cscript%3Epwned()%3C/script%3E", "/settings/mail/parked/"):
        reader.goto(address)
        settle(reader)
    reader.goto(f"/settings/mail/parked/{RawMail.objects.first().pk}")
    for case in taken_in:
        _read(reader, case)
    for message in list(Message.objects.exclude(html="").select_related("case"))[::stride]:
        _read_alone(reader, message, links[message.case_id])
    watch.nothing()


def _read(reader: Page, case: Case) -> None:
    """The case page, with everything unfolded."""
    reader.goto(f"/cases/{case.ref}")
    settle(reader)
    reader.evaluate("() => void scrollTo(0, 0)")
    assert not reader.evaluate(COVERED)
    frames = reader.frames[1:]
    assert len(frames) == case.messages.exclude(html="").count()
    for frame in frames:
        assert "findme" in frame.locator("body").inner_text(), frame.url
        assert not frame.evaluate(LOOSE), frame.url


def _read_alone(reader: Page, message: Message, link: str) -> None:
    """The mail in a window of its own, and its files, which are handed over and never opened as pages."""
    ref = message.case.ref
    reader.goto(f"/cases/{ref}/messages/{message.pk}/html")
    assert "findme" in reader.locator("body").inner_text()
    for file in message.attachments.all():
        for address in (f"/cases/{ref}/files/{file.pk}", f"/c/{link}/files/{file.pk}"):
            _is_handed_over(reader.request.get(address).headers)
    reader.goto(f"/cases/{ref}/files/{message.attachments.get(content_type='image/png').pk}")


def _is_handed_over(headers: dict[str, str]) -> None:
    assert headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in headers["content-security-policy"]
    if headers["content-type"] != "image/png":
        assert headers["content-type"] == "application/octet-stream"
        assert headers["content-disposition"].startswith("attachment")
