"""Signing in at mail servers: plain, by password, or with an OAuth 2 access token (XOAUTH2)."""

import base64
import dataclasses
import datetime as dt
import json
import smtplib
import ssl
import threading
import urllib.parse
import urllib.request
import uuid
from urllib.parse import unquote, urlsplit

from django.conf import settings
from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted

from makegood.channels.email.models import Mailbox
from makegood.channels.email.models.mailbox import Security, Sign
from makegood.channels.email.secrets import unseal

PATIENCE = 20.0
# STARTTLS where the server offers it: how mail servers speak to each other.
OFFERED = "offered"
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
LARGEST_ANSWER = 64 * 1024
_tokens: dict[uuid.UUID, tuple[str, dt.datetime]] = {}
_lock = threading.Lock()


class SignInFailed(Exception):
    """The server would not let us in; the text is for people."""


@dataclasses.dataclass(frozen=True)
class Server:
    """An outgoing server: where, how secured, and as whom. `secret` is plain."""

    host: str
    port: int
    security: str
    sign: str
    user: str
    secret: str


def outgoing_server(mailbox: Mailbox | None) -> Server | None:
    """The mailbox's own server, else MAKEGOOD_SMTP_URL; None when there is neither."""
    if mailbox is not None and mailbox.smtp_host:
        sign = mailbox.smtp_sign
        secret = (
            "" if sign == Sign.NONE else access_token(mailbox) if sign == Sign.XOAUTH2 else unseal(mailbox.smtp_secret)
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
        connection = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
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


def _plain(connection: smtplib.SMTP, server: Server) -> None:
    """RFC 4616, with any letters; smtplib and imaplib know ASCII only."""
    first = base64.b64encode(f"\0{server.user}\0{server.secret}".encode()).decode()
    code, answer = connection.docmd("AUTH", f"PLAIN {first}")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, answer)


def _xoauth2(connection: smtplib.SMTP, server: Server) -> None:
    first = base64.b64encode(f"user={server.user}\x01auth=Bearer {server.secret}\x01\x01".encode()).decode()
    code, answer = connection.docmd("AUTH", f"XOAUTH2 {first}")
    if code == 334:
        # The server sends its reason first, and the refusal after an empty line.
        code, answer = connection.docmd("")
    if code != 235:
        raise smtplib.SMTPAuthenticationError(code, answer)


def imap(mailbox: Mailbox) -> BaseMailBox:
    """A signed-in IMAP connection with the mailbox's folder chosen. Raises OSError, imap_tools errors, SignInFailed."""
    kind = {Security.TLS: MailBox, Security.STARTTLS: MailBoxStartTls}.get(Security(mailbox.imap_security))
    box: BaseMailBox
    if kind is None:
        box = MailBoxUnencrypted(mailbox.imap_host, mailbox.imap_port, timeout=PATIENCE)
    else:
        box = kind(mailbox.imap_host, mailbox.imap_port, timeout=PATIENCE)
    user = mailbox.imap_user or mailbox.address
    try:
        if mailbox.imap_sign == Sign.XOAUTH2:
            return box.xoauth2(user, access_token(mailbox), initial_folder=mailbox.imap_folder)
        secret = unseal(mailbox.imap_secret)
        enter = box.login if (user + secret).isascii() else box.login_utf8
        return enter(user, secret, initial_folder=mailbox.imap_folder)
    except BaseException:
        box.client.shutdown()
        raise


def access_token(mailbox: Mailbox) -> str:
    """A fresh access token by the mailbox's refresh token (RFC 6749 §6), kept until a minute before it ends."""
    now = dt.datetime.now(dt.UTC)
    with _lock:
        kept = _tokens.get(mailbox.pk)
    if kept and kept[1] > now:
        return kept[0]
    form = {
        "grant_type": "refresh_token",
        "refresh_token": unseal(mailbox.oauth_refresh_secret),
        "client_id": mailbox.oauth_client_id,
        "client_secret": unseal(mailbox.oauth_client_secret),
        "scope": mailbox.oauth_scope,
    }
    body = urllib.parse.urlencode({name: value for name, value in form.items() if value}).encode()
    if urlsplit(mailbox.oauth_token_url).scheme not in {"https", "http"}:
        raise SignInFailed("The token address must begin with https://.")
    request = urllib.request.Request(mailbox.oauth_token_url, data=body)  # noqa: S310 - scheme checked above
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            given = json.loads(answer.read(LARGEST_ANSWER))
        token, lasts = str(given["access_token"]), int(given.get("expires_in", 300))
    except OSError as trouble:
        raise SignInFailed(f"The token address did not give an access token: {trouble}") from trouble
    except (ValueError, KeyError, TypeError) as trouble:
        raise SignInFailed("The token address gave an answer that holds no access token.") from trouble
    with _lock:
        _tokens[mailbox.pk] = (token, now + dt.timedelta(seconds=max(lasts - 60, 0)))
    return token


def forget_tokens() -> None:
    """After a mailbox was changed, or a token was refused."""
    with _lock:
        _tokens.clear()
