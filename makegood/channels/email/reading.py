"""A stored mail read for taking in: parsed once, outside any transaction."""

import dataclasses
import re

from makegood.cases.words import File, Words
from makegood.channels.email import html, matching, senders, trust
from makegood.channels.email.addressing import directory
from makegood.channels.email.models import RawMail
from makegood.channels.email.parsing import ParsedMail, parse
from makegood.channels.email.trust import Proof
from makegood.customers.addresses import fold

MOST_COPIED = 50
MOST_FILES = 100
# What no database keeps: NUL everywhere, lone surrogates in UTF-8.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclasses.dataclass(frozen=True)
class Asker:
    """Whose matter it is: the sender, or the real customer behind a mail that a colleague forwarded."""

    address: str
    name: str
    subject: str
    text: str


@dataclasses.dataclass(frozen=True)
class Read:
    """A mail ready to be taken in. `sender` and addresses are folded; `token` stood behind `+` in our address."""

    mail: ParsedMail
    sender: str
    token: str
    null_sender: bool
    proof: Proof
    asker: Asker

    def words(self, raw: RawMail, *, matched_by: str, stranger: bool) -> Words:
        """What the mail says, as values for the verbs of cases. Every character is one that a database keeps."""
        mail = self.mail
        reply, quoted = mail.reply or mail.text, mail.quoted if mail.reply else ""
        if self.asker.address != self.sender:
            reply, quoted = self.asker.text, mail.reply
        cleaned = html.clean(mail.html) if mail.html else ""
        return Words(
            text=_storable(reply),
            quoted=_storable(quoted),
            html=_storable(cleaned),
            language=mail.language,
            sender=self.asker.address if matched_by == "new" else self.sender,
            sender_name=_storable(self.asker.name if matched_by == "new" else _name(mail))[:200],
            to=tuple(fold(one.address) for one in mail.to[:MOST_COPIED]),
            cc=_copied(mail),
            files=_files(mail),
            authenticated=self.proof is Proof.PROVED,
            stranger=stranger,
            matched_by=matched_by,
            raw=raw.digest,
            invitation=_invitation(mail),
        )


def read(raw: RawMail, content: bytes) -> Read:
    """Parse a stored mail. Never raises for what the mail holds."""
    mail = parse(content)
    sender = matching.sender_of(mail)
    proof = trust.proof(mail)
    return Read(
        mail=mail,
        sender=sender,
        token=_token(raw, mail),
        null_sender=not raw.envelope_from and raw.source == RawMail.Source.SMTP,
        proof=proof,
        asker=_asker(mail, sender, proved=proof is Proof.PROVED),
    )


def _asker(mail: ParsedMail, sender: str, *, proved: bool) -> Asker:
    """Whose matter it is. A mail forwarded by a colleague is the real customer's, if the colleague's address is proved:
    else anybody could open cases in another's name, and have us greet them."""
    forwarded = mail.forwarded
    named = forwarded is not None and forwarded.from_ is not None and "@" in forwarded.from_.address
    if forwarded is not None and forwarded.from_ is not None and named and proved and senders.colleague(sender):
        return Asker(
            address=fold(forwarded.from_.address),
            name=_storable(forwarded.from_.name),
            subject=_storable(forwarded.subject or mail.subject),
            text=forwarded.text,
        )
    return Asker(address=sender, name=_storable(_name(mail)), subject=_storable(mail.subject), text=mail.reply)


def _name(mail: ParsedMail) -> str:
    origin = mail.from_ or mail.sender
    return origin.name if origin else ""


def _token(raw: RawMail, mail: ParsedMail) -> str:
    """The token in the address it was sent to; the envelope knows best, headers serve where there is none."""
    named = [*raw.envelope_to, *mail.delivered_to, *(one.address for one in (*mail.to, *mail.cc))]
    for address in named:
        ours = directory.ours(address)
        if ours is not None and ours.token:
            return ours.token
    return ""


def _copied(mail: ParsedMail) -> tuple[str, ...]:
    """Others in the conversation, none of them ours."""
    others = dict.fromkeys(fold(one.address) for one in (*mail.to, *mail.cc) if "@" in one.address)
    return tuple(address for address in others if directory.ours(address) is None)[:MOST_COPIED]


def _files(mail: ParsedMail) -> tuple[File, ...]:
    return tuple(
        File(
            name=_storable(one.name) or "file",
            content_type=_storable(one.content_type),
            content=one.content,
            content_id=_storable(one.content_id),
            inline=one.inline,
        )
        for one in mail.attachments[:MOST_FILES]
    )


def _invitation(mail: ParsedMail) -> dict[str, str]:
    invitation = mail.invitation
    if invitation is None:
        return {}
    return {
        "summary": _storable(invitation.summary),
        "organizer": _storable(invitation.organizer),
        "location": _storable(invitation.location),
        "method": _storable(invitation.method),
        "starts": invitation.starts.isoformat() if invitation.starts else "",
        "ends": invitation.ends.isoformat() if invitation.ends else "",
    }


def _storable(text: str) -> str:
    return UNSTORABLE.sub("\ufffd", text)
