"""Taking in: one stored mail becomes words in a case, all in one transaction, exactly once."""

import datetime as dt

from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState, Message, MessageKind
from makegood.cases.words import Words
from makegood.channels.email import greeting, loops, matching, senders, trust
from makegood.channels.email.actions import bouncing, queueing
from makegood.channels.email.models import KnownMessage, Mailbox, RawMail
from makegood.channels.email.parsing import ParsedMail
from makegood.channels.email.reading import Read
from makegood.customers import actions as customers
from makegood.events.actions import verb

CHANNEL = "email"
LEASE = dt.timedelta(minutes=1)
# A mail that was begun so often without an end has killed its worker: it is set aside.
MOST_ATTEMPTS = 3
LOOP_MOST = 20


@verb
def claim(*, at: dt.datetime, most: int) -> list[RawMail]:
    """Take some mails for oneself by pushing their time ahead; nobody else takes them until the lease is over."""
    waiting = RawMail.objects.select_for_update(skip_locked=True).to_take_in(at)
    mine = list(waiting[:most])
    for raw in mine:
        raw.attempts += 1
        raw.run_at = at + LEASE
    RawMail.objects.bulk_update(mine, ["attempts", "run_at"])
    return mine


@verb
def postpone(raw: RawMail, *, at: dt.datetime) -> None:
    """The database or the disk was in trouble: try again after a pause that grows."""
    again = at + dt.timedelta(seconds=min(2**raw.attempts, 300))
    RawMail.objects.filter(pk=raw.pk, state=RawMail.State.RECEIVED).update(run_at=again)


@verb
def take_in(raw: RawMail, read: Read, *, at: dt.datetime) -> RawMail:
    """Make of one mail what it is. `at` is now; its words count from when they were stored."""
    # All rows of the same mail are held, in one order, so that of two workers one sees what the other made of it.
    same = RawMail.objects.filter(mailbox=raw.mailbox_id, fingerprint=raw.fingerprint).order_by("id")
    held = {row.pk: row.state for row in same.select_for_update()}
    if held.get(raw.pk) != RawMail.State.RECEIVED:
        return raw
    mail = read.mail
    mailbox = raw.mailbox
    if mailbox is None:
        raise ValueError("no mailbox of ours is named")
    twin = _twin(raw)
    if twin is not None:
        return _done(raw, "duplicate", "The same mail came before.", at, case=twin.case)
    if _is_ours(mail, mailbox):
        return _done(raw, "loop", "It comes from Makegood itself.", at)
    found = matching.match(mail, token=read.token, sender=read.sender)
    if mail.is_bounce or mail.is_feedback_report or mail.is_read_receipt:
        return _file_report(raw, read, found, at)
    if mail.is_auto_reply and (found is not None or not _is_notification(mail)):
        return _file_automatic(raw, read, found, at)
    known = senders.of(read.sender)
    if known is not None and known.blocked_at is not None:
        return _done(raw, "blocked", "Its sender is blocked.", at)
    if found is not None and _too_many(found.case, read.sender, raw.stored_at):
        return _done(raw, "loop", "Too many mails from this sender in an hour.", at, case=found.case)
    if found is not None and found.case.state != CaseState.CLOSED:
        return _continue(raw, read, found, at)
    return _open(raw, read, mailbox, found, at)


def _continue(raw: RawMail, read: Read, found: matching.Match, at: dt.datetime) -> RawMail:
    customer = senders.of(read.sender) if found.belongs else None
    words = read.words(raw, matched_by=found.by, stranger=not found.belongs)
    message = cases.add_words(found.case, customer=customer, words=words, channel=CHANNEL, at=raw.stored_at)
    _remember(read.mail, found.case, message)
    return _done(raw, "continued", found.by, at, case=found.case, message=message)


def _open(raw: RawMail, read: Read, mailbox: Mailbox, found: matching.Match | None, at: dt.datetime) -> RawMail:
    asker = read.asker
    customer = customers.find_or_create(
        address=asker.address, name=asker.name, language=mailbox.brand.speaks(read.mail.language), at=raw.stored_at
    )
    follows = found.case if found is not None and found.belongs else None
    words = read.words(raw, matched_by="new", stranger=False)
    case, message = cases.open_case(
        brand=mailbox.brand, customer=customer, subject=asker.subject, words=words, channel=CHANNEL,
        at=raw.stored_at, team=mailbox.team, follows=follows,
    )  # fmt: skip
    _remember(read.mail, case, message)
    reason = greeting.reason_to_withhold(
        read.mail, brand=mailbox.brand, address=asker.address, null_sender=read.null_sender,
        proof=trust.proof(read.mail), at=at,
    )  # fmt: skip
    if reason:
        cases.withhold_greeting(case, reason=reason, at=at)
    else:
        queueing.queue_greeting(case, at=at)
    return _done(raw, "opened", reason and f"No greeting: {reason}", at, case=case, message=message)


def _file_report(raw: RawMail, read: Read, found: matching.Match | None, at: dt.datetime) -> RawMail:
    case, told = bouncing.concern(read.mail, at=at)
    case = case or (found.case if found else None)
    if case is None:
        return _done(raw, "bounce", told or "It concerns no mail of ours.", at)
    message = _file(raw, read, case, MessageKind.BOUNCE)
    return _done(raw, "bounce", told, at, case=case, message=message)


def _file_automatic(raw: RawMail, read: Read, found: matching.Match | None, at: dt.datetime) -> RawMail:
    if found is None:
        return _done(raw, "auto-reply", "An automatic answer to no case of ours.", at)
    message = _file(raw, read, found.case, MessageKind.AUTOMATIC)
    return _done(raw, "auto-reply", found.by, at, case=found.case, message=message)


def _file(raw: RawMail, read: Read, case: Case, kind: str) -> Message:
    words: Words = read.words(raw, matched_by="report", stranger=False)
    return cases.add_automatic(case, kind=kind, words=words, channel=CHANNEL, at=raw.stored_at)


def _twin(raw: RawMail) -> RawMail | None:
    """An earlier row of the same mail in the same mailbox."""
    same = RawMail.objects.filter(mailbox=raw.mailbox, fingerprint=raw.fingerprint).exclude(pk=raw.pk)
    return same.filter(state=RawMail.State.TAKEN).exclude(outcome="discarded").select_related("case").first()


def _is_ours(mail: ParsedMail, mailbox: Mailbox) -> bool:
    if any(loops.mark() in marker for marker in mail.loop_markers):
        return True
    return not mail.is_bounce and matching.sender_of(mail) == mailbox.address


def _is_notification(mail: ParsedMail) -> bool:
    """Written by a machine of its own accord (a shop's order mail), answering nothing: it may open a matter."""
    return mail.auto_submitted.startswith("auto-generated") and not mail.in_reply_to and not mail.references


def _too_many(case: Case, sender: str, at: dt.datetime) -> bool:
    recent = Message.objects.filter(case=case, sender=sender, at__gt=at - dt.timedelta(hours=1))
    return recent[:LOOP_MOST].count() >= LOOP_MOST


def _remember(mail: ParsedMail, case: Case, message: Message) -> None:
    if mail.message_id:
        KnownMessage(identifier=mail.message_id[:500], case=case, message=message).save(force_insert=True)


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
    raw.save(update_fields=["state", "outcome", "reason", "case", "message", "taken_at"])
    return raw
