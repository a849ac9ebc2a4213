"""Microsoft 365 and Google let us in by access tokens: fresh, never told to anybody else, and clear when refused."""

import base64
import logging
import threading

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from django.db import connection
from django.utils import timezone

from makegood.channels.email import access_tokens, fetching, folder, sender, signing_in
from makegood.channels.email import actions as email
from makegood.channels.email.models import Mailbox, RawMail
from makegood.channels.email.tests.conftest import Customers, free_port, mail
from makegood.channels.email.tests.imap_server import Server, serving
from makegood.channels.email.tests.provider import CLIENT, CLIENT_SECRET, providing
from makegood.channels.email.trying import try_all
from makegood.staff.secrets import unseal

pytestmark = pytest.mark.any_engine


@pytest.fixture
def provider():
    with providing() as one:
        yield one


@pytest.fixture
def imap(provider):
    server = Server()
    server.accepts = lambda token: provider.introspect(token)["active"]
    with serving(server):
        yield server


class Outgoing(Customers):
    """An SMTP server that asks who we are."""

    async def auth_XOAUTH2(self, server, args):
        token = base64.b64decode(args[1]).decode().split("\x01")[1].removeprefix("auth=Bearer ")
        return AuthResult(success=self.provider.introspect(token)["active"], handled=False)


@pytest.fixture
def smtp(provider):
    handler, port = Outgoing(), free_port()
    handler.provider, handler.port = provider, port
    controller = Controller(handler, hostname="127.0.0.1", port=port, auth_required=True, auth_require_tls=False)
    controller.start()
    yield handler
    controller.stop()


@pytest.fixture
def box(transactional_db, hale, provider, imap, smtp, now):
    return email.open_mailbox(
        brand=hale, address="support@hale.example", by="", at=now,
        imap_host="127.0.0.1", imap_port=imap.server_address[1], imap_security="none", imap_sign="xoauth2",
        smtp_host="127.0.0.1", smtp_port=smtp.port, smtp_security="none", smtp_sign="xoauth2",
        oauth_token_url=f"{provider.address}/token", oauth_client_id=CLIENT, oauth_client_secret=CLIENT_SECRET,
        oauth_refresh_secret="refresh-hush", oauth_scope="mail",
    )  # fmt: skip


def told(box):
    """How *Test now* goes: by IMAP, by SMTP."""
    return [step.told for step in try_all(box, recipient="olive@hale.example")]


def test_one_access_token_opens_both_ways(box, provider, smtp):
    steps = try_all(box, recipient="olive@hale.example")
    assert [step.went_well for step in steps] == [True, True], steps
    assert len(smtp.to("olive@hale.example")) == 1
    [asked] = provider.asked
    assert asked == {
        "grant_type": "refresh_token", "refresh_token": "refresh-hush", "client_id": CLIENT,
        "client_secret": CLIENT_SECRET, "scope": "mail",
    }  # fmt: skip


def test_the_application_signs_in_as_itself(box, provider, now):
    scope = "https://outlook.office365.com/.default"
    email.edit_mailbox(box, by="", at=now, oauth_grant="application", oauth_scope=scope)
    assert all(step.went_well for step in try_all(box, recipient="olive@hale.example"))
    [asked] = provider.asked
    assert (asked["grant_type"], "refresh_token" in asked) == ("client_credentials", False)


def test_it_is_refreshed_before_it_ends(box, provider):
    access_tokens.of(box)
    access_tokens.of(box)
    assert len(provider.given) == 1
    email.edit_mailbox(box, by="", at=timezone.now(), oauth_scope="mail more")
    provider.lasts = access_tokens.MARGIN - 1
    assert access_tokens.of(box) != access_tokens.of(box)
    assert len(provider.given) == 3


def test_a_refresh_token_that_turns_is_kept_sealed(box, provider):
    provider.turns, provider.lasts = True, 1
    for _ in range(3):
        assert access_tokens.of(box) == provider.given[-1]
    box.refresh_from_db()
    assert provider.refresh != "refresh-hush"
    assert unseal(box.oauth_refresh_secret) == provider.refresh
    assert "hush" not in box.oauth_refresh_secret


def test_what_another_process_was_given_is_taken_from_the_database(box, provider, monkeypatch):
    provider.turns, provider.lasts = True, 1
    stale = Mailbox.objects.get()
    access_tokens.of(box)
    assert access_tokens.of(stale) == provider.given[-1]
    # Even when the other one is quicker between our reading and our asking, as a refusal then tells.
    ask = access_tokens._ask

    def be_overtaken(mailbox, token):
        monkeypatch.setattr(access_tokens, "_ask", ask)
        given, sealed = ask(mailbox, token), Mailbox.objects.get().oauth_refresh_secret
        email.keep_refresh_token(Mailbox.objects.get(), given.refresh_token, instead_of=sealed)
        return ask(mailbox, token)

    monkeypatch.setattr(access_tokens, "_ask", be_overtaken)
    assert access_tokens.of(stale) == provider.given[-1]


def test_a_refresh_token_entered_meanwhile_is_not_written_over(box, now):
    before = box.oauth_refresh_secret
    email.edit_mailbox(Mailbox.objects.get(), by="", at=now, oauth_refresh_secret="entered by hand")
    email.keep_refresh_token(box, "given late", instead_of=before)
    assert unseal(Mailbox.objects.get().oauth_refresh_secret) == "entered by hand"


def test_several_that_ask_at_once_use_a_refresh_token_once(box, provider):
    provider.turns = True
    got = []

    def ask():
        got.append(access_tokens.of(Mailbox.objects.get()))
        connection.close()

    asking = [threading.Thread(target=ask) for _ in range(5)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert got == provider.given * 5


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"oauth_refresh_secret": "stolen"}, "The refresh token is not valid any more. Sign in anew and enter the new one: AADSTS700082: it has expired"),
        ({"oauth_client_secret": "wrong-hush"}, "The client ID or the client secret is wrong, or has expired: AADSTS7000215: Invalid client secret provided: …"),
        ({"oauth_token_url": "http://login.example/token"}, "The token address must begin with https://."),
        ({"oauth_token_url": "http://127.0.0.1:1/token"}, "The token address cannot be reached: <urlopen error [Errno 111] Connection refused>"),
    ],
)  # fmt: skip
def test_what_the_provider_refuses_is_told_in_words(box, now, change, said):
    email.edit_mailbox(box, by="", at=now, **change)
    assert told(box) == [said, said]


def test_a_refused_access_token_is_told_and_the_next_try_asks_for_another(box, provider):
    access_tokens.of(box)
    provider.end_tokens()
    assert all("does not accept the access token" in one for one in told(box)[:1])
    assert all(step.went_well for step in try_all(box, recipient="olive@hale.example"))
    assert len(provider.given) >= 2


def test_trouble_shows_on_the_mailbox_and_no_secret_is_ever_logged(box, provider, deliver, now, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    provider.turns, provider.lasts = True, 1
    deliver(mail())
    sender.work(at=timezone.now())
    email.edit_mailbox(box, by="", at=now, oauth_client_secret="wrong-hush")
    deliver(mail("More", sender="carl@customer.example"))
    sender.work(at=timezone.now())
    box.refresh_from_db()
    assert box.send_trouble.startswith("The client ID or the client secret is wrong")
    stop = threading.Event()
    thread = threading.Thread(target=fetching.run, args=(stop,))
    thread.start()
    for _ in range(100):
        box.refresh_from_db()
        if box.fetch_trouble:
            break
        stop.wait(0.1)
    stop.set()
    thread.join()
    assert box.fetch_trouble.startswith("The client ID or the client secret is wrong")
    assert "cannot be fetched" in caplog.text
    secret = [provider.refresh, CLIENT_SECRET, "wrong-hush", *provider.given]
    assert not [one for one in secret if one in caplog.text or one in box.fetch_trouble + box.send_trouble]


def test_what_the_server_will_not_give_is_asked_for_again_and_holds_nothing_up(box, imap):
    session = signing_in.imap(box)
    folder.begin(session, box, at=timezone.now())
    assert folder.fetch(session, box, at=timezone.now()) == 1
    assert (box.uid_last, box.uid_refused) == (2, [1])
    assert [said for said in imap.heard if "STORE" in said.upper()] == ["UID STORE 2 +FLAGS (\\Seen)"]
    assert "does not give 1 of the mails" in fetching.missing(box)
    imap.refuses.clear()
    assert folder.fetch(session, box, at=timezone.now()) == 1
    assert (box.uid_refused, fetching.missing(box)) == ([], "")
    session.logout()
    box.refresh_from_db()
    assert (box.uid_validity, box.uid_last, box.uid_refused) == (7, 2, [])
    assert RawMail.objects.count() == 2
