"""We sign in with any letters in a password, encrypted where we can, and to nobody who only claims a name."""

import datetime as dt
import socket
import ssl
import threading
from contextlib import suppress

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
from makegood.channels.email import sender, signing_in
from makegood.channels.email.models import Outgoing
from makegood.channels.email.tests.conftest import Customers, free_port, mail
from makegood.channels.email.trying import try_all
from makegood.staff.secrets import Unreadable


@pytest.fixture
def provider():
    handler, port = Customers(), free_port()

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


@pytest.fixture
def impostor(tmp_path):
    """Speaks TLS with a certificate that nobody vouches for; `heard` is what it was told."""
    context, heard = certificate(tmp_path, "imap.hale.example"), []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def listen():
            with suppress(OSError):
                while True:
                    line, _who = door.accept()
                    with suppress(OSError), context.wrap_socket(line, server_side=True) as safe:
                        safe.sendall(b"* OK ready\r\n")
                        heard.append(safe.recv(1000))

        threading.Thread(target=listen, daemon=True).start()
        yield door.getsockname()[1], heard


def test_no_password_is_told_to_a_server_that_nobody_vouches_for(transactional_db, box, now, impostor):
    port, heard = impostor
    email.edit_mailbox(
        box, by="", at=now, imap_host="127.0.0.1", imap_port=port, imap_security="tls", imap_secret="hush",
        smtp_host="127.0.0.1", smtp_port=port, smtp_security="tls", smtp_secret="hush",
    )  # fmt: skip
    told = [step.told for step in try_all(box, recipient="olive@hale.example")]
    assert told == ["The server’s certificate is not valid for this name. Check the name, or the certificate."] * 2
    assert not any(heard)


def test_another_key_asks_for_the_password_again(transactional_db, box, now, settings):
    email.edit_mailbox(box, by="", at=now, imap_host="127.0.0.1", imap_port=1, imap_secret="hush")
    settings.SECRET_KEY = "another"
    assert "Enter it again" in try_all(box, recipient="olive@hale.example")[0].told
    with pytest.raises(Unreadable):
        signing_in.imap(box)
