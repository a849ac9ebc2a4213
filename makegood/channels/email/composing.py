"""A queued mail as bytes: headers that thread, say who we are to machines, and end no loop in a loop."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime

from makegood.cases import among_words, blobs
from makegood.cases.models import Attachment
from makegood.channels.email import loops
from makegood.channels.email.models import Mailbox, Outgoing

AUTOMATIC = {
    Outgoing.Kind.GREETING,
    Outgoing.Kind.QUESTION,
    Outgoing.Kind.NOTICE,
    Outgoing.Kind.REMEDY,
    Outgoing.Kind.NUDGE,
}

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
        shown = _shown(outgoing)
        if shown:
            _add_pictures(mail, shown)
        for one in sent.all():
            if one not in shown:
                main, sub = _kind(one.content_type)
                mail.add_attachment(blobs.read(one.digest), maintype=main, subtype=sub, filename=_clean(one.name))
    return mail


def _shown(outgoing: Outgoing) -> list[Attachment]:
    """The pictures that its HTML shows."""
    if outgoing.message is None or 'src="cid:' not in outgoing.html:
        return []
    files = outgoing.message.attachments.exclude(content_id="")
    return [one for one in files if f'src="cid:{among_words.identifier(one.content_id)}"' in outgoing.html]


def _add_pictures(mail: EmailMessage, shown: list[Attachment]) -> None:
    """Pictures go with the HTML that shows them (multipart/related, RFC 2387), once each; the plain text names them."""
    page = mail.get_body(("html",))
    assert isinstance(page, EmailMessage)
    for one in {one.content_id: one for one in shown}.values():
        main, sub = _kind(one.content_type)
        page.add_related(
            blobs.read(one.digest),
            maintype=main,
            subtype=sub,
            disposition="inline",
            filename=_clean(one.name),
            cid=f"<{among_words.identifier(one.content_id)}>",
        )


def _kind(content_type: str) -> tuple[str, str]:
    """Its two halves, where a file may be of that kind in a mail."""
    main, _slash, sub = content_type.partition("/")
    return (main, sub) if sub and main not in {"multipart", "message"} else ("application", "octet-stream")


def _clean(text: str) -> str:
    return " ".join(text.split())
