"""A stored mail read for taking in: parsed once, outside any transaction."""

import dataclasses

from makegood.cases.words import File, Words
from makegood.channels.email import html, matching, senders, trust
from makegood.channels.email.addressing import directory
from makegood.channels.email.greeting import is_role
from makegood.channels.email.matching import storable
from makegood.channels.email.models import RawMail
from makegood.channels.email.parsing import ParsedMail, parse
from makegood.channels.email.parsing.mail import Address
from makegood.channels.email.trust import Proof
from makegood.customers.addresses import fold
from makegood.staff.models import User

MOST_COPIED = 50
MOST_FILES = 100


@dataclasses.dataclass(frozen=True)
class Asker:
    """Whose matter it is: the sender, the real customer behind a mail that a colleague forwarded (`forwarded_by`, with
    the `note` they wrote above it), or the person whom a form on a web page names in Reply-To."""

    address: str
    name: str
    subject: str
    text: str
    forwarded_by: User | None = None
    note: str = ""


@dataclasses.dataclass(frozen=True)
class Read:
    """A mail ready to be taken in. `sender` and addresses are folded; `token` stood behind `+` in our address; `said`: what
    it says, as values for the verbs of cases. Every character is one that a database keeps."""

    mail: ParsedMail
    sender: str
    token: str
    null_sender: bool
    proof: Proof
    asker: Asker
    said: Words

    def words(self, *, matched_by: str, stranger: bool = False) -> Words:
        """What the mail says in a case that was found so, by one who belongs to it or is a stranger there."""
        return dataclasses.replace(self.said, matched_by=matched_by, stranger=stranger)

    def first_words(self) -> Words:
        """The words that open a case: the asker's, who need not be the sender."""
        asker, words = self.asker, self.words(matched_by="new")
        if asker.address == self.sender:
            return words
        words = dataclasses.replace(
            words, sender=asker.address, sender_name=asker.name[:200], authenticated=False,
            cc=tuple(one for one in words.cc if one != asker.address),
        )  # fmt: skip
        if asker.forwarded_by is None:
            return words
        # What the colleague wrote above it is for us alone, so the whole mail is not shown as the customer's.
        return dataclasses.replace(words, text=asker.text, quoted="", html="", to=(), cc=())


def read(raw: RawMail, content: bytes) -> Read:
    """Parse a stored mail. Never raises for what the mail holds."""
    mail = parse(content)
    sender = matching.sender_of(mail) or fold(storable(raw.envelope_from))
    sender = sender if "@" in sender else ""
    proof = trust.proof(mail)
    return Read(
        mail=mail,
        sender=sender,
        token=_token(raw, mail),
        null_sender=mail.return_path == "" or (not raw.envelope_from and raw.source == RawMail.Source.SMTP),
        proof=proof,
        asker=_asker(mail, sender, proved=proof is Proof.PROVED),
        said=_said(raw, mail, sender, proof),
    )


def _said(raw: RawMail, mail: ParsedMail, sender: str, proof: Proof) -> Words:
    return Words(
        text=storable(mail.reply or mail.text),
        quoted=storable(mail.quoted if mail.reply else ""),
        html=html.clean(storable(mail.html)) if mail.html else "",
        language=mail.language,
        sender=sender,
        sender_name=storable(_name(mail))[:200],
        to=tuple(fold(one.address) for one in mail.to[:MOST_COPIED]),
        cc=() if proof is Proof.FAILED else _copied(mail, sender),
        files=_files(mail),
        authenticated=proof is Proof.PROVED,
        raw=raw.digest,
        invitation=_invitation(mail),
    )


def _asker(mail: ParsedMail, sender: str, *, proved: bool) -> Asker:
    """Whose matter it is. A mail forwarded by a colleague is the real customer's, if the colleague's address is proved:
    else anybody could open cases in another's name, and have us greet them."""
    forwarded = mail.forwarded
    if proved and forwarded is not None and forwarded.from_ is not None and _is_theirs(forwarded.from_.address):
        colleague = senders.colleague(sender)
        if colleague is not None:
            return Asker(
                address=fold(forwarded.from_.address),
                name=storable(forwarded.from_.name),
                subject=storable(forwarded.subject or mail.subject),
                text=storable(forwarded.text),
                forwarded_by=colleague,
                note=storable(forwarded.note),
            )
    subject, text = storable(mail.subject), storable(mail.reply)
    behind = behind_a_form(mail, sender)
    if behind is not None:
        return Asker(address=fold(behind.address), name=storable(behind.name), subject=subject, text=text)
    return Asker(address=sender, name=storable(_name(mail)), subject=subject, text=text)


def behind_a_form(mail: ParsedMail, sender: str) -> Address | None:
    """Whom Reply-To names in a mail from an address that nobody reads, or from our own: forms on web pages send so."""
    named = [one for one in mail.reply_to if _is_theirs(one.address)]
    if len(named) != 1 or is_role(fold(named[0].address)):
        return None
    return named[0] if is_role(sender) or directory.ours(sender) is not None else None


def _is_theirs(address: str) -> bool:
    return "@" in address and directory.ours(address) is None


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


def _copied(mail: ParsedMail, sender: str) -> tuple[str, ...]:
    """Others in the conversation, none of them ours. Where the sender wants answers, too, when it is their own house."""
    house = sender.rpartition("@")[2]
    back = [one for one in mail.reply_to if house and fold(one.address).rpartition("@")[2] == house]
    others = dict.fromkeys(fold(one.address) for one in (*mail.to, *mail.cc, *back) if "@" in one.address)
    others.pop(sender, None)
    return tuple(address for address in others if directory.ours(address) is None)[:MOST_COPIED]


def _files(mail: ParsedMail) -> tuple[File, ...]:
    return tuple(
        File(
            name=storable(one.name) or "file",
            content_type=storable(one.content_type),
            content=one.content,
            content_id=storable(one.content_id),
            inline=one.inline,
        )
        for one in mail.attachments[:MOST_FILES]
    )


def _invitation(mail: ParsedMail) -> dict[str, str]:
    invitation = mail.invitation
    if invitation is None:
        return {}
    return {
        "summary": storable(invitation.summary),
        "organizer": storable(invitation.organizer),
        "location": storable(invitation.location),
        "method": storable(invitation.method),
        "starts": invitation.starts.isoformat() if invitation.starts else "",
        "ends": invitation.ends.isoformat() if invitation.ends else "",
    }
