"""Mail as it really travels: Postfix before and behind Makegood, Dovecot under the customers' programs and ours.

Real processes all through; the servers and the installation are started once for all stories.
"""

import json
import re
import urllib.request
from contextlib import contextmanager

import pytest

from makegood.channels.email.tests.provider import CLIENT, CLIENT_SECRET, providing
from tests.mail_server import HOST, PASSWORD, mail_server, what_is_missing
from tests.serving import eventually, serving

pytestmark = pytest.mark.any_engine

SETUP = (
    *("setup", "--organisation", "Hale & Sons", "--brand", "Hale", "--address", "support@hale.example"),
    *("--owner", "olive@hale.example", "--password-stdin", "--country", "GB"),
)
# A second mailbox: fetched by IMAP, sent as by submission, both with the provider's access tokens. And Olive's token.
HELP = """
from django.utils import timezone
from makegood.brands.models import Brand
from makegood.channels.email import actions as email
from makegood.staff import actions as staff
from makegood.staff.models import User
email.open_mailbox(brand=Brand.objects.get(), by="", at=timezone.now(), **{settings!r})
print(staff.make_token(User.objects.get(), label="journey", by="", at=timezone.now()))
"""


class House:
    """One installation between the servers, and what a program sees of it by its API."""

    def __init__(self, makegood, servers, token):
        self.makegood, self.servers, self.token = makegood, servers, token

    def ask(self, path, body=None):
        request = urllib.request.Request(self.makegood.url + "/api/v1" + path)
        request.add_header("Authorization", f"Bearer {self.token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def await_case(self, subject):
        """The one case with this subject, as soon as there is one."""

        def found():
            return [one for one in self.ask("/cases")["items"] if one["subject"] == subject]

        eventually(found, self.makegood)
        [case] = found()
        return case["ref"]

    def await_message(self, ref, *, saying="", **wanted):
        """A message of a case that is so, as soon as it is."""

        def found():
            said = [one for one in self.ask(f"/cases/{ref}")["messages"] if saying in one["text"]]
            return [one for one in said if all(one[name] == value for name, value in wanted.items())]

        eventually(found, self.makegood)
        return found()[0]

    def state_of(self, ref, promise):
        promised = self.ask(f"/cases/{ref}")["commitments"]
        return next(one["state"] for one in promised if one["key"] == promise)

    def look(self, question):
        """What the database says to a line of Python about a `Message`."""
        script = f"from makegood.cases.models import Message; import json; print(json.dumps({question}))"
        return json.loads(self.makegood.command("shell", "--no-imports", "-c", script))


@pytest.fixture(scope="module")
def house():
    missing = what_is_missing()
    if missing:
        pytest.skip(f"No mail servers here. {missing}")
    with providing("help@hale.example") as provider, serving(start=False) as makegood:
        introspection = f"{provider.address}/introspect"
        with mail_server(listener=makegood.smtp_port, introspection=introspection) as servers:
            makegood.environment |= {
                "SSL_CERT_FILE": str(servers.certificate),
                "MAKEGOOD_SMTP_URL": f"smtp+starttls://support%40hale.example:{PASSWORD}@{HOST}:{servers.submission}",
                "MAKEGOOD_TRUSTED_MTA": "mx.hale.example",
            }
            makegood.command(*SETUP, given="correct horse battery")
            settings = {
                "address": "help@hale.example", "imap_host": HOST, "imap_port": servers.imaps, "imap_security": "tls",
                "imap_sign": "xoauth2", "smtp_host": HOST, "smtp_port": servers.submission, "smtp_security": "starttls",
                "smtp_sign": "xoauth2", "oauth_token_url": f"{provider.address}/token", "oauth_client_id": CLIENT,
                "oauth_client_secret": CLIENT_SECRET, "oauth_refresh_secret": provider.refresh,
            }  # fmt: skip
            token = makegood.command("shell", "--no-imports", "-c", HELP.format(settings=settings)).strip()
            provider.turns = True
            makegood.start()
            yield House(makegood, servers, token)


def flat(mail, name):
    return " ".join(str(mail[name]).split())


def test_a_mail_a_reply_and_its_answer_stay_one_thread(house):
    house.servers.write("Where is my refund?", to="support@hale.example", Message_ID="<first@customer.example>")
    ref = house.await_case("My refund")
    greeting = house.servers.await_mail("ada@customer.example", f"[{ref}]")
    assert greeting["In-Reply-To"] == "<first@customer.example>"

    house.ask(f"/cases/{ref}/replies", {"text": "It left us today."})
    reply = house.servers.await_mail("ada@customer.example", "Re: My refund")
    assert flat(reply, "References") == f"<first@customer.example> {greeting['Message-ID']}"
    house.await_message(ref, kind="reply", delivery="sent")
    # As Postfix tells: encrypted, and signed in.
    submitted = [" ".join(str(one).split()) for one in reply.get_all("Received")]
    assert any("TLSv1.3" in one and "Authenticated sender: support@hale.example" in one for one in submitted), submitted

    house.servers.write(
        "Thank you!", to=str(reply["Reply-To"]), Subject="Re: My refund", In_Reply_To=reply["Message-ID"],
        References=f"{flat(reply, 'References')} {reply['Message-ID']}",
    )  # fmt: skip
    assert house.await_message(ref, text="Thank you!")["by"] == "ada@customer.example"


@contextmanager
def no_room(makegood):
    """The folder of raw mail cannot be written."""
    mails, away = makegood.data / "mail", makegood.data / "mail-away"
    if mails.exists():
        mails.rename(away)
    mails.write_text("a file where a folder should be")
    yield
    mails.unlink()
    if away.exists():
        away.rename(mails)


def test_what_cannot_be_stored_stays_with_postfix_and_comes_again(house):
    with no_room(house.makegood):
        house.servers.write("Keep this", to="support@hale.example", Subject="Come again")
        eventually(lambda: "451 4.3.0 It could not be stored just now" in house.servers.log())

    def comes_again():
        # By itself, too; but a mail that Postfix looks at in the moment it puts it off, it leaves for five minutes.
        house.servers.postfix("flush")
        return any(one["subject"] == "Come again" for one in house.ask("/cases")["items"])

    eventually(comes_again, house.makegood)
    ref = house.await_case("Come again")
    assert [one["text"] for one in house.ask(f"/cases/{ref}")["messages"]] == ["Keep this"]


def test_mail_to_nobody_bounces_from_postfix_and_not_from_us(house):
    house.servers.write("Anybody?", to="nobody@hale.example", sender="carl@customer.example")
    bounce = house.servers.await_mail("carl@customer.example", "Undelivered Mail")
    assert "550 5.1.1 No such address here" in " ".join(bounce.get_body().get_content().split())
    assert "MAILER-DAEMON@mx.hale.example" in bounce["From"]


def test_a_mailbox_is_fetched_as_mail_comes_and_answers_with_access_tokens(house):
    house.servers.write("By IMAP", to="help@hale.example", sender="carl@customer.example", Subject="Fetched")
    ref = house.await_case("Fetched")
    house.ask(f"/cases/{ref}/replies", {"text": "We have it."})
    reply = house.servers.await_mail("carl@customer.example", "Re: Fetched")
    received = " ".join(map(str, reply.get_all("Received")))
    assert "Authenticated sender: help@hale.example" in received
    log = (house.servers.home / "dovecot.log").read_text()
    assert re.search(r"imap-login: Info: Login: user=<help@hale.example>, method=XOAUTH2,.* TLS,", log)
    eventually(lambda: house.servers.unread_in("help@hale.example") == 0)


def test_a_hard_bounce_comes_back_to_its_case_and_the_reply_is_owed_again(house):
    house.servers.write("Hello?", to="support@hale.example", sender="gone@customer.example", Subject="Gone")
    ref = house.await_case("Gone")
    house.ask(f"/cases/{ref}/replies", {"text": "Here is your answer."})
    lost = house.await_message(ref, kind="reply", delivery="failed")
    assert lost["text"] == "Here is your answer."
    eventually(lambda: house.state_of(ref, "first-reply") == "open", house.makegood)
    # What we tell Olive of it has no mailbox here either, and comes back to the case before or after.
    house.await_message(ref, kind="bounce", saying="User doesn't exist: gone@customer.example")


def test_only_the_results_of_our_own_mta_count(house):
    claimed = "mx.hale.example; dmarc=pass header.from=customer.example"
    house.servers.write("Truly Ada", to="support@hale.example", Subject="Truly")
    house.servers.write(
        "Not Ada", to="support@hale.example", sender="eve@customer.example", Subject="Forged",
        From="ada@customer.example", Authentication_Results=claimed,
    )  # fmt: skip
    house.await_case("Truly"), house.await_case("Forged")
    found = house.look("sorted(Message.objects.filter(kind='customer').values_list('case__subject', 'authenticated'))")
    assert ["Truly", True] in found
    assert ["Forged", False] in found
