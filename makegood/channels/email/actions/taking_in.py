"""Taking in: a stored mail becomes words in a case, with all that follows, in one transaction and exactly once."""

import datetime as dt
import time
from collections.abc import Sequence

from makegood.cases import actions as cases
from makegood.cases.actions import storing
from makegood.cases.models import Case, CaseState, Message, MessageKind
from makegood.channels.email import greeting, loops, matching, trust
from makegood.channels.email.actions import bouncing, queueing, side_answers, task_answers
from makegood.channels.email.addressing import directory
from makegood.channels.email.beforehand import Beforehand
from makegood.channels.email.models import KnownMessage, Mailbox, RawMail
from makegood.channels.email.parsing import ParsedMail
from makegood.channels.email.parsing.automatic import SUBJECTS
from makegood.channels.email.reading import Read, behind_a_form
from makegood.channels.email.reasons import NO_GREETING
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.events import actions as events
from makegood.events import together
from makegood.events.actions import verb
from makegood.events.prepared import PreparedQuery
from makegood.events.writing import insert, update

CHANNEL = "email"
HOUR = dt.timedelta(hours=1)
# From one sender into one case in an hour: beyond the first they are only filed, beyond the second only stored.
LOOP_MOST, FILED_MOST = 20, 100
LATELY = PreparedQuery(
    lambda case, sender, since: Message.objects.filter(case=case, sender=sender, at__gt=since).values_list("pk")[
        :FILED_MOST
    ]
)


@verb
def take_in(mails: Sequence[tuple[RawMail, Read]], *, at: dt.datetime, within: float = 60) -> list[RawMail]:
    """Make of each mail what it is; returns the rows as they stand. `at` is now; words count from when they were stored.

    Several are one transaction, so they are as quick as a few; when `within` seconds are over it ends with those that
    are done, as nobody else can write meanwhile. When one fails none is taken in: try each alone.
    """
    begun = time.monotonic()
    done = []
    with events.told_together():
        known = Beforehand(mails, at=at)
        for raw, read in mails:
            held = known.rows.get(raw.pk)
            if held is None or held.state != RawMail.State.RECEIVED:
                done.append(held or raw)  # another worker has done it
            else:
                done.append(_take_in(held, read, known, at))
            if done[-1].message_id is None:  # kept ahead, and named by nothing that we know of
                storing.forget_unshared(file.kept for file in read.said.files if file.kept)
            if time.monotonic() - begun > within:
                break
    return done


def _take_in(raw: RawMail, read: Read, known: Beforehand, at: dt.datetime) -> RawMail:
    mail, mailbox = read.mail, raw.mailbox
    if mailbox is None:
        raise ValueError("no mailbox of ours is named")
    twin = known.twin(raw)
    if twin is not None:
        return _done(raw, "duplicate", "The same mail came before.", at, case=twin.case)
    if _is_ours(read):
        return _done(raw, "loop", "It comes from Makegood itself.", at)
    if (task := task_answers.task_of(read)) is not None:
        outcome, told = task_answers.take(task, raw, read)
        return _done(raw, outcome, told, at, case=task.case)
    if (conversation := side_answers.conversation_of(read)) is not None:
        outcome, told = side_answers.take(conversation, raw, read)
        return _done(raw, outcome, told, at, case=conversation.case)
    # An address that is known to be forged belongs nowhere: only a token can place its mail, as a stranger's.
    forged = read.proof is trust.Proof.FAILED
    sender = matching.Sender("" if forged else read.sender, () if forged else known.known_as(read.sender))
    found = matching.match(mail, token=read.token, sender=sender)
    if mail.is_bounce or mail.is_feedback_report:
        return _file_report(raw, read, found, at)
    if mail.is_read_receipt or (mail.is_auto_reply and (found is not None or not _is_notification(mail))):
        return _file_automatic(raw, read, found, at)
    customer = known.customer(read.sender)
    if customer is not None and customer.blocked_at is not None:
        return _done(raw, "blocked", "Its sender is blocked.", at)
    if found is not None and found.case.state != CaseState.CLOSED:
        # Whoever forges such an address is kept from the customer as its owner is.
        writer = matching.Sender(read.sender, known.known_as(read.sender))
        aside = found.aside or (not found.belongs and writer.was_copied_blind(found.case))
        return _continue(raw, read, found, customer if found.belongs else None, at, aside=aside)
    return _open(raw, read, mailbox, found, known, at)


def _continue(
    raw: RawMail, read: Read, found: matching.Match, customer: Customer | None, at: dt.datetime, *, aside: bool
) -> RawMail:
    """`aside`: it is kept for colleagues alone."""
    lately = _lately(found.case, read.sender, raw.stored_at)
    if lately >= LOOP_MOST:
        told = "Too many mails from this sender in an hour."
        message = _file(raw, read, found.case, MessageKind.AUTOMATIC) if lately < FILED_MOST else None
        return _done(raw, "loop", told, at, case=found.case, message=message)
    words = read.words(matched_by=found.by, stranger=not found.belongs)
    if aside:
        # Its Message-ID is not remembered: our next mail to the customer would name it among those that it follows.
        message = cases.add_aside(found.case, words=words, channel=CHANNEL, at=raw.stored_at)
        return _done(raw, "continued", found.by, at, case=found.case, message=message)
    with together.remembering():
        message = cases.add_words(found.case, customer=customer, words=words, channel=CHANNEL, at=raw.stored_at)
    if read.proof is trust.Proof.PROVED:
        customers.note_working(address=read.sender)
    _remember(read.mail, found.case, message)
    return _done(raw, "continued", found.by, at, case=found.case, message=message)


def _open(
    raw: RawMail, read: Read, mailbox: Mailbox, found: matching.Match | None, known: Beforehand, at: dt.datetime
) -> RawMail:
    asker, words = read.asker, read.first_words()
    language = mailbox.brand.speaks(read.mail.language)
    customer = known.customer(asker.address)
    if customer is None and asker.address:
        customer = customers.find_or_create(
            address=asker.address, name=asker.name, language=language, at=raw.stored_at
        )  # fmt: skip
        known.met[asker.address] = customer
    elif customer is None:
        customer = customers.meet(name=asker.name, language=language, at=raw.stored_at)
    follows = found.case if found is not None and found.belongs else None
    # The old reference in the subject would name two cases from now on.
    subject = follows.subject if follows and matching.REFERENCE.search(asker.subject) else asker.subject
    with together.remembering():
        case, message = cases.open_case(
            brand=mailbox.brand, customer=customer, subject=subject, words=words, channel=CHANNEL, at=raw.stored_at,
            team=mailbox.team, follows=follows,
        )  # fmt: skip
        if asker.forwarded_by is not None and asker.note:
            cases.note(case, text=asker.note, by=asker.forwarded_by, at=raw.stored_at)
        _remember(read.mail, case, message)
        together.remember(("greeted", case.pk), False)
        told = _greet(case, read, mailbox, known, at)
    return _done(raw, "opened", told, at, case=case, message=message)


def _greet(case: Case, read: Read, mailbox: Mailbox, known: Beforehand, at: dt.datetime) -> str:
    address = read.asker.address
    reason = greeting.reason_to_withhold(
        read.mail, brand=mailbox.brand, address=address, null_sender=read.null_sender, proof=read.proof,
        fails=known.fails(address), lately=known.lately,
    )  # fmt: skip
    if reason:
        cases.withhold_greeting(case, reason=reason, at=at)
        return f"{NO_GREETING}{reason}"
    if queueing.queue_greeting(case, mailbox=mailbox, at=at) is not None:
        known.lately.add(address)
    return ""


def _file_report(raw: RawMail, read: Read, found: matching.Match | None, at: dt.datetime) -> RawMail:
    case, told = bouncing.concern(read.mail, found.case if found else None, at=at)
    if case is None:
        return _done(raw, "bounce", told or "It concerns no mail of ours.", at)
    message = _file(raw, read, case, MessageKind.BOUNCE)
    return _done(raw, "bounce", told, at, case=case, message=message)


def _file_automatic(raw: RawMail, read: Read, found: matching.Match | None, at: dt.datetime) -> RawMail:
    if found is None:
        return _done(raw, "auto-reply", "An automatic answer to no case of ours.", at)
    if _lately(found.case, read.sender, raw.stored_at) >= FILED_MOST:
        return _done(raw, "loop", "Too many mails from this sender in an hour.", at, case=found.case)
    message = _file(raw, read, found.case, MessageKind.AUTOMATIC)
    return _done(raw, "auto-reply", found.by, at, case=found.case, message=message)


def _file(raw: RawMail, read: Read, case: Case, kind: str) -> Message:
    words = read.words(matched_by="report")
    return cases.add_automatic(case, kind=kind, words=words, channel=CHANNEL, at=raw.stored_at)


def _is_ours(read: Read) -> bool:
    """Whether we wrote it: by our mark, by our address, or by a Message-ID that we gave."""
    mail = read.mail
    if any(loops.mark() in marker for marker in mail.loop_markers):
        return True
    if directory.is_our_domain(mail.message_id.rpartition("@")[2]):
        identifier = matching.storable(mail.message_id)[:500]
        if KnownMessage.objects.filter(identifier=identifier, ours=True).exists():
            return True
    return not mail.is_bounce and directory.ours(read.sender) is not None and behind_a_form(mail, read.sender) is None


def _is_notification(mail: ParsedMail) -> bool:
    """Written by a machine of its own accord (a shop's order mail), answering nothing: it may open a matter."""
    if mail.auto_submitted:
        return mail.auto_submitted.startswith("auto-generated")
    return not (mail.in_reply_to or mail.references or SUBJECTS.match(mail.subject))


def _lately(case: Case, sender: str, at: dt.datetime) -> int:
    """How many mails of the last hour a sender has in a case, as far as that matters."""
    return len(LATELY(case=case.pk, sender=sender, since=at - HOUR))


def _remember(mail: ParsedMail, case: Case, message: Message) -> None:
    identifiers = [matching.storable(mail.message_id)[:500]] if mail.message_id else []
    for identifier in identifiers:
        insert(KnownMessage(identifier=identifier, case=case, message=message))
    together.remember(("thread", case.pk), [(identifier, False) for identifier in identifiers])


def _done(
    raw: RawMail,
    outcome: str,
    reason: str,
    at: dt.datetime,
    *,
    case: Case | None = None,
    message: Message | None = None,
) -> RawMail:
    raw.state, raw.outcome, raw.reason = RawMail.State.TAKEN, outcome, reason
    raw.case, raw.message, raw.taken_at = case, message, at
    update(raw, "state", "outcome", "reason", "case", "message", "taken_at")
    return raw
