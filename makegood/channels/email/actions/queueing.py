"""Putting mails into the queue, inside the transaction of what they tell."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from django.db.models import Q

from makegood.cases import among_words, tokens
from makegood.cases.models import Case, Message, Party
from makegood.channels.email import letters
from makegood.channels.email.models import KnownMessage, Mailbox, Outgoing
from makegood.customers.addresses import fold
from makegood.customers.models import Customer
from makegood.events import together
from makegood.events.actions import verb
from makegood.events.prepared import PreparedQuery
from makegood.events.writing import insert
from makegood.recovery.models import Remedy
from makegood.staff.models import User
from makegood.ui import pictures

Kind = Outgoing.Kind
MOST_REFERENCES = 20
GREETED = PreparedQuery(lambda case: Outgoing.objects.filter(case=case, kind=Kind.GREETING).values_list("pk")[:1])
THREAD = PreparedQuery(
    lambda case: (
        KnownMessage.objects.filter(case=case).order_by("-id").values_list("identifier", "ours")[:MOST_REFERENCES]
    )
)
REACHED = PreparedQuery(
    lambda case: Party.objects.filter(case=case, role=Party.Role.CUSTOMER).exclude(address="").order_by("id")[:1]
)


@verb
def queue_greeting(case: Case, *, at: dt.datetime, mailbox: Mailbox | None = None) -> Outgoing | None:
    """One greeting a case; None when there is no address, no mailbox, or one has been queued before.

    `mailbox`: the one that the case's first mail came to, where that is known.
    """
    party = _party(case)
    mailbox = mailbox or mailbox_of(case)
    if party is None or mailbox is None or together.recall(("greeted", case.pk), lambda: bool(GREETED(case=case.pk))):
        return None
    subject, text = letters.greeting(case, party)
    return _queue(
        Kind.GREETING, case.pk.hex, mailbox, case, party, to=[party.address], subject=subject, text=text, at=at
    )


@verb
def queue_question(case: Case, *, at: dt.datetime) -> Outgoing | None:
    """Ask: thanks, or not solved? Once for each time they write after *resolved*."""
    party = _party(case)
    mailbox = mailbox_of(case)
    if party is None or mailbox is None or case.asked_at is None:
        return None
    key = f"{case.pk.hex}.{int(case.asked_at.timestamp())}"
    if Outgoing.objects.filter(case=case, kind=Kind.QUESTION, made_at__gte=case.asked_at).exists():
        return None
    subject, text = letters.question(case, party)
    return _queue(Kind.QUESTION, key, mailbox, case, party, to=[party.address], subject=subject, text=text, at=at)


@verb
def queue_remedy(remedy: Remedy, *, code: str, at: dt.datetime) -> Outgoing | None:
    """Tell a customer what they get from us; `code` is what it is given by, or empty.

    None when they cannot be reached by mail (`reaches`). It is one letter each time that it is owed, and each time that it is
    sent again, to where its `letter_to` says.
    """
    case = remedy.case.present if remedy.case else None
    party, mailbox = (_party_of(case, remedy.customer), mailbox_of(case)) if case else (None, None)
    if case is None or party is None or mailbox is None:
        return None
    moment = remedy.told_at if remedy.letter_to and remedy.told_at else remedy.owed_at
    key, to = f"{remedy.pk.hex}.{int(moment.timestamp())}", remedy.letter_to or party.address
    subject, text = letters.remedy(case, party, remedy, code=code)
    return _queue(Kind.REMEDY, key, mailbox, case, party, to=[to], subject=subject, text=text, at=at)


@verb
def queue_asking(case: Case, *, at: dt.datetime) -> Outgoing | None:
    """Ask the customer how they see their case, in a mail of its own. None when they cannot be reached by mail."""
    return _to_customer(Kind.ASKING, _once(case, at), case, letters.asking, at=at)


@verb
def queue_nudge(case: Case, *, at: dt.datetime) -> Outgoing | None:
    """Remind the customer that we wait for their answer; one a reply of ours. None when they cannot be reached by mail."""
    write = partial(letters.nudge, days=case.nudge.get("resolves", 0))
    return _to_customer(Kind.NUDGE, _once(case, at), case, write, at=at)


@verb
def queue_silence(case: Case, *, at: dt.datetime) -> Outgoing | None:
    """Tell the customer that we take it as solved, as they have not answered. None when they cannot be reached by mail."""
    return _to_customer(Kind.NUDGE, _once(case, at, "solved."), case, letters.silence, at=at)


def _once(case: Case, at: dt.datetime, what: str = "") -> str:
    """The key of a letter that a case has one of at a moment."""
    return f"{case.pk.hex}.{what}{int(at.timestamp())}"


def _to_customer(
    kind: Outgoing.Kind, key: str, case: Case, write: Callable[[Case, Party], tuple[str, str]], *, at: dt.datetime
) -> Outgoing | None:
    party, mailbox = _party_of(case, case.customer), mailbox_of(case)
    if party is None or mailbox is None:
        return None
    subject, text = write(case, party)
    return _queue(kind, key, mailbox, case, party, to=[party.address], subject=subject, text=text, at=at)


@verb
def queue_reply(message: Message, *, at: dt.datetime, asks: bool = False) -> Outgoing | None:
    """Send an agent's reply, which `asks` how the customer sees the case, or not, and its blind copies; None when nobody
    can be reached by mail, or it is queued already."""
    case = message.case
    mailbox = mailbox_of(case)
    if not message.to or mailbox is None or Outgoing.objects.filter(message=message).exists():
        return None
    party = _party(case)
    subject, text = letters.reply(case, message, party, asks=asks)
    whole = _queue(
        Kind.REPLY, message.pk.hex, mailbox, case, party,
        to=list(message.to), cc=list(message.cc), subject=subject, text=text, at=at, message=message,
    )  # fmt: skip
    for number, address in enumerate(message.bcc):
        _queue_copy(whole, message, party, address, number)
    return whole


@verb
def queue_notice(
    *, key: str, to: User, subject: str, text: str, at: dt.datetime, case: Case | None = None, kind: str = Kind.NOTICE
) -> Outgoing | None:
    """Tell a member of staff. `key` names what is told, so that telling twice is one mail."""
    mailbox = mailbox_of(case) if case else Mailbox.objects.filter(is_active=True).order_by("id").first()
    if mailbox is None:
        return None
    identifier = f"{kind}.{key}@{_domain(mailbox)}"[:255]
    if Outgoing.objects.filter(identifier=identifier).exists():
        return None
    outgoing = Outgoing(
        kind=kind, mailbox=mailbox, case=case, staff=to, identifier=identifier, to=[to.email], to_address=fold(to.email),
        to_domain=_domain_of(to.email), subject=_one_line(subject), text=text, html=letters.as_html(text),
        language=to.language, made_at=at, run_at=at,
    )  # fmt: skip
    outgoing.save(force_insert=True)
    return outgoing


def reaches(case: Case, customer: Customer) -> bool:
    """Whether a mail can be written to a customer in a case."""
    return _party_of(case, customer) is not None and mailbox_of(case) is not None


def mailbox_of(case: Case) -> Mailbox | None:
    """The mailbox that a case's mails leave as: the one its last mail came to, else the brand's first."""
    known = Outgoing.objects.filter(case=case, mailbox__is_active=True).select_related("mailbox").first()
    if known is not None:
        return known.mailbox
    boxes = Mailbox.objects.filter(is_active=True, brand_id=case.brand_id).order_by("id")
    return boxes.filter(team_id=case.team_id).first() or boxes.first()


def _queue(
    kind: str,
    key: str,
    mailbox: Mailbox,
    case: Case,
    party: Party | None,
    *,
    to: list[str],
    subject: str,
    text: str,
    at: dt.datetime,
    cc: list[str] | None = None,
    message: Message | None = None,
) -> Outgoing:
    # The token places an answer whose writer's program, or address, is another one.
    signed = f"{kind}.{key}.{tokens.for_mail(party.key)}" if party else f"{kind}.{key}"
    identifier = f"{signed}@{_domain(mailbox)}"
    known = together.recall(("thread", case.pk), lambda: THREAD(case=case.pk))
    references = [name for name, _ours in reversed(known)]
    theirs = [name for name, ours in known if not ours]
    outgoing = Outgoing(
        kind=kind,
        mailbox=mailbox,
        case=case,
        message=message,
        identifier=identifier,
        in_reply_to=theirs[0] if theirs else references[-1] if references else "",
        references=" ".join(references),
        to=to,
        cc=cc or [],
        to_address=fold(to[0]),
        to_domain=_domain_of(to[0]),
        reply_to=_plus(mailbox.address, tokens.for_mail(party.key)) if party else mailbox.address,
        subject=_one_line(subject),
        text=text,
        html=letters.as_html(text, written=message.text, shown=_pictures(message))
        if message
        else letters.as_html(text),
        language=case.language,
        made_at=at,
        run_at=at,
    )
    insert(outgoing)
    insert(KnownMessage(identifier=identifier, case=case, message=message, ours=True))
    return outgoing


def _queue_copy(whole: Outgoing, message: Message, party: Party | None, address: str, number: int) -> None:
    """A blind copy of a reply is a mail of its own, so that whatever comes back to it, from whatever address, is known to
    come from somebody of whom the customer knows nothing. It leads to no page of the customer's, and no later mail names
    it among those that it follows."""
    token = tokens.for_blind_mail(party.key) if party else ""
    assert whole.mailbox is not None
    box, text = whole.mailbox.address, letters.reply(message.case, message, None)[1]
    signed = ".".join(filter(None, (Kind.COPY.value, message.pk.hex, str(number), token)))
    copied = Outgoing(
        kind=Kind.COPY, mailbox=whole.mailbox, case=whole.case, message=message, identifier=f"{signed}@{_domain_of(box)}",
        in_reply_to=whole.in_reply_to, references=whole.references, to=whole.to, cc=whole.cc, bcc=[address],
        to_address=fold(address), to_domain=_domain_of(address), reply_to=_plus(box, token) if token else box,
        subject=whole.subject, text=text, html=letters.as_html(text, written=message.text, shown=_pictures(message)),
        language=whole.language, made_at=whole.made_at, run_at=whole.run_at,
    )  # fmt: skip
    insert(copied)


def _pictures(message: Message) -> dict[str, str]:
    """What the words show goes along in the same mail."""
    if not pictures.placed(message.text):
        return {}
    return among_words.shown(
        message, message.attachments.all(), lambda one: f"cid:{among_words.identifier(one.content_id)}"
    )


def _party(case: Case) -> Party | None:
    party = together.recall(("party", case.pk), lambda: next(iter(REACHED(case=case.pk)), None))
    return party if party and party.address else None


def _party_of(case: Case, customer: Customer) -> Party | None:
    """Where this very customer is written to: the cases of two may have become one, and what one gets is not the
    other's."""
    theirs = Q(customer=customer) | Q(customer=None) if customer.pk == case.customer_id else Q(customer=customer)
    return case.parties.filter(theirs, role=Party.Role.CUSTOMER).exclude(address="").order_by("id").first()


def _plus(address: str, token: str) -> str:
    local, _at, domain = address.rpartition("@")
    return f"{local}+{token}@{domain}"


def _domain(mailbox: Mailbox) -> str:
    return _domain_of(mailbox.address)


def _domain_of(address: str) -> str:
    return fold(address).rpartition("@")[2][:255]


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:400]
