"""We sign in with OAuth 2 and with any letters in a password, and never mark as seen what was not given to us."""

import base64
import datetime as dt
import json
import ssl
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer

import imap_tools
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from django.utils import timezone

from makegood.channels.email import actions as email
from makegood.channels.email import fetching, folder, sender, signing_in
from makegood.channels.email.models import Outgoing, RawMail
from makegood.channels.email.tests.conftest import Customers, free_port, mail
from makegood.channels.email.tests.imap_server import Server, serving
from makegood.channels.email.trying import try_all

TOKEN = "the-access-token"


class TokenDesk(BaseHTTPRequestHandler):
    """Gives an access token for the right refresh token, as RFC 6749 says."""

    def do_POST(self):
        form = dict(urllib.parse.parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        self.server.asked.append(form)
        right = form.get("refresh_token") == "refresh" and form.get("client_secret") == "client-hush"
        body = json.dumps({"access_token": TOKEN, "expires_in": 3600} if right else {"error": "invalid_grant"})
        self.send_response(200 if right else 400)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *parts):
        pass


class Provider(Customers):
    """An SMTP server that asks who we are."""

    async def auth_XOAUTH2(self, server, args):
        return AuthResult(
            success=base64.b64decode(args[1]).decode().split("\x01")[1] == f"auth=Bearer {TOKEN}", handled=False
        )


@pytest.fixture
def desk():
    signing_in.forget_tokens()
    server = HTTPServer(("127.0.0.1", 0), TokenDesk)
    server.asked = []
    with serving(server):
        yield server
    signing_in.forget_tokens()


@pytest.fixture
def imap():
    server = Server()
    server.token = TOKEN
    with serving(server):
        yield server


@pytest.fixture
def provider():
    handler, port = Provider(), free_port()

    def known(server, session, envelope, mechanism, data):
        right = (data.login.decode(), data.password.decode()) == ("support@hale.example", "žuvis")
        return AuthResult(success=right, handled=False)

    controller = Controller(
        handler, hostname="127.0.0.1", port=port, auth_required=True, auth_require_tls=False, authenticator=known
    )
    controller.start()
    handler.port = port
    yield handler
    controller.stop()


def certificate(folder, host):
    """A TLS context with a certificate that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)]), timezone.now()
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now).not_valid_after(now + dt.timedelta(days=1))
    place = folder / "both.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    place.write_bytes(private + made.sign(key, SHA256()).public_bytes(Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(place)
    return context


class Encrypted(Customers):
    """Notes whether a mail came encrypted."""

    async def handle_DATA(self, server, session, envelope):
        self.ssl = session.ssl
        return await super().handle_DATA(server, session, envelope)


@pytest.mark.parametrize(("url", "taken"), [("smtp", True), ("smtp+starttls", False)])
def test_our_mta_is_spoken_to_encrypted_where_it_offers_that(box, settings, tmp_path, url, taken):
    handler, port = Encrypted(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, tls_context=certificate(tmp_path, "mx.example"))
    controller.start()
    settings.SMTP_URL = f"{url}://127.0.0.1:{port}"
    [step] = try_all(box, recipient="olive@hale.example")
    controller.stop()
    assert step.went_well == taken
    if taken:
        assert handler.ssl
    else:
        assert "certificate is not valid" in step.told


@pytest.fixture
def oauth_box(transactional_db, hale, desk, imap, provider, now):
    return email.open_mailbox(
        brand=hale, address="support@hale.example", by="", at=now,
        imap_host="127.0.0.1", imap_port=imap.server_address[1], imap_security="none", imap_sign="xoauth2",
        smtp_host="127.0.0.1", smtp_port=provider.port, smtp_security="none", smtp_sign="xoauth2",
        oauth_token_url=f"http://127.0.0.1:{desk.server_port}/token", oauth_client_id="makegood",
        oauth_client_secret="client-hush", oauth_refresh_secret="refresh", oauth_scope="mail",
    )  # fmt: skip


def test_one_access_token_opens_both_ways(oauth_box, desk, provider):
    steps = try_all(oauth_box, recipient="olive@hale.example")
    assert [step.went_well for step in steps] == [True, True], steps
    assert len(provider.to("olive@hale.example")) == 1
    [asked] = desk.asked
    assert asked["grant_type"] == "refresh_token"
    assert (asked["client_id"], asked["scope"]) == ("makegood", "mail")


def test_a_refused_refresh_token_is_told(oauth_box, desk, now):
    email.edit_mailbox(oauth_box, by="", at=now, oauth_refresh_secret="stolen")
    told = [step.told for step in try_all(oauth_box, recipient="olive@hale.example")]
    assert all("did not give an access token" in one for one in told)


def test_a_refused_access_token_is_asked_for_anew(oauth_box, desk, imap):
    signing_in.access_token(oauth_box)
    imap.token = "another"
    assert not try_all(oauth_box, recipient="olive@hale.example")[0].went_well
    imap.token = TOKEN
    assert try_all(oauth_box, recipient="olive@hale.example")[0].went_well
    assert len(desk.asked) >= 2


def test_what_the_server_will_not_give_is_asked_for_again_and_holds_nothing_up(oauth_box, imap):
    box = signing_in.imap(oauth_box)
    folder.begin(box, oauth_box, at=timezone.now())
    assert folder.fetch(box, oauth_box, at=timezone.now()) == 1
    assert (oauth_box.uid_last, oauth_box.uid_refused) == (2, [1])
    assert [said for said in imap.heard if "STORE" in said.upper()] == ["UID STORE 2 +FLAGS (\\Seen)"]
    assert "does not give 1 of the mails" in fetching.missing(oauth_box)
    imap.refuses.clear()
    assert folder.fetch(box, oauth_box, at=timezone.now()) == 1
    assert (oauth_box.uid_refused, fetching.missing(oauth_box)) == ([], "")
    box.logout()
    oauth_box.refresh_from_db()
    assert (oauth_box.uid_validity, oauth_box.uid_last, oauth_box.uid_refused) == (7, 2, [])
    assert RawMail.objects.count() == 2


def test_a_password_may_hold_any_letters(transactional_db, hale, provider, deliver, box, now):
    email.edit_mailbox(
        box, by="", at=now, smtp_host="127.0.0.1", smtp_port=provider.port, smtp_security="none",
        smtp_sign="password", smtp_secret="žuvis",
    )  # fmt: skip
    deliver(mail())
    sender.work(at=timezone.now())
    assert Outgoing.objects.get().state == "sent"
    email.edit_mailbox(box, by="", at=now, smtp_secret="paukštis")
    [step] = try_all(box, recipient="olive@hale.example")
    assert step.told == "The server does not accept this user and password."


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a..b"])
def test_a_server_name_that_is_none_is_told_and_holds_nobody_up(transactional_db, deliver, box, now, host):
    email.edit_mailbox(box, by="", at=now, smtp_host=host, smtp_sign="none")
    [step] = try_all(box, recipient="olive@hale.example")
    assert step.told == "There is no server of this name. Check how it is written."
    deliver(mail())
    assert sender.work(at=timezone.now()) == 1
    box.refresh_from_db()
    assert box.send_trouble


def test_another_key_asks_for_the_password_again(transactional_db, box, now, settings, imap):
    email.edit_mailbox(
        box, by="", at=now, imap_host="127.0.0.1", imap_port=imap.server_address[1], imap_security="none",
        imap_secret="hush",
    )  # fmt: skip
    settings.SECRET_KEY = "another"
    assert "Enter it again" in try_all(box, recipient="olive@hale.example")[0].told
    with pytest.raises((ValueError, imap_tools.ImapToolsError)):
        signing_in.imap(box)
