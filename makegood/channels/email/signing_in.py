"""Signing in at mail servers: plain, by password, or with an OAuth 2 access token (XOAUTH2)."""

import base64
import dataclasses
import functools
import imaplib
import smtplib
import ssl
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted

from makegood.channels.email import access_tokens
from makegood.channels.email.access_tokens import LOOPBACK, SignInFailed
from makegood.channels.email.demo import is_demo
from makegood.channels.email.models import Mailbox
from makegood.channels.email.models.mailbox import Security, Sign
from makegood.staff.secrets import unseal

PATIENCE = 20.0
# STARTTLS where the server offers it: how mail servers speak to each other.
OFFERED = "offered"


@dataclasses.dataclass(frozen=True)
class Server:
    """An outgoing server: where, how secured, and as whom. `secret` is plain."""

    host: str
    port: int
    security: str
    sign: str
    user: str
    secret: str = dataclasses.field(repr=False)


def outgoing_server(mailbox: Mailbox | None) -> Server | None:
    """The mailbox's own server, else MAKEGOOD_SMTP_URL; None when there is neither, and always in the demo company."""
    if is_demo():
        return None
    if mailbox is not None and mailbox.smtp_host:
        sign = mailbox.smtp_sign
        secret = (
            ""
            if sign == Sign.NONE
            else access_tokens.of(mailbox)
            if sign == Sign.XOAUTH2
            else unseal(mailbox.smtp_secret)
        )
        user = mailbox.smtp_user or mailbox.address
        return Server(mailbox.smtp_host, mailbox.smtp_port, mailbox.smtp_security, sign, user, secret)
    return _from_url(settings.SMTP_URL)


def has_server(mailbox: Mailbox | None) -> bool:
    """Whether mail can leave as this mailbox; asks no secret."""
    return bool(settings.SMTP_URL or (mailbox is not None and mailbox.smtp_host))


def _from_url(url: str) -> Server | None:
    """smtp://user:password@host:587 (STARTTLS where offered), smtp+starttls:// (never without), smtps://host:465."""
    if not url:
        return None
    parts = urlsplit(url)
    security: str = {"smtps": Security.TLS, "smtp+starttls": Security.STARTTLS}.get(parts.scheme, OFFERED)
    port = parts.port or {"smtps": 465, "smtp+starttls": 587}.get(parts.scheme, 25)
    sign = Sign.PASSWORD if parts.username else Sign.NONE
    return Server(
        parts.hostname or "127.0.0.1",
        port,
        security,
        sign,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
    )


def smtp(server: Server) -> smtplib.SMTP:
    """A signed-in SMTP connection. Raises OSError, smtplib.SMTPException, SignInFailed."""
    context = _context(server)
    connection: smtplib.SMTP
    if server.security == Security.TLS:
        connection = smtplib.SMTP_SSL(server.host, server.port, our_name(), timeout=PATIENCE, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, our_name(), timeout=PATIENCE)
    try:
        connection.ehlo()
        if server.security == Security.STARTTLS or (server.security == OFFERED and connection.has_extn("starttls")):
            connection.starttls(context=context)
            connection.ehlo()
        if server.sign == Sign.PASSWORD and (server.user + server.secret).isascii():
            connection.login(server.user, server.secret)
        elif server.sign == Sign.PASSWORD:
            _plain(connection, server)
        elif server.sign == Sign.XOAUTH2:
            _xoauth2(connection, server)
    except BaseException:
        connection.close()
        raise
    return connection


def _context(server: Server) -> ssl.SSLContext:
    """Certificates are checked, but for an MTA on this machine, and where encryption is a bonus (RFC 7435): there the
    mail would else leave in the clear."""
    context = ssl.create_default_context()
    if server.security == OFFERED and (server.sign == Sign.NONE or server.host in LOOPBACK):
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


@functools.cache
def our_name() -> str:
    """How we greet an outgoing server. Found once a process, as asking for it may take a broken resolver 20 seconds."""
    return str(smtplib.SMTP().local_hostname)


def _plain(connection: smtplib.SMTP, server: Server) -> None:
    """RFC 4616, with any letters; smtplib and imaplib know ASCII only."""
    first = base64.b64encode(f"\0{server.user}\0{server.secret}".encode()).decode()
    code, answer = connection.docmd("AUTH", f"PLAIN {first}")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, answer)


def _xoauth2(connection: smtplib.SMTP, server: Server) -> None:
    first = base64.b64encode(_told(server.user, server.secret)).decode()
    code, answer = connection.docmd("AUTH", f"XOAUTH2 {first}")
    if code == 334:
        # The server sends its reason first, and the refusal after an empty line.
        code, answer = connection.docmd("")
    if code != 235:
        raise _refused(server.secret, f"{code} {answer.decode('utf-8', 'replace')}")


def _told(user: str, token: str) -> bytes:
    """What Google and Microsoft call XOAUTH2."""
    return f"user={user}\x01auth=Bearer {token}\x01\x01".encode()


def _refused(token: str, answer: str) -> SignInFailed:
    """The next try asks for another token; when that is refused, too, it is no matter of time."""
    access_tokens.forget(token)
    told = _(
        "The server does not accept the access token. Check the user, the scope, and what the application may do: %(answer)s"
    )
    return SignInFailed(told % {"answer": answer[:300]})


def imap(mailbox: Mailbox) -> BaseMailBox:
    """A signed-in IMAP connection with the mailbox's folder chosen. Raises OSError, imap_tools errors, SignInFailed."""
    if is_demo():
        raise SignInFailed(_("This is the demo company: it fetches no mail."))
    user = mailbox.imap_user or mailbox.address
    by_token = mailbox.imap_sign == Sign.XOAUTH2
    secret = access_tokens.of(mailbox) if by_token else unseal(mailbox.imap_secret)
    box: BaseMailBox
    if mailbox.imap_security == Security.NONE:
        box = MailBoxUnencrypted(mailbox.imap_host, mailbox.imap_port, timeout=PATIENCE)
    else:
        kind = MailBox if mailbox.imap_security == Security.TLS else MailBoxStartTls
        # Without a context of ours imaplib would take any certificate.
        context = ssl.create_default_context()
        box = kind(mailbox.imap_host, mailbox.imap_port, timeout=PATIENCE, ssl_context=context)
    try:
        if by_token:
            _xoauth2_by_imap(box, user, secret)
            box.folder.set(mailbox.imap_folder)
            return box
        enter = box.login if (user + secret).isascii() else box.login_utf8
        return enter(user, secret, initial_folder=mailbox.imap_folder)
    except BaseException:
        box.client.shutdown()
        raise


def _xoauth2_by_imap(box: BaseMailBox, user: str, token: str) -> None:
    """The token once, then an empty line: imap_tools would answer the server's reason by the token again."""
    answers = iter([_told(user, token)])
    try:
        box.client.authenticate("XOAUTH2", lambda _said: next(answers, b""))
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as refusal:
        raise _refused(token, str(refusal)) from None
