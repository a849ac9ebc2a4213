"""“Test now”: really sign in and really send, and say in plain words how each step went."""

import dataclasses
import imaplib
import smtplib
import socket
import ssl
from email.utils import formatdate, make_msgid

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from imap_tools import ImapToolsError

from makegood.channels.email import access_tokens, signing_in
from makegood.channels.email.models import Mailbox
from makegood.staff.secrets import Unreadable

TROUBLES = (OSError, ValueError, smtplib.SMTPException, imaplib.IMAP4.error, ImapToolsError, access_tokens.SignInFailed)


@dataclasses.dataclass(frozen=True)
class Step:
    """One thing that was tried."""

    name: str
    went_well: bool
    told: str


def try_all(mailbox: Mailbox, *, recipient: str) -> list[Step]:
    """Sign in by IMAP where that is set, then by SMTP, and send a mail to `recipient`."""
    steps = [_fetching(mailbox)] if mailbox.is_fetched else []
    return [*steps, _sending(mailbox, recipient)]


def _fetching(mailbox: Mailbox) -> Step:
    name = _("Signing in to fetch mail (IMAP)")
    try:
        box = signing_in.imap(mailbox)
        count = len(box.uids())
        box.logout()
    except TROUBLES as trouble:
        return Step(name, False, _in_words(trouble))
    told = ngettext("It works. The folder holds %(count)d mail.", "It works. The folder holds %(count)d mails.", count)
    return Step(name, True, told % {"count": count})


def _sending(mailbox: Mailbox, recipient: str) -> Step:
    name = _("Sending a mail to you (SMTP)")
    try:
        server = signing_in.outgoing_server(mailbox)
        if server is None:
            return Step(name, False, _("No outgoing server is set. Fill in the SMTP server, or set MAKEGOOD_SMTP_URL."))
        connection = signing_in.smtp(server)
        text = _("This is a test from Makegood: mail leaves as %(address)s.") % {"address": mailbox.address}
        head = f"From: {mailbox.address}\r\nTo: {recipient}\r\nSubject: Makegood\r\nAuto-Submitted: auto-generated\r\n"
        head += f"Date: {formatdate()}\r\nMessage-ID: {make_msgid(domain=mailbox.address.rpartition('@')[2])}\r\n"
        body = f"{head}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
        connection.sendmail(mailbox.address, [recipient], body.encode())
        connection.quit()
    except TROUBLES as trouble:
        return Step(name, False, _in_words(trouble))
    return Step(name, True, _("It left for %(address)s. Look whether it arrived.") % {"address": recipient})


def _in_words(trouble: Exception) -> str:
    if isinstance(trouble, Unreadable):
        return _("The password was kept with another secret key. Enter it again.")
    if isinstance(trouble, access_tokens.SignInFailed):
        return str(trouble)
    if isinstance(trouble, smtplib.SMTPAuthenticationError):
        return _("The server does not accept this user and password.")
    if isinstance(trouble, ImapToolsError | imaplib.IMAP4.error):
        return _("The server does not let us in: %(trouble)s") % {"trouble": str(trouble)[:300]}
    if isinstance(trouble, TimeoutError):
        return _("The server did not answer. Check its name, the port, and the firewall.")
    if isinstance(trouble, ConnectionRefusedError):
        return _("Nothing listens there. Check the name and the port.")
    if isinstance(trouble, socket.gaierror | UnicodeError):
        return _("There is no server of this name. Check how it is written.")
    if isinstance(trouble, ssl.SSLCertVerificationError):
        return _("The server’s certificate is not valid for this name. Check the name, or the certificate.")
    if isinstance(trouble, ssl.SSLError | smtplib.SMTPNotSupportedError):
        return _("The server does not speak this kind of security there. Check the security and the port.")
    return _("It did not work: %(trouble)s") % {"trouble": f"{trouble}"[:300]}
