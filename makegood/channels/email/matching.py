"""Which case a mail belongs to, and why we think so. Reads only; strangers are marked, never trusted."""

import dataclasses
import re
import uuid
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from makegood.cases import tokens
from makegood.cases.models import Case, Message, Party, Shelf
from makegood.channels.email.models import KnownMessage
from makegood.channels.email.parsing import ParsedMail
from makegood.customers.addresses import fold
from makegood.events.prepared import PreparedQuery

REFERENCE = re.compile(r"\bC-([23456789A-HJKMNP-TV-Z]{5,8})\b", re.IGNORECASE)
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# How our Message-IDs end: the token of the party they were written to.
SIGNED = re.compile(r"\.([a-z2-9]{22})@")
MOST_REFERENCES = 50


def _known(identifiers: Any) -> QuerySet[KnownMessage]:
    known = KnownMessage.objects.filter(identifier__in=identifiers).exclude(case__shelf=Shelf.DELETED)
    return known.select_related("case").order_by("id")[:MOST_REFERENCES]


KNOWN = PreparedQuery(_known)
PARTY = PreparedQuery(lambda case, address: Party.objects.filter(case=case, address=address).values_list("pk")[:1])
COPIED_BLIND = PreparedQuery(lambda case: Message.objects.filter(case=case).exclude(bcc=[]).values_list("bcc"))
SIGNED_FOR = PreparedQuery(lambda key: Party.objects.filter(key=key, mail_revoked_at=None).select_related("case"))


@dataclasses.dataclass(frozen=True)
class Match:
    """A case, how it was found (`token`, `answer`, `thread`, `subject`), and whether the sender belongs to it. `aside`: it
    answers a blind copy, of which the customer knows nothing."""

    case: Case
    by: str
    belongs: bool
    aside: bool = False


@dataclasses.dataclass(frozen=True)
class Sender:
    """A folded address, and the customers it stands for."""

    address: str
    known_as: Collection[uuid.UUID] = ()

    def belongs_to(self, case: Case) -> bool:
        """Whether the address is of the case's conversation, or one of its customer's."""
        if not self.address:
            return False
        return case.customer_id in self.known_as or bool(PARTY(case=case.pk, address=self.address))

    def was_copied_blind(self, case: Case) -> bool:
        """Whether a reply went to the address as a blind copy, and else it has nothing to do with the case: the customer
        knows nothing of it. Two queries."""
        if not self.address or self.belongs_to(case):
            return False
        return any(self.address == fold(one) for (copied,) in COPIED_BLIND(case=case.pk) for one in copied)


def match(mail: ParsedMail, *, token: str, sender: Sender) -> Match | None:
    """Place a mail: by our token in its address or in the Message-ID it answers, by the thread, by the reference in its
    subject.

    The last two need a sender who belongs to the case; else guessing a Message-ID or a reference would be enough.
    """
    found = _by_token(token, "token", sender) if token else None
    found = found or _by_answer(mail, sender) or _by_thread(mail, sender) or _by_subject(mail, sender)
    if found is None or found.case.merged_into_id is None:
        return found
    joined = found.case.present
    return dataclasses.replace(found, case=joined) if joined.shelf != Shelf.DELETED else None


def _by_token(token: str, by: str, sender: Sender) -> Match | None:
    key, blind = tokens.key_from_mail(token), tokens.blind_key_from_mail(token)
    if key is None and blind is None:
        return None
    party = next(iter(SIGNED_FOR(key=key or blind)), None)
    if party is None or party.case.shelf == Shelf.DELETED:
        return None
    # A party without an address has a link and no mail: nobody who names none is that party.
    theirs = bool(sender.address) and party.address == sender.address
    belongs = theirs or sender.belongs_to(party.case)
    return Match(party.case, by, belongs, aside=blind is not None and not belongs)


def _by_answer(mail: ParsedMail, sender: Sender) -> Match | None:
    """By the token in a Message-ID of ours, which nobody can guess: the newest first."""
    for identifier in _named(mail):
        signed = SIGNED.search(identifier)
        found = _by_token(signed[1], "answer", sender) if signed else None
        if found is not None:
            return found
    return None


def _by_thread(mail: ParsedMail, sender: Sender) -> Match | None:
    identifiers = _named(mail)
    if not identifiers or not sender.address:
        return None
    rows: dict[str, list[KnownMessage]] = {}
    for row in KNOWN(identifiers=identifiers):
        rows.setdefault(row.identifier, []).append(row)
    for identifier in identifiers:
        for row in rows.get(identifier, ()):
            if sender.belongs_to(row.case):
                return Match(row.case, "answer" if row.ours else "thread", True)
    return None


def _named(mail: ParsedMail) -> list[str]:
    """The Message-IDs that a mail names, the one it answers first."""
    named = [mail.in_reply_to, *reversed(mail.references)]
    return [storable(one)[:500] for one in dict.fromkeys(named) if one][:MOST_REFERENCES]


def _by_subject(mail: ParsedMail, sender: Sender) -> Match | None:
    """By a reference, the last one first: a case that follows another keeps its subject, and ours stands at the end."""
    refs = [f"C-{ref.upper()}" for ref in reversed(REFERENCE.findall(mail.subject))][:5]
    if not refs or not sender.address:
        return None
    cases = Case.objects.filter(ref__in=refs).exclude(shelf=Shelf.DELETED)
    for case in sorted(cases, key=lambda case: refs.index(case.ref)):
        if sender.belongs_to(case):
            return Match(case, "subject", True)
    return None


def storable(text: str) -> str:
    """Without what no database keeps: NUL everywhere, lone surrogates in UTF-8."""
    return UNSTORABLE.sub("\ufffd", text)


def sender_of(mail: ParsedMail) -> str:
    """The folded address that a mail says it is from; "" where it says nothing."""
    origin = mail.from_ or mail.sender
    return fold(origin.address) if origin else ""
