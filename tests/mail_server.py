"""A real Postfix and Dovecot on loopback: `with mail_server(listener=2525) as servers: servers.write(…)`.

    customers  --SMTP-->  Postfix  --SMTP-->  our listener      (support@hale.example)
    Makegood   --submission, STARTTLS, SASL-->  Postfix  --LMTP-->  Dovecot  --IMAP-->  the customer's program
    a mailbox that we fetch (help@hale.example)  <--LMTP--  Postfix;  Makegood  --IMAP, IDLE-->  Dovecot

No mail can leave the machine: whatever goes to another domain is bounced by Postfix itself. Postfix needs root.
"""

import contextlib
import datetime as dt
import imaplib
import ipaddress
import os
import pwd
import shutil
import smtplib
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.mail_server_files import DOVECOT, DOVECOT_OAUTH, MAIN, MASTER, RESULTS
from tests.serving import eventually, free_port

HOST = "127.0.0.1"
PASSWORD = "hush-hush"
PEOPLE = ("ada@customer.example", "carl@customer.example", "support@hale.example", "help@hale.example")
POSTFIX, DOVECOT_PROGRAM = Path("/usr/sbin/postfix"), Path("/usr/sbin/dovecot")


def what_is_missing() -> str:
    """Why there can be no mail servers here; "" when there can."""
    if os.geteuid():
        return "Postfix needs root."
    programs = (POSTFIX, DOVECOT_PROGRAM, Path("/usr/lib/dovecot/lmtp"), Path("/usr/lib/dovecot/imap"))
    if not all(program.exists() for program in programs):
        return "On Debian: apt-get install postfix dovecot-imapd dovecot-lmtpd."
    return ""


class MailServers:
    """Both servers, and what customers do with them. `certificate` vouches for both."""

    def __init__(self, home: Path, *, listener: int, introspection: str) -> None:
        self.home, self.certificate = home, home / "certificate.pem"
        self.dovecot: subprocess.Popen | None = None
        self.smtp, self.submission = free_port(), free_port()
        self.imap, self.imaps, self.lmtp, self.auth = (free_port() for _ in range(4))
        self.values = {
            "home": home, "host": HOST, "listener": listener, "introspection": introspection, "smtp": self.smtp,
            "submission": self.submission, "imap": self.imap, "imaps": self.imaps, "lmtp": self.lmtp, "auth": self.auth,
        }  # fmt: skip

    def start(self) -> None:
        """Start both and wait until they answer."""
        _certify(self.certificate, self.home / "key.pem")
        for folder in ("mail", "run", "postfix/queue", "postfix/data"):
            (self.home / folder).mkdir(parents=True)
        shutil.chown(self.home / "mail", "mail", "mail")
        shutil.chown(self.home / "postfix/data", "postfix", "postfix")
        owner, mail = pwd.getpwnam("mail"), self.home / "mail"
        rows = [f"{one}:{{PLAIN}}{PASSWORD}:{owner.pw_uid}:{owner.pw_gid}::{mail}/{one}\n" for one in PEOPLE]
        (self.home / "people").write_text("".join(rows))
        for name, text in {
            "dovecot.conf": DOVECOT,
            "oauth.conf": DOVECOT_OAUTH,
            "postfix/main.cf": MAIN,
            "postfix/master.cf": MASTER,
            "postfix/results": RESULTS,
        }.items():
            (self.home / name).write_text(text.format_map(self.values))
        with (self.home / "dovecot.terminal").open("w") as terminal:
            command = [DOVECOT_PROGRAM, "-F", "-c", self.home / "dovecot.conf"]
            self.dovecot = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=terminal, stderr=terminal)
        self.postfix("start")
        eventually(self._answer)

    def stop(self) -> None:
        """End both, however far they came."""
        if (self.home / "postfix/main.cf").exists():
            self.postfix("stop")
        if self.dovecot is not None:
            self.dovecot.terminate()
            self.dovecot.wait(20)

    def _answer(self) -> bool:
        assert self.dovecot is None or self.dovecot.poll() is None, (self.home / "dovecot.terminal").read_text()
        with contextlib.suppress(OSError, imaplib.IMAP4.error):
            smtplib.SMTP(HOST, self.smtp).quit()
            with self.mailbox("ada@customer.example"):
                return True
        return False

    def postfix(self, command: str) -> None:
        """`start`, `stop`, or `flush`: try again now whatever was put off."""
        subprocess.run(
            [POSTFIX, "-c", self.home / "postfix", command], check=command == "start", stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def log(self) -> str:
        """What Postfix has told so far."""
        return (self.home / "postfix.log").read_text()

    def write(self, text: str, *, to: str, sender: str = "ada@customer.example", **headers: str) -> None:
        """A customer hands a mail to Postfix. `headers`: names with `_` for `-`."""
        made = EmailMessage()
        given = {"From": sender, "To": to, "Subject": "My refund"}
        for name, value in (given | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            made[name] = value
        made.set_content(text)
        with smtplib.SMTP(HOST, self.smtp) as session:
            session.send_message(made, from_addr=sender, to_addrs=[to])

    @contextmanager
    def mailbox(self, address: str) -> Iterator[imaplib.IMAP4]:
        """A customer's program in their mailbox."""
        with imaplib.IMAP4(HOST, self.imap) as session:
            session.login(address, PASSWORD)
            session.select("INBOX")
            yield session

    def mails_of(self, address: str) -> list[EmailMessage]:
        """All that lies in a mailbox, oldest first."""
        with self.mailbox(address) as session:
            numbers = session.search(None, "ALL")[1][0].split()
            found = [session.fetch(number, "(BODY.PEEK[])")[1][0][1] for number in numbers]
        return [message_from_bytes(raw, policy=default) for raw in found]

    def unread_in(self, address: str) -> int:
        """How many mails of a mailbox nobody has read."""
        with self.mailbox(address) as session:
            return len(session.search(None, "UNSEEN")[1][0].split())

    def await_mail(self, address: str, subject: str) -> EmailMessage:
        """The first mail in a mailbox with these words in its subject, as soon as it has come."""
        found: list[EmailMessage] = []

        def has_come() -> bool:
            found[:] = [mail for mail in self.mails_of(address) if subject in str(mail["Subject"])]
            return bool(found)

        eventually(has_come)
        return found[0]


@contextmanager
def mail_server(*, listener: int, introspection: str = "") -> Iterator[MailServers]:
    """Both servers until the end of the block. `listener`: our port. `introspection`: where access tokens are known."""
    # A short path that their own users may enter: sockets lie in it.
    with tempfile.TemporaryDirectory(prefix="mail-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        home.chmod(0o755)
        servers = MailServers(home, listener=listener, introspection=introspection)
        try:
            servers.start()
            yield servers
        finally:
            servers.stop()


def _certify(certificate: Path, key: Path) -> None:
    """A certificate for 127.0.0.1 that vouches for itself: `SSL_CERT_FILE` makes it trusted."""
    private = ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mx.hale.example")]), dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST)), x509.DNSName("localhost")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now - dt.timedelta(days=1))
    made = made.not_valid_after(now + dt.timedelta(days=1)).add_extension(names, critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    certificate.write_bytes(made.sign(private, SHA256()).public_bytes(Encoding.PEM))
    key.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
