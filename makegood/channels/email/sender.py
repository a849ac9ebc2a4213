"""The sender: hands queued mails to the outgoing server, one connection for several, never inside a transaction."""

import datetime as dt
import logging
import smtplib
from itertools import groupby

from django.utils import timezone

from makegood.channels.email import access_tokens, signing_in
from makegood.channels.email import actions as email
from makegood.channels.email.composing import compose
from makegood.channels.email.demo import is_demo
from makegood.channels.email.holding_back import is_held_back
from makegood.channels.email.models import Mailbox, Outgoing

BATCH = 20
# A server that hangs up at one mail may take the others.
CONNECTIONS = 3
NO_SERVER = "No outgoing server is set."
log = logging.getLogger(__name__)


def work(*, at: dt.datetime) -> int:
    """Send what waits; how many were tried."""
    if not Outgoing.objects.to_send(at).exists():
        return 0
    claimed = email.claim_outgoing(at=at, most=BATCH)
    if is_demo():
        for outgoing in claimed:
            email.carry_nowhere(outgoing, at=at)
        return len(claimed)
    leaving = [outgoing for outgoing in claimed if not is_held_back(outgoing, at=at)]
    leaving.sort(key=lambda outgoing: str(outgoing.mailbox_id))
    for _key, group in groupby(leaving, key=lambda outgoing: outgoing.mailbox_id):
        _send_all(list(group))
    return len(claimed)


def _send_all(mails: list[Outgoing]) -> None:
    """All of one mailbox. A mail at which the server hangs up waits by itself; when the server is in trouble, all do."""
    mailbox = mails[0].mailbox
    if mailbox is None or not signing_in.has_server(mailbox):
        email.put_off(mailbox, mails, trouble=NO_SERVER, at=timezone.now())
        return
    trouble = ""
    for _connection in range(CONNECTIONS):
        try:
            server = signing_in.outgoing_server(mailbox)
            assert server is not None
            connection = signing_in.smtp(server)
        except (OSError, ValueError, smtplib.SMTPException, access_tokens.SignInFailed) as failed:
            # ValueError: a name of a server that cannot be one, or a secret that is Unreadable.
            trouble = _told(failed)
            break
        mails, trouble = _send_over(connection, mails, mailbox)
        if not mails and not trouble:
            email.note_sending(mailbox, trouble="")
            return
    log.warning("Mail of %s waits: %s", mailbox.address, trouble)
    email.note_sending(mailbox, trouble=trouble)
    email.put_off(mailbox, mails, trouble=trouble, at=timezone.now())


def _send_over(connection: smtplib.SMTP, mails: list[Outgoing], mailbox: Mailbox) -> tuple[list[Outgoing], str]:
    """Send until the server hangs up; what is left then, and what it said."""
    try:
        for number, outgoing in enumerate(mails, 1):
            try:
                _send(connection, outgoing, mailbox)
            except OSError as hung_up:
                trouble = _told(hung_up)
                email.mark_unsent(outgoing, trouble=trouble, for_good=False, at=timezone.now())
                return mails[number:], trouble
        return [], ""
    finally:
        _leave(connection)


def _send(connection: smtplib.SMTP, outgoing: Outgoing, mailbox: Mailbox) -> None:
    """Hand one mail over. Raises OSError when the server is gone."""
    try:
        mail = compose(outgoing, mailbox)
    except Exception as trouble:
        # An attachment that is gone, an address that no mail can be written to: it must not stop the mails behind it.
        log.exception("%s cannot be written", outgoing)
        email.mark_unsent(outgoing, trouble=_told(trouble), for_good=True, at=timezone.now())
        return
    try:
        refused = connection.send_message(mail, from_addr=mailbox.address, to_addrs=outgoing.envelope)
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPRecipientsRefused as refusal:
        email.mark_unsent(outgoing, trouble=_told(refusal), for_good=_for_good(refusal), at=timezone.now())
    except smtplib.SMTPResponseException as refusal:
        for_good = 500 <= refusal.smtp_code < 600
        email.mark_unsent(outgoing, trouble=_told(refusal), for_good=for_good, at=timezone.now())
    except (smtplib.SMTPException, ValueError) as refusal:
        email.mark_unsent(outgoing, trouble=_told(refusal), for_good=True, at=timezone.now())
    else:
        lost = smtplib.SMTPRecipientsRefused({to: refused[to] for to in outgoing.addressees if to in refused})
        if lost.recipients:
            # Whoever was copied has it; whom it was written to has not.
            email.mark_unsent(outgoing, trouble=_told(lost), for_good=_for_good(lost), at=timezone.now())
        else:
            email.mark_sent(outgoing, at=timezone.now())


def _for_good(refusal: smtplib.SMTPRecipientsRefused) -> bool:
    return all(500 <= code < 600 for code, _text in refusal.recipients.values())


def _told(trouble: Exception) -> str:
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        said = [f"{address}: {code} {text!r}" for address, (code, text) in trouble.recipients.items()]
        return "; ".join(said)
    if isinstance(trouble, smtplib.SMTPResponseException):
        text = trouble.smtp_error
        return f"{trouble.smtp_code} {text.decode('utf-8', 'replace') if isinstance(text, bytes) else text}"
    return str(trouble) if isinstance(trouble, access_tokens.SignInFailed) else f"{type(trouble).__name__}: {trouble}"


def _leave(connection: smtplib.SMTP) -> None:
    try:
        connection.quit()
    except (OSError, smtplib.SMTPException):
        connection.close()
