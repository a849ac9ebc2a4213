"""A queued mail as bytes: headers that thread, say who we are to machines, and end no loop in a loop."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime

from makegood.cases import blobs
from makegood.channels.email import loops
from makegood.channels.email.models import Mailbox, Outgoing

AUTOMATIC = {Outgoing.Kind.GREETING, Outgoing.Kind.QUESTION, Outgoing.Kind.NOTICE, Outgoing.Kind.REMEDY}

THREADING = {"in-reply-to", "references"}


class WholeIdentifiers(EmailPolicy):
    """The standard library's policy, but for Message-IDs too long for one line: it would encode them, and then no
    program of a customer finds the mail that ours answers. Outlook's are as long as that."""

    def fold(self, name: str, value: str) -> str:
        if name.lower() in THREADING:
            identifiers = f"{self.linesep} ".join(str(value).split())
            return f"{name}: {identifiers}{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in THREADING:
            return self.fold(name, value).encode("ascii", "replace")
        return super().fold_binary(name, value)


POLICY = WholeIdentifiers(linesep=SMTP.linesep)


def compose(outgoing: Outgoing, mailbox: Mailbox) -> EmailMessage:
    """The mail of a row. Raises FileNotFoundError when an attachment's bytes are gone."""
    mail = EmailMessage(policy=POLICY)
    local, _at, domain = mailbox.address.rpartition("@")
    mail["From"] = Address(_clean(mailbox.name), local, domain)
    mail["To"] = ", ".join(outgoing.to)
    if outgoing.cc:
        mail["Cc"] = ", ".join(outgoing.cc)
    if outgoing.reply_to:
        mail["Reply-To"] = outgoing.reply_to
    mail["Subject"] = _clean(outgoing.subject)
    mail["Date"] = format_datetime(outgoing.made_at)
    mail["Message-ID"] = f"<{outgoing.identifier}>"
    if outgoing.in_reply_to:
        mail["In-Reply-To"] = f"<{_clean(outgoing.in_reply_to)}>"
    if outgoing.references:
        mail["References"] = " ".join(f"<{_clean(one)}>" for one in outgoing.references.split())
    if outgoing.language:
        mail["Content-Language"] = outgoing.language
    mail["X-Makegood-Loop"] = loops.mark()
    if outgoing.kind in AUTOMATIC:
        # RFC 3834, and what Exchange listens to instead.
        mail["Auto-Submitted"] = "auto-replied"
        mail["X-Auto-Response-Suppress"] = "All"
    mail.set_content(outgoing.text)
    if outgoing.html:
        mail.add_alternative(outgoing.html, subtype="html")
    said = outgoing.outside
    sent = outgoing.message.attachments if outgoing.message else said.files if said else None
    if sent is not None:
        for one in sent.all():
            main, _slash, sub = one.content_type.partition("/")
            mail.add_attachment(
                blobs.read(one.digest),
                maintype=main if sub and main not in {"multipart", "message"} else "application",
                subtype=sub if sub and main not in {"multipart", "message"} else "octet-stream",
                filename=_clean(one.name),
            )
    return mail


def _clean(text: str) -> str:
    return " ".join(text.split())
