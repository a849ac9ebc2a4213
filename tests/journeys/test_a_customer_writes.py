"""The main job, whole: a customer writes a mail, is promised an answer, and gets it.

Real processes (web, worker, mail), a real browser, a real SMTP server on both sides.
"""

import re
import smtplib
import threading
from contextlib import ExitStack, contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from playwright.sync_api import expect

from tests.browser import look
from tests.serving import eventually, free_port, serving

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]
PASSWORD = "correct horse battery"


class Outside:
    """The customers' mail server."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.lock = threading.Lock()

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def find(self, subject: str) -> EmailMessage | None:
        return next((mail for mail in self.mails if subject in str(mail["Subject"])), None)


@pytest.fixture
def outside():
    customers, port = Outside(), free_port()
    controller = Controller(customers, hostname="127.0.0.1", port=port)
    controller.start()
    customers.url = f"smtp://127.0.0.1:{port}"
    yield customers
    controller.stop()


def write(port: int, text: str, *, to: str, subject: str, **headers: str) -> None:
    """Živilė writes a mail."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Živilė Šimkutė <zivile@customer.example>", to, subject
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    with smtplib.SMTP("127.0.0.1", port) as session:
        session.send_message(mail)


@contextmanager
def windows(chromium, makegood):
    """Opens pages, each of a person of their own, which are closed in the end: what ticks on them would go on ticking."""
    with ExitStack() as open_ones:

        def opened(**who):
            context = chromium.new_context(base_url=makegood.url, viewport=look.WIDE, **who)
            open_ones.callback(context.close)
            return context.new_page()

        yield opened


def test_a_customer_writes_is_promised_an_answer_and_gets_it(chromium, outside):
    with (
        serving(start=False, empty=True, MAKEGOOD_SMTP_URL=outside.url) as makegood,
        windows(chromium, makegood) as opened,
    ):
        makegood.command(
            *("setup", "--organisation", "Hale & Sons", "--brand", "Hale", "--address", "support@hale.example"),
            *("--owner", "olive@hale.example", "--password-stdin", "--country", "LT"),
            given=PASSWORD,
        )
        makegood.start()
        agent = opened(locale="en-GB")
        complaints: list[str] = []
        agent.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        agent.on("pageerror", lambda error: complaints.append(str(error)))
        agent.goto("/sign-in/")
        agent.get_by_label("Mail address").fill("olive@hale.example")
        agent.get_by_label("Password").fill(PASSWORD)
        agent.keyboard.press("Enter")
        expect(agent.get_by_role("heading", name="My teams")).to_be_visible()

        # The mail comes in, its row appears by itself, and the greeting leaves in her language.
        words = "Laba diena, bandžiau tris kartus, bet vis tiek nepavyksta prisijungti prie paskyros."
        write(
            makegood.smtp_port,
            words,
            to="support@hale.example",
            subject="Negaliu prisijungti",
            Message_ID="<1@c.example>",
        )
        expect(agent.locator(".case-row", has_text="Negaliu prisijungti")).to_be_visible()
        eventually(lambda: outside.find("Gavome jūsų žinutę"), makegood)
        greeting = outside.find("Gavome jūsų žinutę")
        text = greeting.get_body(("plain",)).get_content()
        assert "atsakome per 4 darbo valandas" in " ".join(text.split())
        assert greeting["In-Reply-To"] == "<1@c.example>"
        look.everywhere(agent, "journey-inbox")

        # The link needs no account, and speaks her language.
        link = re.search(r"http://\S+/c/\S+", text)[0]
        customer = opened(locale="lt-LT")
        customer.goto(link)
        expect(customer.get_by_text("Ką jums pažadėjome")).to_be_visible()
        look.everywhere(customer, "journey-customer")

        # The agent answers, thinks again, and answers.
        agent.locator(".case-row", has_text="Negaliu prisijungti").first.click()
        expect(agent.get_by_text("First reply")).to_be_visible()
        look.everywhere(agent, "journey-case")
        agent.locator("#text").fill("Tikriname paskyrą.")
        agent.get_by_role("button", name="Send", exact=True).click()
        agent.get_by_role("button", name="Undo").click()
        expect(agent.locator("#text")).to_have_value("Tikriname paskyrą.")
        agent.locator("#text").fill("Jūsų paskyra vėl veikia.")
        agent.get_by_role("button", name="Send", exact=True).click()
        expect(agent.locator(".message", has_text="Jūsų paskyra vėl veikia.")).to_be_visible()
        eventually(lambda: outside.find("Re: Negaliu prisijungti"), makegood)
        reply = outside.find("Re: Negaliu prisijungti")
        assert "<1@c.example>" in reply["References"]
        assert "Tikriname" not in reply.get_body(("plain",)).get_content()
        expect(agent.locator("#facts .ledger li", has_text="First reply")).to_contain_text("kept")

        # She answers by mail and on her page; both land here, without reload.
        write(makegood.smtp_port, "Ačiū, bet dar ne.", to=str(reply["Reply-To"]), subject="Re: Negaliu prisijungti")
        expect(agent.locator(".message", has_text="Ačiū, bet dar ne.")).to_be_visible()
        expect(agent.locator("#facts .ledger li", has_text="Next reply")).to_be_visible()
        customer.reload()
        customer.locator("textarea").fill("Dabar veikia!")
        customer.get_by_role("button", name="Siųsti").click()
        expect(agent.locator(".message", has_text="Dabar veikia!")).to_be_visible()

        # Why it is due when it is, and what everybody may see.
        agent.get_by_role("link", name="Explain").last.click()
        expect(agent.get_by_role("heading", name="Day by day")).to_be_visible()
        look.everywhere(agent, "journey-explain")
        for address, name in [("/charter", "charter"), ("/ask", "ask"), ("/settings/mail/", "mailboxes"),
                              ("/settings/mail/parked/", "parked"), ("/settings/charter/hale/", "charter-writing"),
                              ("/search?q=paskyra", "search"), ("/settings/templates/new", "template")]:  # fmt: skip
            agent.goto(address)
            look.everywhere(agent, f"journey-{name}")
        assert not complaints, complaints
