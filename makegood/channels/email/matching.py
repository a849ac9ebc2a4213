"""Which case a mail belongs to, and why we think so. Reads only; strangers are marked, never trusted."""

import dataclasses
import re

from makegood.cases import tokens
from makegood.cases.models import Case, Party, Shelf
from makegood.channels.email.models import KnownMessage
from makegood.channels.email.parsing import ParsedMail
from makegood.customers.addresses import fold
from makegood.customers.models import ContactPoint

REFERENCE = re.compile(r"\bC-([23456789A-HJKMNP-TV-Z]{5,8})\b", re.IGNORECASE)
MOST_REFERENCES = 50


@dataclasses.dataclass(frozen=True)
class Match:
    """A case, how it was found (`token`, `answer`, `thread`, `subject`), and whether the sender belongs to it."""

    case: Case
    by: str
    belongs: bool


def match(mail: ParsedMail, *, token: str, sender: str) -> Match | None:
    """Place a mail: by our signed token, by the mail it answers, by the reference in its subject.

    The last two need a sender who belongs to the case; else guessing a Message-ID or a reference would be enough.
    `sender` is folded.
    """
    found = _by_token(token, sender) if token else None
    return found or _by_thread(mail, sender) or _by_subject(mail, sender)


def belongs(case: Case, sender: str) -> bool:
    """Whether an address is of the case's conversation, or one of its customer's."""
    if not sender:
        return False
    if Party.objects.filter(case=case, address=sender).exists():
        return True
    own = ContactPoint.objects.filter(kind=ContactPoint.Kind.EMAIL, value=sender)
    return own.filter(customer_id=case.customer_id).exists()


def _by_token(token: str, sender: str) -> Match | None:
    key = tokens.key_from_mail(token)
    if key is None:
        return None
    party = Party.objects.filter(key=key, mail_revoked_at=None).select_related("case__brand", "case__customer").first()
    if party is None or party.case.shelf == Shelf.DELETED:
        return None
    return Match(party.case, "token", party.address == sender or belongs(party.case, sender))


def _by_thread(mail: ParsedMail, sender: str) -> Match | None:
    named = [mail.in_reply_to, *reversed(mail.references)]
    identifiers = [identifier for identifier in dict.fromkeys(named) if identifier][:MOST_REFERENCES]
    if not identifiers:
        return None
    known = KnownMessage.objects.filter(identifier__in=identifiers).exclude(case__shelf=Shelf.DELETED)
    rows = {row.identifier: row for row in known.select_related("case__brand", "case__customer")}
    for identifier in identifiers:
        row = rows.get(identifier)
        if row is not None and belongs(row.case, sender):
            return Match(row.case, "answer" if row.ours else "thread", True)
    return None


def _by_subject(mail: ParsedMail, sender: str) -> Match | None:
    refs = [f"C-{ref.upper()}" for ref in REFERENCE.findall(mail.subject)][:5]
    if not refs:
        return None
    cases = Case.objects.filter(ref__in=refs).exclude(shelf=Shelf.DELETED).select_related("brand", "customer")
    for case in cases:
        if belongs(case, sender):
            return Match(case, "subject", True)
    return None


def sender_of(mail: ParsedMail) -> str:
    """The folded address that a mail says it is from; "" where it says nothing."""
    origin = mail.from_ or mail.sender
    return fold(origin.address) if origin else ""
