"""A customer's words come in: a new case, or more words in one that stands."""

import datetime as dt

from makegood.brands.models import Brand
from makegood.cases import events
from makegood.cases.actions import indexing, noting, planning, rows, snoozing
from makegood.cases.models import Case, CaseState, Message, MessageKind, Party
from makegood.cases.words import Words
from makegood.customers.models import Customer
from makegood.events import together
from makegood.events.actions import record, verb
from makegood.events.models import Origin
from makegood.events.writing import insert
from makegood.staff.models import Team

NO_SUBJECT_LENGTH = 80
# Enough for any conversation; a list of a thousand copied addresses is none.
MOST_PARTIES = 100


@verb
def open_case(
    *,
    brand: Brand,
    customer: Customer,
    subject: str,
    words: Words,
    channel: str,
    at: dt.datetime,
    team: Team | None = None,
    follows: Case | None = None,
    by: str = "",
    origin: str = Origin.LIVE,
) -> tuple[Case, Message]:
    """Open a case with the customer's first words; the charter's promises run from `at`."""
    language = brand.speaks(words.language or customer.language)
    case = Case(
        ref=rows.free_reference(),
        brand=brand,
        team=team or brand.teams.all()[0],
        customer=customer,
        follows=follows,
        subject=_subject(subject, words.text),
        channel=channel,
        language=language,
        opened_at=at,
        last_at=at,
        last_from_customer_at=at,
        message_count=1,
    )
    message = _message(case, customer, words, channel=channel, at=at)
    by = by or customer.key
    # The facts come first: the promises they start name the case by its reference, so that its row, written next,
    # already holds the first due time.
    record(events.CaseOpened(channel=channel), about=case.ref, at=at, by=by, facets=case.facets, origin=origin)
    came = events.CustomerWrote(message=str(message.pk), channel=channel, owned=False)
    record(came, about=case.ref, at=at, by=customer.key, facets=case.facets, origin=origin)
    rows.set_clock(case)
    insert(case)
    insert(message)
    if words.files:
        rows.attach(message, words.files)
    indexing.index(case, message, files=words.file_names, first=True)
    address = words.sender
    party = rows.add_party(case, address=address, name=words.sender_name, role=Party.Role.CUSTOMER, customer=customer)
    together.remember(("party", case.pk), party)
    for copied in words.cc:
        if copied != address:
            rows.add_party(case, address=copied, name="", role=Party.Role.COPIED)
    noting.note_named(case, message, origin=origin)
    return case, message


@verb
def add_words(case: Case, *, customer: Customer | None, words: Words, channel: str, at: dt.datetime) -> Message:
    """Add the customer's words to a case that is not closed (a closed one is followed by a new case instead).

    `customer` is None when the sender belongs to nobody we know; the message is then marked as a stranger's. Whom a
    proved sender of the conversation copies is part of it from then on.
    """
    case = rows.lock(case, alone=True)
    if case.state == CaseState.CLOSED:
        raise ValueError("a closed case takes no words; open one that follows it")
    message = _message(case, customer, words, channel=channel, at=at)
    insert(message)
    if words.files:
        rows.attach(message, words.files)
    indexing.index(case, message, files=words.file_names)
    if words.authenticated and not words.stranger and words.cc:
        _copy_in(case, words.cc)
    by = customer.key if customer else ""
    rows.touch(case, at)
    case.last_from_customer_at = at
    snoozing.bring_back(case, reason="snooze-words", at=at)
    planning.stop_stale(case, at=at)
    if case.state == CaseState.RESOLVED:
        # "Thanks" must not break a promise: the customer is asked, and only reopening counts.
        case.asked_at = at
        record(events.CaseAsked(message=str(message.pk)), about=case.ref, at=at, by=by, facets=case.facets)
    else:
        if case.state == CaseState.WAITING_FOR_CUSTOMER:
            case.state = CaseState.WAITING_FOR_US
        owned = case.owner_id is not None
        came = events.CustomerWrote(message=str(message.pk), channel=channel, owned=owned)
        record(came, about=case.ref, at=at, by=by, facets=case.facets)
    rows.keep(case, "state", "asked_at", "last_at", "last_from_customer_at", "message_count")
    if customer is not None and customer.pk == case.customer_id:
        noting.note_named(case, message)
    return message


def _copy_in(case: Case, copied: tuple[str, ...]) -> None:
    known = set(Party.objects.filter(case=case).values_list("address", flat=True))
    new = [address for address in dict.fromkeys(copied) if address not in known]
    for address in new[: max(MOST_PARTIES - len(known), 0)]:
        rows.add_party(case, address=address, name="", role=Party.Role.COPIED)


@verb
def add_automatic(case: Case, *, kind: str, words: Words, channel: str, at: dt.datetime) -> Message:
    """File an automatic answer or a delivery report in its case: it moves no clock and greets nobody."""
    case = rows.lock(case)
    message = _message(case, None, words, channel=channel, at=at)
    message.kind = kind
    insert(message)
    if words.files:
        rows.attach(message, words.files)
    record(events.AutomaticMailFiled(message=str(message.pk)), about=case.ref, at=at)
    case.message_count += 1
    case.save(update_fields=["message_count"])
    return message


@verb
def add_aside(case: Case, *, words: Words, channel: str, at: dt.datetime) -> Message:
    """Keep for colleagues alone what somebody writes of whom the customer knows nothing (they got a blind copy): a note
    in the writer's name, and no word of the customer. It moves no clock, and what waits for the customer waits on."""
    case = rows.lock(case)
    message = _message(case, None, words, channel=channel, at=at)
    message.kind = MessageKind.NOTE
    insert(message)
    if words.files:
        rows.attach(message, words.files)
    indexing.index(case, message, files=words.file_names)
    record(events.NoteWritten(message=str(message.pk)), about=case.ref, at=at, facets=case.facets)
    rows.touch(case, at)
    rows.keep(case, "last_at", "message_count")
    return message


def _message(case: Case, customer: Customer | None, words: Words, *, channel: str, at: dt.datetime) -> Message:
    return Message(
        case=case,
        kind=MessageKind.CUSTOMER,
        at=at,
        customer=customer,
        sender=words.sender,
        sender_name=words.sender_name[:200],
        to=list(words.to),
        cc=list(words.cc),
        text=words.text,
        quoted=words.quoted,
        html=words.html,
        language=words.language,
        channel=channel,
        authenticated=words.authenticated,
        stranger=words.stranger,
        matched_by=words.matched_by,
        raw=words.raw,
        invitation=words.invitation,
    )


def _subject(subject: str, text: str) -> str:
    """The subject, or else the first line of what they wrote."""
    subject = " ".join(subject.split())
    if not subject:
        lines = text.strip().splitlines()
        subject = lines[0].strip()[:NO_SUBJECT_LENGTH] if lines else ""
    return subject[:500]
